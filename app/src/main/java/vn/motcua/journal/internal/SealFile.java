package vn.motcua.journal.internal;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A copy of all seals outside the database, one line each: whoever rewrites the database must
/// rewrite this file too, and removing the newest seals shows.
final class SealFile {
    /// Number, ranges, count, moment, hash: as [Seal#line] writes it.
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18} .* [0-9a-f]{64}");

    /// Some lines; a line has about 150 bytes.
    private static final int TAIL = 4096;

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
                lastNo = lastNo(path);
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

    /// The lines in the order they were written, one at a time, however long the file has grown;
    /// a line cut by a power failure is left out. Null when no copy is kept.
    @Nullable Lines lines() throws IOException {
        return path == null || !Files.exists(path) ? null : new Lines(path);
    }

    /// One line of the copy.
    record Line(long no, String text) {}

    /// Reads up to the end the file had when it was opened.
    static final class Lines implements Iterator<Line>, AutoCloseable {
        private final BufferedReader all;
        private final Iterator<String> rest;
        private @Nullable Line next;

        private Lines(Path path) throws IOException {
            var end = new UpTo(Files.newInputStream(path), Files.size(path));
            all = new BufferedReader(new InputStreamReader(end, StandardCharsets.UTF_8));
            rest = all.lines().filter(WHOLE.asMatchPredicate()).iterator();
            advance();
        }

        private void advance() {
            next = null;
            if (!rest.hasNext()) return;
            var text = rest.next();
            next = new Line(number(text), text);
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        /// The line that comes next, without taking it.
        Line peek() {
            if (next == null) throw new NoSuchElementException();
            return next;
        }

        @Override
        public Line next() {
            var taken = peek();
            advance();
            return taken;
        }

        @Override
        public void close() throws IOException {
            all.close();
        }
    }

    /// The first bytes of a file that others may go on writing.
    private static final class UpTo extends FilterInputStream {
        private long left;

        UpTo(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) return -1;
            left--;
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) return -1;
            int count = super.read(into, offset, (int) Math.min(length, left));
            if (count > 0) left -= count;
            return count;
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(' ')));
    }

    /// Number of the last whole line, read from the end of the file.
    private static long lastNo(Path path) throws IOException {
        if (!Files.exists(path)) return 0;
        try (var channel = FileChannel.open(path)) {
            int wanted = TAIL;
            while (true) {
                long from = Math.max(0, channel.size() - wanted);
                var lines = tail(channel, from).split("\n");
                for (int i = lines.length - 1; i >= (from == 0 ? 0 : 1); i--)
                    if (WHOLE.matcher(lines[i]).matches()) return number(lines[i]);
                if (from == 0) return 0;
                wanted = Math.multiplyExact(wanted, 2);
            }
        }
    }

    private static String tail(FileChannel channel, long from) throws IOException {
        var bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
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
