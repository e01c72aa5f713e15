package vn.motcua.insight.internal;

import java.util.LinkedHashMap;
import java.util.List;
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
                            "recalled",
                            "returned")
                    .stream()
                    .map(kind -> "dossier." + kind)
                    .collect(Collectors.toUnmodifiableSet());

    private final FactStore store;
    private final FactReader reader;

    DossierCounter(FactStore store, Calendars calendars) {
        this.store = store;
        this.reader = new FactReader(calendars);
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
        for (var feed : batch) {
            var fact = reader.read(after.get(feed.entry().subjectId()), feed);
            if (fact != null) after.put(fact.id(), fact);
        }
        after.entrySet().removeIf(fact -> fact.getValue().equals(before.get(fact.getKey())));
        var figures = new DayFigures();
        after.forEach((id, fact) -> figures.change(before.get(id), fact));
        store.put(generation, after.values());
        store.add(generation, figures);
        store.countedTo(batch.getLast().entry().at());
    }
}
