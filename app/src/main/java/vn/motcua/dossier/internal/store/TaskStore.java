package vn.motcua.dossier.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.kernel.Sql;
import vn.motcua.workflow.Position;
import vn.motcua.worktime.Calendars;

/// Pieces of work. Working time spent waiting for the person is added to what a piece of work is
/// given, so that nobody is late for the time somebody else took.
@Repository
public class TaskStore {
    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final Clock clock;

    TaskStore(JdbcClient jdbc, Calendars calendars, Clock clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.clock = clock;
    }

    public void open(Task task) {
        jdbc.sql(
                        """
                        insert into dossier.task (id, dossier_id, agency, kind, step_id, token, position, unit, opened_at,
                               due_at, dossier_due_at, suspended, words, paused)
                        values (:id, :dossier, :agency, :kind, :step, :token, :position, :unit, :opened, :due,
                               :dossierDue, :suspended, :words,
                               :kind not in ('SUPPLEMENT', 'OPINION')
                               and coalesce((select coalesce((d.ledger ->> 'paused')::boolean,
                                                       d.ledger #>> '{lines,-1,type}' = 'paused')
                                               from dossier.dossier d
                                              where d.id = :dossier), false))
                        """)
                .param("id", task.id())
                .param("dossier", task.dossier())
                .param("agency", task.agency())
                .param("kind", task.kind().name())
                .param("step", task.stepId())
                .param("token", task.token())
                .param("position", task.position().name())
                .param("unit", Sql.text(task.unit()))
                .param("opened", DossierStore.timestamp(task.opened()))
                .param("due", DossierStore.timestamp(task.due()))
                .param("dossierDue", DossierStore.timestamp(task.dossierDue()))
                .param("suspended", task.suspended())
                .param("words", Sql.text(task.words()))
                .update();
    }

    /// Closes the open piece of work of this token.
    public void close(
            UUID dossier,
            String token,
            @Nullable UUID by,
            @Nullable String name,
            @Nullable String outcome,
            @Nullable String note,
            Instant at) {
        jdbc.sql(
                        """
                        update dossier.task
                           set closed_at = :at, closed_by = :by, closed_name = :name, outcome = :outcome, note = :note
                         where dossier_id = :dossier and token = :token and closed_at is null
                        """)
                .param("dossier", dossier)
                .param("token", token)
                .param("by", Sql.uuid(by))
                .param("name", Sql.text(name))
                .param("outcome", Sql.text(outcome))
                .param("note", Sql.text(note))
                .param("at", DossierStore.timestamp(at))
                .update();
    }

    /// Nothing is left to do on this dossier.
    public void closeAll(UUID dossier, @Nullable UUID by, @Nullable String name, Instant at) {
        jdbc.sql(
                        """
                        update dossier.task set closed_at = :at, closed_by = :by, closed_name = :name
                         where dossier_id = :dossier and closed_at is null
                        """)
                .param("dossier", dossier)
                .param("by", Sql.uuid(by))
                .param("name", Sql.text(name))
                .param("at", DossierStore.timestamp(at))
                .update();
        jdbc.sql("delete from dossier.timer where dossier_id = :dossier")
                .param("dossier", dossier)
                .update();
    }

    /// While the dossier waits for the person its pieces of work are out of the officers' lists.
    /// When they come back the working time waited is added to what each was given.
    public void suspend(UUID dossier, boolean suspended) {
        var now = clock.instant();
        if (!suspended) waited(dossier, null, null, now);
        jdbc.sql(
                        """
                        update dossier.task
                           set suspended = :suspended,
                               suspended_at = case when :suspended then coalesce(suspended_at, :now) end
                         where dossier_id = :dossier and closed_at is null and kind not in ('SUPPLEMENT', 'OPINION')
                        """)
                .param("suspended", suspended)
                .param("now", DossierStore.timestamp(now))
                .param("dossier", dossier)
                .update();
    }

    private record Given(
            UUID id, String agency, Instant due, Instant opened, @Nullable Instant since) {}

