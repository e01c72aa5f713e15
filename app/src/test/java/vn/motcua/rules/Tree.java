package vn.motcua.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The source tree, as the house rules read it.
final class Tree {
    /// Ground floor first: a room may use only rooms before it in this list.
    static final List<String> ROOMS =
            List.of(
                    "kernel",
                    "journal",
                    "worktime",
                    "organization",
                    "identity",
                    "vault",
                    "procedure",
                    "form",
                    "workflow",
                    "register",
                    "dossier",
                    "insight",
                    "web",
                    "operation",
                    "sample");

    private static final Path ROOT =
            Files.isDirectory(Path.of("procedures")) ? Path.of("") : Path.of("..");
    private static final List<String> MADE =
            List.of("target", "node_modules", ".git", "data", "out", ".idea", ".vscode");

    private Tree() {}

    static Path path(String below) {
        return ROOT.resolve(below).normalize();
    }

    /// Files of a folder of the project whose name ends so; none when the folder is missing. What
    /// is made by the build is left out.
    static List<Path> files(String folder, String... endings) {
        var start = path(folder);
        if (!Files.isDirectory(start)) return List.of();
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(start, new Collector(start, endings, found));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        found.sort(null);
        return found;
    }

    /// Java sources of the program.
    static List<Path> java() {
        return files("app/src/main/java/vn/motcua", ".java");
    }

    static List<Path> templates() {
        return files("app/src/main/jte", ".jte");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// The room a source, template or migration belongs to, or "" at the root.
    static String room(Path file) {
        var parts = file.toString().replace('\\', '/');
        for (var room : ROOMS) if (parts.contains("/" + room + "/")) return room;
        return "";
    }

    /// Leaves out what the build makes.
    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path start;
        private final String[] endings;
        private final List<Path> found;

        Collector(Path start, String[] endings, List<Path> found) {
            this.start = start;
            this.endings = endings;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean made = !folder.equals(start) && MADE.contains(folder.getFileName().toString());
            return made ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean wanted = Stream.of(endings).anyMatch(file.toString()::endsWith);
            if (wanted && attributes.isRegularFile()) found.add(file);
            return FileVisitResult.CONTINUE;
        }
    }
}
