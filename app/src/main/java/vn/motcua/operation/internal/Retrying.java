package vn.motcua.operation.internal;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.journal.JournalFeed;
import vn.motcua.journal.JournalHealth;
import vn.motcua.journal.JournalHealth.SetAside;
import vn.motcua.kernel.Ids;
import vn.motcua.operation.internal.OperatorView.Tried;

/// Lets set-aside entries be tried again at once, and says what came of it. Who asked is written
/// in the journal.
@Service
class Retrying {
    private static final int MOST = 5_000;

    /// So many subjects are tried by one turn of the feed.
    private static final int A_TURN = 20;

    private final JournalHealth health;
    private final JournalFeed feed;
    private final Journal journal;
    private final Asking asking;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retrying(
            JournalHealth health,
            JournalFeed feed,
            Journal journal,
            Asking asking,
            TransactionTemplate transaction,
            Clock clock) {
        this.health = health;
        this.feed = feed;
        this.journal = journal;
        this.asking = asking;
        this.transaction = transaction;
        this.clock = clock;
    }

    Tried one(String consumer, UUID subject) {
        return again(
                health.setAside(null, MOST).stream()
                        .filter(e -> e.consumer().equals(consumer) && e.subjectId().equals(subject))
                        .toList());
    }

    Tried all() {
        return again(health.setAside(null, MOST));
    }

    private Tried again(List<SetAside> waiting) {
        if (waiting.isEmpty()) return new Tried(0, 0, count());
        note(waiting.size());
        long before = count();
        var subjects =
                waiting.stream()
                        .collect(
                                Collectors.groupingBy(
                                        SetAside::consumer,
                                        Collectors.mapping(
                                                SetAside::subjectId,
                                                Collectors.toCollection(LinkedHashSet::new))));
        subjects.forEach(
                (consumer, ids) -> {
                    ids.forEach(id -> health.retryNow(consumer, id));
                    for (int turn = 0; turn <= ids.size() / A_TURN; turn++)
                        feed.retrySetAside(consumer);
                });
        long left = count();
        return new Tried(waiting.size(), Math.max(0, before - left), left);
    }

    private long count() {
        return health.readers().stream().mapToLong(JournalHealth.Reader::setAside).sum();
    }

    private void note(int entries) {
        var caller = asking.current();
        var entry =
                new Entry(
                        "operation.retry-asked",
                        "operation",
                        Ids.next(clock),
                        null,
                        new Actor("operator", caller.account(), caller.agency()),
                        clock.instant(),
                        Map.of("entries", entries));
        asking.run(
                Caller.system(),
                () -> transaction.executeWithoutResult(_ -> journal.append(entry)));
    }
}