    /// Adds the working time of a wait to the ends of open pieces of work. Time that was added
    /// before, or that passed before the work was opened, does not count again.
    ///
    /// @param token of the one piece of work that waited; null for all of the dossier
    /// @param from beginning of the wait; null for the moment each was suspended
    public void waited(UUID dossier, @Nullable String token, @Nullable Instant from, Instant to) {
        var given =
                jdbc.sql(
                                """
                                select id, agency, due_at, greatest(opened_at, waited_until) as opened, suspended_at
                                  from dossier.task
                                 where dossier_id = :dossier and closed_at is null and due_at is not null
                                   and kind not in ('SUPPLEMENT', 'OPINION') and (:token::text is null or token = :token)
                                """)
                        .param("dossier", dossier)
                        .param("token", token)
                        .query(
                                (row, number) ->
                                        new Given(
                                                row.getObject("id", UUID.class),
                                                row.getString("agency"),
                                                row.getTimestamp("due_at").toInstant(),
                                                row.getTimestamp("opened").toInstant(),
                                                DossierStore.instant(row, "suspended_at")))
                        .list();
        for (var work : given) {
            var since = from == null ? work.since() : from;
            if (since == null) continue;
            var start = since.isBefore(work.opened()) ? work.opened() : since;
            if (!start.isBefore(to)) continue;
            var calendar = calendars.of(work.agency());
            give(work.id(), calendar.plus(work.due(), calendar.between(start, to)), to);
        }
    }

    private void give(UUID task, Instant due, Instant waitedUntil) {
        jdbc.sql("update dossier.task set due_at = :due, waited_until = :until where id = :task")
                .param("task", task)
                .param("due", DossierStore.timestamp(due))
                .param("until", DossierStore.timestamp(waitedUntil))
                .update();
    }

    /// What the person sent is looked at anew, with the whole time for it.
    public void receiveAnew(UUID dossier, Instant due) {
        jdbc.sql(
                        """
                        update dossier.task set due_at = :due
                         where dossier_id = :dossier and closed_at is null and kind = 'RECEPTION'
                        """)
                .param("due", DossierStore.timestamp(due))
                .param("dossier", dossier)
                .update();
    }

    /// Tells the open pieces of work the appointment of their dossier, and whether its clock
    /// stands still: then nothing is due.
    public void appoint(Dossier dossier) {
        jdbc.sql(
                        """
                        update dossier.task set dossier_due_at = :due, paused = :paused
                         where dossier_id = :dossier and closed_at is null and kind not in ('SUPPLEMENT', 'OPINION')
                        """)
                .param("due", DossierStore.timestamp(dossier.moments().due()))
                .param("paused", dossier.ledger().paused())
                .param("dossier", dossier.id())
                .update();
    }

    public void claim(UUID task, UUID by, String name) {
        give(task, by, name, null, null);
    }

    /// Puts a piece of work into somebody's name, or back into the list.
    ///
    /// @param to null: nobody's
    /// @param absent whom they stand in for; null when nobody
    public void give(
            UUID task,
            @Nullable UUID to,
            @Nullable String name,
            @Nullable UUID absent,
            @Nullable String absentName) {
        jdbc.sql(
                        """
                        update dossier.task
                           set claimed_by = :to, claimed_name = :name, claimed_for = :absent,
                               claimed_for_name = :absentName
                         where id = :task and closed_at is null
                        """)
                .param("task", task)
                .param("to", Sql.uuid(to))
                .param("name", Sql.text(name))
                .param("absent", Sql.uuid(absent))
                .param("absentName", Sql.text(absentName))
                .update();
    }

    /// How many open pieces of work are in whose name.
    public Map<UUID, Long> load(String agency, Collection<UUID> accounts) {
        var load = new HashMap<UUID, Long>();
        if (accounts.isEmpty()) return load;
        jdbc.sql(
                        """
                        select claimed_by, count(*) as open
                          from dossier.task
                         where agency = :agency and claimed_by = any (:accounts) and closed_at is null
                         group by claimed_by
                        """)
                .param("agency", agency)
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(
                        row -> {
                            load.put(row.getObject("claimed_by", UUID.class), row.getLong("open"));
                        });
        return load;
    }

    /// What one person has in hand at an agency, the oldest first.
    public List<Task> heldBy(String agency, UUID account, int limit) {
        return jdbc.sql(
                        """
                        select * from dossier.task
                         where agency = :agency and claimed_by = :account and closed_at is null
                         order by id
                         limit :limit
                        """)
                .param("agency", agency)
                .param("account", account)
                .param("limit", limit)
                .query(TaskStore::task)
                .list();
    }

