package vn.motcua.insight.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// The leader's first page.
///
/// @param above agencies above this one that the reader may see, highest first
/// @param countedTo moment of the last journal entry counted; null when there is none
/// @param total figures of the agency
/// @param now counts of this moment, by key of [Figure]
/// @param channels received by channel, most first
/// @param causes what took dossiers off line, most frequent first
public record LeaderView(
        String agency,
        LocalText place,
        List<Place> above,
        int days,
        LocalDate from,
        LocalDate to,
        @Nullable Instant countedTo,
        PlaceRow total,
        Map<String, Long> now,
        List<Count> channels,
        List<Count> causes,
        Trend trend,
        List<PlaceRow> agencies,
        List<PlaceRow> procedures) {
    public static final List<Integer> PERIODS = List.of(7, 30, 90);
    private static final int WORST = 5;

    public record Place(String code, LocalText name) {}

    /// @param key key of the figure counted
    /// @param share of the largest bar, 0 to 1
    public record Count(String key, long count, double share) {}

    /// A row of the drawing of the worst: where this period and the one before stand.
    public record Mark(PlaceRow row, double x, @Nullable Double before, int y) {}

    /// @param low the rate at the left edge, in percent
    public record Worst(List<Mark> marks, int low, int height) {}

    public long now(String figure) {
        return now.getOrDefault(figure, 0L);
    }

    public @Nullable Double onlineShare() {
        long online =
                channels.stream()
                        .filter(count -> count.key().equals("online"))
                        .mapToLong(Count::count)
                        .sum();
        return total.received() == 0 ? null : (Double) (online / (double) total.received());
    }

    public Worst worstAgencies() {
        return worst(agencies);
    }

    public Worst worstProcedures() {
        return worst(procedures);
    }

    /// Bars of how long open dossiers have been overdue.
    public List<Count> overdue() {
        var keys = List.of("overdue-2", "overdue-5", "overdue-10", "overdue-more");
        long most = Math.max(1, keys.stream().mapToLong(this::now).max().orElse(1));
        return keys.stream()
                .map(key -> new Count(key, now(key), now(key) / (double) most))
                .toList();
    }

    /// Places with the least end to end, of those where it can be said.
    public List<PlaceRow> leastEndToEnd() {
        return agencies.stream()
                .filter(row -> row.endToEnd() != null)
                .sorted(Comparator.comparing(LeaderView::endToEnd).thenComparing(PlaceRow::key))
                .limit(WORST)
                .toList();
    }

    public String page(String agencyCode, int length) {
        return "/leader?agency=" + encoded(agencyCode) + "&days=" + length;
    }

    /// The dossiers behind a figure of this page.
    public String list(String figure) {
        return list(figure, agency, "", from, to);
    }

    public String ofAgency(String figure, PlaceRow row) {
        return list(figure, row.key(), "", from, to);
    }

    public String ofProcedure(String figure, PlaceRow row) {
        return list(figure, agency, row.key(), from, to);
    }

    public String ofWeek(Trend.Week week) {
        return list("counted", agency, "", week.monday(), week.sunday());
    }

    public String csv(String table) {
        return "/leader/figures.csv?table="
                + table
                + "&agency="
                + encoded(agency)
                + "&days="
                + days;
    }

    static String list(
            String figure, String agency, String procedure, LocalDate from, LocalDate to) {
        return "/leader/dossiers?figure="
                + figure
                + "&agency="
                + encoded(agency)
                + (procedure.isEmpty() ? "" : "&procedure=" + encoded(procedure))
                + "&from="
                + from
                + "&to="
                + to;
    }

    private static Worst worst(List<PlaceRow> rows) {
        var lowest =
                rows.stream()
                        .filter(row -> row.onTime() != null)
                        .sorted(Comparator.comparing(LeaderView::rate).thenComparing(PlaceRow::key))
                        .limit(WORST)
                        .toList();
        double least =
                lowest.stream()
                        .mapToDouble(row -> Math.min(rate(row), before(row)))
                        .min()
                        .orElse(1);
        int low = Math.max(0, Math.min(90, (int) Math.floor(least * 10) * 10));
        var marks = new java.util.ArrayList<Mark>();
        for (int i = 0; i < lowest.size(); i++) {
            var row = lowest.get(i);
            marks.add(
                    new Mark(
                            row,
                            x(rate(row), low),
                            row.onTimeBefore() == null ? null : (Double) x(before(row), low),
                            i * 46));
        }
        return new Worst(List.copyOf(marks), low, marks.size() * 46 + 18);
    }

    private static double endToEnd(PlaceRow row) {
        var share = row.endToEnd();
        return share == null ? 1 : share;
    }

    private static double rate(PlaceRow row) {
        var rate = row.onTime();
        return rate == null ? 1 : rate;
    }

    private static double before(PlaceRow row) {
        var rate = row.onTimeBefore();
        return rate == null ? 1 : rate;
    }

    private static double x(double rate, int low) {
        return 8 + (rate * 100 - low) / (100 - low) * 284;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
