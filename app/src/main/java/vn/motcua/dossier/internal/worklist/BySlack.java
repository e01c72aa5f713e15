package vn.motcua.dossier.internal.worklist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.forecast.Outlook;

/// The list in another order: what has least working time to spare comes first, what is not due
/// last. Read by key: the slack and the piece of work at the edge of the page.
final class BySlack {
    private static final Duration NO_END = Duration.ofDays(1_000_000);

    private static final Comparator<Entry> ORDER =
            Comparator.comparing((Entry entry) -> entry.slack().toSeconds())
                    .thenComparing(entry -> entry.task().toString());

    private final List<Entry> entries;

    /// @param outlook null where nothing is due
    record Entry(UUID task, @Nullable Outlook outlook) {
        Duration slack() {
            return outlook == null ? NO_END : outlook.slack();
        }

        String key() {
            return slack().toSeconds() + "_" + task;
        }
    }

    BySlack(List<Entry> entries) {
        var sorted = new ArrayList<>(entries);
        sorted.sort(ORDER);
        this.entries = sorted;
    }

    /// A part of the list.
    ///
    /// @param more whether something follows
    /// @param before whether something comes before
    record Part(List<Entry> entries, boolean before, boolean more) {}

    /// @param edge key of the line at the edge of the page shown before; null begins anew
    /// @param back whether the lines before the edge are wanted
    Part part(@Nullable String edge, boolean back, int size) {
        var at = parse(edge);
        int from = 0;
        if (at != null) {
            int place = 0;
            while (place < entries.size() && compare(entries.get(place), at) < 0) place++;
            boolean there = place < entries.size() && compare(entries.get(place), at) == 0;
            from = back ? Math.max(0, place - size) : there ? place + 1 : place;
            if (back) return slice(from, place);
        }
        return slice(from, Math.min(entries.size(), from + size));
    }

    private Part slice(int from, int to) {
        int start = Math.min(from, to);
        return new Part(entries.subList(start, to), start > 0, to < entries.size());
    }

    private record Edge(Duration slack, String task) {}

    private static int compare(Entry entry, Edge edge) {
        int bySlack = Long.compare(entry.slack().toSeconds(), edge.slack().toSeconds());
        return bySlack != 0 ? bySlack : entry.task().toString().compareTo(edge.task());
    }

    private static @Nullable Edge parse(@Nullable String key) {
        if (key == null) return null;
        var parts = key.split("_", 2);
        if (parts.length < 2 || !parts[0].matches("-?[0-9]{1,12}")) return null;
        return new Edge(Duration.ofSeconds(Long.parseLong(parts[0])), parts[1]);
    }
}
