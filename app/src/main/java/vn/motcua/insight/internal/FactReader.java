package vn.motcua.insight.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.motcua.journal.Entry;
import vn.motcua.journal.FeedEntry;
import vn.motcua.worktime.Calendars;

/// Adds one journal entry to what is known of a dossier. The same entry again changes nothing.
final class FactReader {
    private final Calendars calendars;

    FactReader(Calendars calendars) {
        this.calendars = calendars;
    }

    /// @param known null for the first entry of a dossier
    @Nullable DossierFact read(@Nullable DossierFact known, FeedEntry feed) {
        if (known != null && known.isPlaceAfter(feed.xid(), feed.seq())) return known;
        var entry = feed.entry();
        var agency =
                entry.agency() != null ? entry.agency() : known == null ? null : known.agency();
        var code = text(entry, "code", known == null ? null : known.code());
        var procedure = text(entry, "procedure", known == null ? null : known.procedure());
        if (agency == null || code == null || procedure == null) return known;
        var channel =
                Objects.requireNonNull(
                        text(entry, "channel", known == null ? "DIRECT" : known.channel()));
        var submitted =
                Objects.requireNonNull(
                        moment(
                                entry,
                                "submittedAt",
                                known == null ? entry.at() : known.submittedAt()));
        var assisted = entry.data().containsKey("assisted") || (known != null && known.assisted());
        var accepted = known == null ? null : known.acceptedAt();
        if (accepted == null && entry.kind().equals("dossier.accepted")) accepted = entry.at();
        var returned = known == null ? null : known.returnedAt();
        if (returned == null && entry.kind().equals("dossier.returned")) returned = entry.at();
        var due = moment(entry, "dueAt", known == null ? null : known.dueAt());
        var finished = moment(entry, "finishedAt", null);
        return new DossierFact(
                entry.subjectId(),
                code,
                agency,
                procedure,
                channel,
                assisted,
                submitted,
                accepted,
                moment(entry, "firstDueAt", known == null ? null : known.firstDueAt()),
                measuredDue(known, entry, agency, due),
                due,
                finished,
                returned,
                Objects.requireNonNull(
                        text(entry, "state", known == null ? "SUBMITTED" : known.state())),
                text(entry, "outcome", null),
                entry.data().get("supplements") instanceof Number n
                        ? n.intValue()
                        : known == null ? 0 : known.supplements(),
                touchpoints(known, entry, channel, assisted),
                entry.at(),
                finished == null || accepted == null
                        ? null
                        : Math.max(0, calendars.of(agency).between(accepted, finished).toMinutes()),
                feed.xid(),
                feed.seq());
    }

    /// Waiting for the citizen moves the appointment, and figures follow; an apology moves it for
    /// the citizen alone. After an apology later waiting adds the same working time to both.
    private @Nullable Instant measuredDue(
            @Nullable DossierFact known, Entry entry, String agency, @Nullable Instant due) {
        var before = known == null ? null : known.measuredDueAt();
        var promisedBefore = known == null ? null : known.dueAt();
        if (entry.kind().equals("dossier.extended") && before != null) return before;
        if (due == null) return before;
        if (before == null || promisedBefore == null || before.equals(promisedBefore)) return due;
        if (due.equals(promisedBefore)) return before;
        var calendar = calendars.of(agency);
        return calendar.plus(before, calendar.between(promisedBefore, due));
    }

    private static List<String> touchpoints(
            @Nullable DossierFact known, Entry entry, String channel, boolean assisted) {
        var points = new ArrayList<String>();
        if (known == null) points.add("filed:" + channel);
        else points.addAll(known.touchpoints());
        if (assisted && !points.contains("filed:ASSISTED")) points.add("filed:ASSISTED");
        switch (entry.kind()) {
            case "dossier.supplement-received" ->
                    points.add(
                            "supplement:"
                                    + (entry.actor().role().equals("officer")
                                            ? "COUNTER"
                                            : "ONLINE"));
            case "dossier.returned" -> points.add("returned:" + text(entry, "way", "COUNTER"));
            default -> {}
        }
        return points;
    }

    private static @Nullable String text(Entry entry, String key, @Nullable String otherwise) {
        return entry.data().get(key) instanceof String value ? value : otherwise;
    }

    private static @Nullable Instant moment(Entry entry, String key, @Nullable Instant otherwise) {
        return entry.data().get(key) instanceof String value
                ? Instant.parse(value).truncatedTo(java.time.temporal.ChronoUnit.MICROS)
                : otherwise;
    }
}
