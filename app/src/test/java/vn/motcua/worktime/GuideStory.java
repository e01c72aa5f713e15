package vn.motcua.worktime;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.motcua.kernel.LocalText;

/// What happened in an example of the guide, read as the lines of a ledger.
final class GuideStory {
    private static final String VI_MOMENT = "(\\d\\d:\\d\\d), (\\S+)";

    private final DeadlineGuide guide;
    private final Map<String, BiFunction<MatchResult, Instant, DeadlineLine>> words;
    private DeadlineLedger ledger = DeadlineLedger.empty();
    private WorkingCalendar calendar = Calendars.builtIn().of("");
    private Instant seen = Instant.EPOCH;

    GuideStory(DeadlineGuide guide) {
        this.guide = guide;
        this.words = guide.english() ? english() : vietnamese();
    }

    /// @return the reckoning as whoever opens the page at the end of the story sees it
    Reckoning tell(List<List<String>> rows) {
        for (var row : rows) {
            var at = guide.moment(row.getFirst());
            var what = row.get(1);
            seen = at;
            if (what.equals("xem trang") || what.equals("the page is read")) continue;
            ledger = ledger.plus(line(what, at));
        }
        return ledger.reckon(calendar, seen);
    }

    private DeadlineLine line(String what, Instant at) {
        for (var word : words.entrySet()) {
            var match = Pattern.compile(word.getKey()).matcher(what);
            if (match.matches()) return word.getValue().apply(match.toMatchResult(), at);
        }
        throw new IllegalArgumentException("nothing known happens in: " + what);
    }

    private Map<String, BiFunction<MatchResult, Instant, DeadlineLine>> vietnamese() {
        return Map.ofEntries(
                Map.entry("nhận đủ hồ sơ, (.+)", this::accepted),
                Map.entry("nộp tiền xong, (\\d.+)", this::paid),
                Map.entry("yêu cầu bổ sung", (m, at) -> new DeadlineLine.Paused(at, "supplement")),
                Map.entry("chờ nộp tiền", (m, at) -> new DeadlineLine.Paused(at, "payment")),
                Map.entry(".+ xong, tính tiếp", (m, at) -> resumed(at, Resumption.RESUME)),
                Map.entry(".+ xong, tính lại từ đầu", (m, at) -> resumed(at, Resumption.RESTART)),
                Map.entry(".+ xong, dời theo ngày chờ", (m, at) -> resumed(at, Resumption.SHIFT)),
                Map.entry("hỏi ý kiến (.+), chờ đến " + VI_MOMENT, this::asked),
                Map.entry("hết thời gian chờ", (m, at) -> byItself(at)),
                Map.entry("chuyển ([^,]+), phần việc (.+)", this::shared),
                Map.entry("chuyển ([^,]+)", this::handedOver),
                Map.entry("(\\S+) được nghỉ theo (.+)", this::moved),
                Map.entry("hẹn lại " + VI_MOMENT + ": (.+)", this::extended),
                Map.entry("giải quyết xong", (m, at) -> new DeadlineLine.Finished(at)));
    }

    private Map<String, BiFunction<MatchResult, Instant, DeadlineLine>> english() {
        return Map.ofEntries(
                Map.entry("complete dossier received, (.+)", this::accepted),
                Map.entry("paid, (\\d.+)", this::paid),
                Map.entry(
                        "more is asked for", (m, at) -> new DeadlineLine.Paused(at, "supplement")),
                Map.entry("waiting for payment", (m, at) -> new DeadlineLine.Paused(at, "payment")),
                Map.entry(".+, the clock goes on", (m, at) -> resumed(at, Resumption.RESUME)),
                Map.entry(".+, counted anew", (m, at) -> resumed(at, Resumption.RESTART)),
                Map.entry(".+, moved by the days waited", (m, at) -> resumed(at, Resumption.SHIFT)),
                Map.entry("(.+) is asked, to answer by " + VI_MOMENT, this::asked),
                Map.entry("the time to wait is over", (m, at) -> byItself(at)),
                Map.entry("handed over to ([^,]+), share (.+)", this::shared),
                Map.entry("handed over to ([^,]+)", this::handedOver),
                Map.entry("(\\S+) becomes a day off by (.+)", this::moved),
                Map.entry("new date " + VI_MOMENT + ": (.+)", this::extended),
                Map.entry("finished", (m, at) -> new DeadlineLine.Finished(at)));
    }

    private DeadlineLine accepted(MatchResult match, Instant at) {
        return new DeadlineLine.Accepted(at, guide.term(match.group(1)));
    }

    private DeadlineLine paid(MatchResult match, Instant at) {
        var term = guide.term(match.group(1));
        return new DeadlineLine.Accepted(at, term, DeadlineLine.Start.PAYMENT, null);
    }

    private static DeadlineLine resumed(Instant at, Resumption how) {
        return new DeadlineLine.Resumed(at, how);
    }

    private static DeadlineLine byItself(Instant at) {
        return new DeadlineLine.Resumed(at, Resumption.RESUME, true);
    }

    private DeadlineLine asked(MatchResult match, Instant at) {
        var text =
                LocalText.of(
                        "Chờ ý kiến " + match.group(1),
                        "Waiting for the opinion of " + match.group(1));
        return new DeadlineLine.Paused(at, "opinion", text, clock(match.group(2), match.group(3)));
    }

    private DeadlineLine shared(MatchResult match, Instant at) {
        return new DeadlineLine.HandedOver(
                at, "H29", LocalText.of(match.group(1)), guide.term(match.group(2)));
    }

    private DeadlineLine handedOver(MatchResult match, Instant at) {
        return new DeadlineLine.HandedOver(at, "H29", LocalText.of(match.group(1)), null);
    }

    /// From here on the calendar is another one.
    private DeadlineLine moved(MatchResult match, Instant at) {
        var holiday =
                new DayKind(
                        DayKind.Type.HOLIDAY,
                        LocalText.of("Quốc tang", "National mourning"),
                        DayKind.Standing.ANNOUNCED,
                        match.group(2));
        var from = due(at);
        calendar =
                WorkingCalendar.of(
                        NationalDays.shipped().with(guide.day(match.group(1)), holiday),
                        List.of(OpeningHours.DEFAULT));
        return new DeadlineLine.Moved(at, match.group(2), from, due(at));
    }

    private Instant due(Instant at) {
        return Objects.requireNonNull(ledger.reckon(calendar, at).due());
    }

    private DeadlineLine extended(MatchResult match, Instant at) {
        return new DeadlineLine.Extended(at, clock(match.group(1), match.group(2)), match.group(3));
    }

    private Instant clock(String time, String day) {
        return guide.moment(day + ", " + time);
    }
}
