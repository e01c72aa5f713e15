package vn.motcua.vault.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.VaultProblem;

/// The table of contents at the end of an archive. Some programs go by it, others read from the
/// beginning; an archive whose two stories differ shows one content to the inspector and another
/// to the reader, so it is refused.
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LINE = 0x02014b50;
    private static final int LINE_SIZE = 46;
    private static final int ENTRY = 0x04034b50;
    private static final int ENTRY_SIZE = 30;
    private static final int SIZES_FOLLOW = 8;
    private static final Set<Long> AFTERWARDS = Set.of(12L, 16L, 20L, 24L);

    private ZipDirectory() {}

    private record Line(String name, long at, long packed, boolean sizesFollow) {}

    /// Checks that the entries follow one another without a gap from the first byte to the table.
    ///
    /// @return names of the entries as they lie in the file
    static List<String> names(FrameReader content, int most) throws IOException {
        var end = bytes(content, content.length() - END_SIZE, END_SIZE);
        int count = end.getShort(10) & 0xffff;
        long size = end.getInt(12) & 0xffffffffL;
        long table = end.getInt(16) & 0xffffffffL;
        if (end.getInt(0) != END || count > most || table + size != content.length() - END_SIZE)
            throw unreadable();
        var lines = lines(content, table, count);
        lines.sort(Comparator.comparingLong(Line::at));
        long expected = 0;
        boolean loose = false;
        for (var line : lines) {
            fits(line.at() - expected, loose);
            expected = endOf(content, line);
            loose = line.sizesFollow();
        }
        fits(table - expected, loose);
        return lines.stream().map(Line::name).toList();
    }

    private static List<Line> lines(FrameReader content, long table, int count) throws IOException {
        var lines = new ArrayList<Line>();
        long at = table;
        for (int i = 0; i < count; i++) {
            var line = bytes(content, at, LINE_SIZE);
            if (line.getInt(0) != LINE) throw unreadable();
            int name = line.getShort(28) & 0xffff;
            lines.add(
                    new Line(
                            text(content, at + LINE_SIZE, name),
                            line.getInt(42) & 0xffffffffL,
                            line.getInt(20) & 0xffffffffL,
                            (line.getShort(8) & SIZES_FOLLOW) != 0));
            at += LINE_SIZE + name + (line.getShort(30) & 0xffff) + (line.getShort(32) & 0xffff);
        }
        if (at != content.length() - END_SIZE) throw unreadable();
        return lines;
    }

    private static long endOf(FrameReader content, Line line) throws IOException {
        var entry = bytes(content, line.at(), ENTRY_SIZE);
        int name = entry.getShort(26) & 0xffff;
        if (entry.getInt(0) != ENTRY
                || (entry.getShort(6) & SIZES_FOLLOW) != 0 != line.sizesFollow()
                || !text(content, line.at() + ENTRY_SIZE, name).equals(line.name()))
            throw unreadable();
        return line.at() + ENTRY_SIZE + name + (entry.getShort(28) & 0xffff) + line.packed();
    }

    private static void fits(long gap, boolean sizesFollow) {
        if (gap != 0 && !(sizesFollow && AFTERWARDS.contains(gap))) throw unreadable();
    }

    private static String text(FrameReader content, long at, int length) throws IOException {
        return new String(bytes(content, at, length).array(), StandardCharsets.UTF_8);
    }

    private static ByteBuffer bytes(FrameReader content, long at, int length) throws IOException {
        if (at < 0) throw unreadable();
        content.seek(at);
        var bytes = content.stream().readNBytes(length);
        if (bytes.length != length) throw unreadable();
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ProblemException unreadable() {
        return new ProblemException(VaultProblem.UNREADABLE_DOCUMENT);
    }
}
