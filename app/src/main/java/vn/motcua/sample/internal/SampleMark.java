package vn.motcua.sample.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.SampleDossiers.Amount;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.Journal;

/// Two entries of the journal say how far the sample data have come: begun, and finished. A
/// start that finds the first without the second goes on with what was begun.
@Component
class SampleMark {
    private static final UUID SAMPLE = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final String TYPE = "sample";
    private static final String BEGUN = "sample.begun";
    private static final String FINISHED = "sample.finished";

    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Asking asking;
    private final Clock clock;

    SampleMark(Journal journal, TransactionTemplate transaction, Asking asking, Clock clock) {
        this.journal = journal;
        this.transaction = transaction;
        this.asking = asking;
        this.clock = clock;
    }

    /// @param until the moment the sample data lead up to
    record Begun(Instant until, Amount amount) {}

    /// What was begun and never finished.
    Optional<Begun> unfinished() {
        var history = asking.as(Caller.system(), () -> journal.history(TYPE, SAMPLE));
        if (history.stream().anyMatch(noted -> noted.entry().kind().equals(FINISHED)))
            return Optional.empty();
        return history.stream().map(FeedEntry::entry).map(SampleMark::begun).findFirst();
    }

    Begun begin(Amount amount) {
        var begun = new Begun(clock.instant().truncatedTo(ChronoUnit.MICROS), amount);
        note(BEGUN, begun.until(), Map.of("amount", amount.name()));
        return begun;
    }

    void finish() {
        note(FINISHED, clock.instant(), Map.of());
    }

    private static Begun begun(Entry entry) {
        return new Begun(entry.at(), Amount.valueOf(String.valueOf(entry.data().get("amount"))));
    }

    private void note(String kind, Instant at, Map<String, Object> data) {
        var entry = new Entry(kind, TYPE, SAMPLE, null, Actor.system(), at, data);
        asking.run(
                Caller.system(),
                () -> transaction.executeWithoutResult(_ -> journal.append(entry)));
    }
}
