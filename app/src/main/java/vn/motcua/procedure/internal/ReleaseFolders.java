package vn.motcua.procedure.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ReleaseId;

/// Finds release folders: the folder itself, or every `<code>/<version>` under it.
final class ReleaseFolders {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseFolders.class);

    /// @param name `1.001193/1` in a tree, else the folder's own name
    /// @param named whether the name must match the release's code and version
    record Found(Path path, String name, boolean named) {
        Optional<ReleaseId> id() {
            if (!named || !name.matches(ReleaseId.CODE.pattern() + "/[1-9]\\d{0,5}")) {
                return Optional.empty();
            }
            int slash = name.indexOf('/');
            return Optional.of(
                    new ReleaseId(
                            name.substring(0, slash), Integer.parseInt(name.substring(slash + 1))));
        }
    }

    private ReleaseFolders() {}

    static List<Found> under(Path folder) {
        if (Files.exists(folder.resolve(ReleaseFiles.PROCEDURE))) {
            return List.of(new Found(folder, String.valueOf(folder.getFileName()), false));
        }
        List<Found> found = new ArrayList<>();
        for (var code : folders(folder)) {
            for (var version : folders(code)) {
                found.add(
                        new Found(version, code.getFileName() + "/" + version.getFileName(), true));
            }
        }
        if (found.isEmpty()) {
            found.add(new Found(folder, String.valueOf(folder.getFileName()), false));
        }
        return found;
    }

    private static List<Path> folders(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (var children = Files.list(folder)) {
            return children.filter(
                            child ->
                                    Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)
                                            && !String.valueOf(child.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            LOG.warn("folder {} cannot be listed", folder.getFileName());
            return List.of();
        }
    }
}
