package vn.motcua.dossier.internal.opinion;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.OneByOne;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.Journal;
import vn.motcua.journal.JournalConsumer;

/// Questions nobody has answered: when their term passes that is written down with what it
/// means, and when their dossier ends they end with it.
@Service
public class Silences implements JournalConsumer {
    private static final int BATCH = 100;

    private final OpinionStore opinions;
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final OneByOne oneByOne;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Silences(
            OpinionStore opinions,
            DossierStore dossiers,
            TaskStore tasks,
            OneByOne oneByOne,
            Journal journal,
            Asking asking,
            Clock clock,
            TransactionTemplate transaction) {
        this.opinions = opinions;
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.oneByOne = oneByOne;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Writes down the silence of everybody whose term has passed. An answer may still come: the
    /// piece of work stays where it is.
    public void record() {
        asking.run(
                Caller.system(),
                () -> {
                    OpinionStore.@Nullable Found last = null;
                    while (true) {
                        var key = last;
                        var batch =
                                Objects.requireNonNull(
                                        transaction.execute(
                                                _ ->
                                                        opinions.overdue(
                                                                clock.instant(), key, BATCH)));
                        for (var found : batch) {
                            var _ =
                                    oneByOne.attempt(
                                            "unanswered opinion",
                                            found.dossier(),
                                            () -> recordOnce(found));
                        }
                        if (batch.size() < BATCH) return;
                        last = batch.getLast();
                    }
                });
    }

    private void recordOnce(OpinionStore.Found found) {
        var now = clock.instant();
        var opinion = opinions.lock(found.id()).orElseThrow();
        if (!opinion.open() || opinion.silent() != null || !opinion.due().isBefore(now)) return;
        opinions.silent(opinion.id(), now);
        journal.append(
                Facts.of(
                        "opinion-silent",
                        dossiers.require(opinion.dossier()),
                        Caller.system(),
                        now,
                        Map.of(
                                "number", opinion.number(),
                                "asked", opinion.askedAgency(),
                                "silence", opinion.silence().name())));
    }

    @Override
    public String name() {
        return "dossier-opinions";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("dossier.completed", "dossier.stopped", "dossier.not-accepted");
    }

    /// The dossier has ended: nobody needs to answer any more.
    @Override
    public void accept(List<FeedEntry> batch) {
        var ended =
                batch.stream()
                        .map(FeedEntry::entry)
                        .collect(
                                Collectors.toMap(
                                        Entry::subjectId, Entry::at, (first, second) -> second));
        for (var opinion : opinions.openOf(ended.keySet())) {
            var at = Objects.requireNonNull(ended.get(opinion.dossier()));
            opinions.drop(opinion.id(), at);
            tasks.close(
                    opinion.dossier(), Opinions.token(opinion.id()), null, null, null, null, at);
        }
    }
}
