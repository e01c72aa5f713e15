package vn.motcua.dossier.internal.processing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.Deadlines;
import vn.motcua.worktime.TermUnit;
import vn.motcua.worktime.TimeLimit;

/// Results that wait at the counter. The person is reminded when one is ready, and after three and
/// ten working days; it stays ready and is not late. Each reminder is a line of the journal, from
/// which the person's page and whatever sends messages take it.
@Component
public class Unfetched {
    /// Working days after the result was ready.
    private static final List<Integer> REMINDERS = List.of(0, 3, 10);

    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final DossierStore dossiers;
    private final OneByOne oneByOne;
    private final Calendars calendars;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    Unfetched(
            JdbcClient jdbc,
            DossierStore dossiers,
            OneByOne oneByOne,
            Calendars calendars,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.oneByOne = oneByOne;
        this.calendars = calendars;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// A result is ready; it waits only where somebody has to come for it.
    void ready(Dossier dossier, Instant now) {
        if (dossier.returnWay() != ReturnWay.COUNTER) return;
        jdbc.sql(
                        """
                        insert into dossier.unfetched (dossier_id, ready_at, next_at)
                        values (:id, :now, :now)
                        on conflict (dossier_id) do update
                           set ready_at = excluded.ready_at, next_at = excluded.next_at,
                               reminders = 0, reminded_at = '{}'
                        """)
                .param("id", dossier.id())
                .param("now", Timestamp.from(now))
                .update();
    }

    void fetched(UUID dossier) {
        jdbc.sql("delete from dossier.unfetched where dossier_id = :id")
                .param("id", dossier)
                .update();
    }

    /// When the person was reminded; must run in a transaction of somebody who sees the dossier.
    public List<Instant> reminded(UUID dossier) {
        return jdbc.sql(
                        """
                        select unnest(reminded_at) as at from dossier.unfetched
                         where dossier_id = :id
                         order by 1
                        """)
                .param("id", dossier)
                .query((row, _) -> row.getTimestamp("at").toInstant())
                .list();
    }

    private record Due(UUID dossier, Instant next) {}

    /// Sends the reminders whose time has come.
    public void remind() {
        asking.run(
                Caller.system(),
                () -> {
                    var _ =
                            oneByOne.<Due>walk(
                                    "unfetched result",
                                    BATCH,
                                    this::due,
                                    Due::dossier,
                                    due -> remindOnce(due.dossier()));
                });
    }

    private List<Due> due(@Nullable Due after) {
        return jdbc.sql(
                        """
                        select dossier_id, next_at from dossier.unfetched
                         where next_at <= :now
                           and (:afterId::uuid is null
                                or (next_at, dossier_id) > (:afterAt::timestamptz, :afterId::uuid))
                         order by next_at, dossier_id
                         limit :limit
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("afterId", after == null ? null : after.dossier())
                .param("afterAt", after == null ? null : Timestamp.from(after.next()))
                .param("limit", BATCH)
                .query(
                        (row, _) ->
                                new Due(
                                        row.getObject("dossier_id", UUID.class),
                                        row.getTimestamp("next_at").toInstant()))
                .list();
    }

    private record Waiting(Instant ready, int reminders) {}

    private void remindOnce(UUID id) {
        var now = clock.instant();
        var dossier = dossiers.lock(id);
        var waiting =
                jdbc.sql(
                                """
                                select ready_at, reminders from dossier.unfetched
                                 where dossier_id = :id and next_at <= :now
                                """)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .query(
                                (row, _) ->
                                        new Waiting(
                                                row.getTimestamp("ready_at").toInstant(),
                                                row.getInt("reminders")))
                        .optional();
        if (waiting.isEmpty()) return;
        if (dossier.state() != DossierState.COMPLETED) {
            fetched(id);
            return;
        }
        int number = waiting.get().reminders() + 1;
        jdbc.sql(
                        """
                        update dossier.unfetched
                           set reminders = :number, next_at = :next::timestamptz,
                               reminded_at = array_append(reminded_at, :now)
                         where dossier_id = :id
                        """)
                .param("id", id)
                .param("number", number)
                .param("now", Timestamp.from(now))
                .param("next", next(dossier, waiting.get().ready(), number))
                .update();
        journal.append(
                Facts.of(
                        "result-reminder",
                        dossier,
                        Caller.system(),
                        now,
                        Map.of("number", number)));
    }

    /// The end of the working day on which the next reminder falls due; null after the last.
    private @Nullable Timestamp next(Dossier dossier, Instant ready, int sent) {
        if (sent >= REMINDERS.size()) return null;
        var limit = new TimeLimit(REMINDERS.get(sent), TermUnit.WORKING_DAY, null);
        return Timestamp.from(Deadlines.due(limit, ready, calendars.of(dossier.agency())));
    }
}
