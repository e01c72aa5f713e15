package vn.motcua.insight.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.JournalConsumer;
import vn.motcua.worktime.Calendars;

/// Follows the journal and keeps the facts and figures.
@Component
class DossierCounter implements JournalConsumer {
    static final String NAME = "insight.dossiers";

    private static final Set<String> KINDS =
            List.of(
                            "submitted",
                            "accepted",
                            "not-accepted",
                            "supplement-requested",
                            "supplement-received",
                            "taken-over",
                            "step-completed",
                            "paused",
                            "resumed",
                            "extended",
                            "due-moved",
                            "recalled",
                            "withdrawal-requested",
                            "withdrawal-declined",
                            "stopped",
                            "completed",
                            "returned",
                            "work-opened",
                            "work-assigned",
                            "work-given",
                            "work-given-back",
                            "work-taken-away",
                            "work-handed-over",
                            "lateness-explained")
                    .stream()
                    .map(kind -> "dossier." + kind)
                    .collect(Collectors.toUnmodifiableSet());

    private final FactStore store;
    private final WorkStore works;
    private final FactReader reader;
    private final WorkReader work;

    DossierCounter(FactStore store, WorkStore works, Calendars calendars) {
        this.store = store;
        this.works = works;
        this.reader = new FactReader(calendars);
        this.work = new WorkReader(calendars);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> kinds() {
        return KINDS;
    }

    @Override
    public void accept(List<FeedEntry> batch) {
        int generation = store.reading().writing();
        var ids = batch.stream().map(feed -> feed.entry().subjectId()).distinct().toList();
        var before = store.find(generation, ids);
        var after = new LinkedHashMap<UUID, DossierFact>(before);
        var open = works.open(generation, ids);
        var reasons = new ArrayList<FeedEntry>();
        for (var feed : batch) {
            var known = after.get(feed.entry().subjectId());
            if (known != null && known.isPlaceAfter(feed.xid(), feed.seq())) continue;
            var fact = reader.read(known, feed);
            if (fact == null) continue;
            after.put(fact.id(), fact);
            work.read(Objects.requireNonNull(open.get(fact.id())), feed.entry());
            if (feed.entry().kind().equals("dossier.lateness-explained")) reasons.add(feed);
        }
        after.entrySet().removeIf(fact -> fact.getValue().equals(before.get(fact.getKey())));
        var figures = new DayFigures();
        after.forEach((id, fact) -> figures.change(before.get(id), fact));
        store.put(generation, after.values());
        store.add(generation, figures);
        works.put(generation, open.values().stream().flatMap(o -> o.values().stream()).toList());
        works.reasons(generation, reasons);
        store.countedTo(batch.getLast().entry().at());
    }
}