    /// What others have in hand in the place of one person, the oldest first.
    public List<Task> heldFor(String agency, UUID person, int limit) {
        return jdbc.sql(
                        """
                        select * from dossier.task
                         where agency = :agency and claimed_by is not null and closed_at is null
                           and claimed_for = :person and claimed_by <> :person
                         order by id
                         limit :limit
                        """)
                .param("agency", agency)
                .param("person", person)
                .param("limit", limit)
                .query(TaskStore::task)
                .list();
    }

    /// A timer has warned whoever has this work.
    public void warn(UUID dossier, String token, Instant at) {
        jdbc.sql(
                        """
                        update dossier.task set warned_at = :at
                         where dossier_id = :dossier and token = :token and closed_at is null
                        """)
                .param("dossier", dossier)
                .param("token", token)
                .param("at", DossierStore.timestamp(at))
                .update();
    }

    /// What the platform could not do by itself is somebody's.
    public void fallTo(UUID dossier, String token, Position to, @Nullable String unit) {
        jdbc.sql(
                        """
                        update dossier.task set position = :to, unit = :unit
                         where dossier_id = :dossier and token = :token and position = 'SYSTEM' and closed_at is null
                        """)
                .param("dossier", dossier)
                .param("token", token)
                .param("to", to.name())
                .param("unit", Sql.text(unit))
                .update();
    }

    /// A timer passes this work on to another position, of whatever unit.
    public void escalate(UUID dossier, String token, Position to, Instant at) {
        jdbc.sql(
                        """
                        update dossier.task
                           set escalated_at = :at, escalated_from = coalesce(escalated_from, position),
                               position = :to, unit = null, claimed_by = null, claimed_name = null,
                               claimed_for = null, claimed_for_name = null
                         where dossier_id = :dossier and token = :token and closed_at is null
                        """)
                .param("dossier", dossier)
                .param("token", token)
                .param("to", to.name())
                .param("at", DossierStore.timestamp(at))
                .update();
    }

    /// A completion was taken back: it counts no more, and the log says so.
    public void takenBack(UUID dossier, String token, @Nullable Integer seat, String note) {
        jdbc.sql(
                        """
                        update dossier.task set outcome = null, note = :note
                         where dossier_id = :dossier and token = :token and closed_at is not null
                           and (:seat::int is null or seat = :seat::int)
                        """)
                .param("dossier", dossier)
                .param("token", token)
                .param("seat", Sql.text(seat == null ? null : seat.toString()))
                .param("note", note)
                .update();
    }

    public List<Task> of(UUID dossier) {
        return jdbc.sql(
                        "select * from dossier.task where dossier_id = :dossier order by opened_at, closed_at, seat, id")
                .param("dossier", dossier)
                .query(TaskStore::task)
                .list();
    }

    public List<Task> ofAll(Collection<UUID> dossiers) {
        return jdbc.sql(
                        """
                        select * from dossier.task where dossier_id = any (:dossiers)
                         order by dossier_id, opened_at, closed_at, seat, id
                        """)
                .param("dossiers", dossiers.toArray(UUID[]::new))
                .query(TaskStore::task)
                .list();
    }

    public Optional<Task> find(UUID task) {
        return jdbc.sql("select * from dossier.task where id = :task")
                .param("task", task)
                .query(TaskStore::task)
                .optional();
    }

    static Task task(ResultSet row, int number) throws SQLException {
        var from = row.getString("escalated_from");
        return new Task(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("agency"),
                Task.Kind.valueOf(row.getString("kind")),
                row.getString("step_id"),
                row.getString("token"),
                Position.valueOf(row.getString("position")),
                row.getString("unit"),
                row.getTimestamp("opened_at").toInstant(),
                DossierStore.instant(row, "due_at"),
                DossierStore.instant(row, "dossier_due_at"),
                row.getBoolean("suspended"),
                row.getObject("claimed_by", UUID.class),
                row.getString("claimed_name"),
                DossierStore.instant(row, "closed_at"),
                row.getString("closed_name"),
                row.getString("outcome"),
                row.getString("note"),
                row.getString("words"),
                new Task.Marks(
                        row.getInt("seat"),
                        row.getObject("claimed_for", UUID.class),
                        row.getString("claimed_for_name"),
                        row.getObject("closed_by", UUID.class),
                        row.getObject("closed_for", UUID.class),
                        row.getString("closed_for_name"),
                        DossierStore.instant(row, "warned_at"),
                        DossierStore.instant(row, "escalated_at"),
                        from == null ? null : Position.valueOf(from)));
    }
}
