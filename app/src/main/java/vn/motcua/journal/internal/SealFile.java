package vn.motcua.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A copy of all seals outside the database, one line each: whoever rewrites the database must
/// rewrite this file too, and removing the newest seals shows.
final class SealFile {
    private final @Nullable Path path;
    private long lastNo = -1;

    SealFile(@Nullable Path path) {
        this.path = path;
    }

    boolean wanted() {
        return path != null;
    }

    /// Appends every seal the file does not have yet.
    synchronized void catchUp(SealStore seals) {
        if (path == null) return;
        try {
            if (lastNo < 0) {
                lastNo = read().keySet().stream().reduce(0L, Math::max);
                if (cutOff(path)) write(path, "\n");
            }
            for (var some = seals.after(lastNo, 100);
                    !some.isEmpty();
                    some = seals.after(lastNo, 100)) {
                var lines = new StringBuilder();
                for (var seal : some) lines.append(seal.line()).append('\n');
                write(path, lines.toString());
                lastNo = some.getLast().no();
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /// Lines by number of seal; the last line may have been cut by a power failure and is then
    /// left out.
    Map<Long, String> read() throws IOException {
        var lines = new HashMap<Long, String>();
        if (path == null || !Files.exists(path)) return lines;
        try (var all = Files.lines(path)) {
            all.filter(line -> line.matches("\\d+ .* [0-9a-f]{64}"))
                    .forEach(line -> lines.put(Long.valueOf(line.split(" ", 2)[0]), line));
        }
        return lines;
    }

    private static boolean cutOff(Path path) throws IOException {
        if (!Files.exists(path)) return false;
        try (var channel = FileChannel.open(path)) {
            if (channel.size() == 0) return false;
            var last = ByteBuffer.allocate(1);
            channel.read(last, channel.size() - 1);
            return last.get(0) != '\n';
        }
    }

    private static void write(Path path, String text) throws IOException {
        var parent = path.toAbsolutePath().getParent();
        if (parent != null) Files.createDirectories(parent);
        try (var channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
    }
}
