package vn.motcua.dossier.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.kernel.Sql;
import vn.motcua.workflow.Position;

/// Pieces of work and the timers of steps.
@Repository
public class TaskStore {
    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void open(Task task) {
        jdbc.sql(
                        """
                        insert into dossier.task (id, dossier_id, agency, kind, step_id, token, position, unit, opened_at,
                               due_at, dossier_due_at, suspended)
                        values (:id, :dossier, :agency, :kind, :step, :token, :position, :unit, :opened, :due,
                               :dossierDue, :suspended)
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
    public void suspend(UUID dossier, boolean suspended) {
        jdbc.sql(
                        "update dossier.task set suspended = :suspended where dossier_id = :dossier and closed_at is null")
                .param("suspended", suspended)
                .param("dossier", dossier)
                .update();
    }

    /// The officers' clock has ended: what is left is to hand the result over, and waiting for
    /// the person to come is nobody's delay.
    public void appointNone(UUID dossier) {
        jdbc.sql(
                        """
                        update dossier.task
                           set dossier_due_at = null,
                               due_at = case when position = 'RECEPTIONIST' then null else due_at end
                         where dossier_id = :dossier and closed_at is null
                        """)
                .param("dossier", dossier)
                .update();
    }

    public void appoint(UUID dossier, @Nullable Instant due) {
        jdbc.sql(
                        "update dossier.task set dossier_due_at = :due where dossier_id = :dossier and closed_at is null")
                .param("due", DossierStore.timestamp(due))
                .param("dossier", dossier)
                .update();
    }

    public void claim(UUID task, UUID by, String name) {
        jdbc.sql(
                        "update dossier.task set claimed_by = :by, claimed_name = :name where id = :task and closed_at is null")
                .param("task", task)
                .param("by", by)
                .param("name", name)
                .update();
    }

    public List<Task> of(UUID dossier) {
        return jdbc.sql(
                        "select * from dossier.task where dossier_id = :dossier order by opened_at, closed_at, id")
                .param("dossier", dossier)
                .query(TaskStore::task)
                .list();
    }

    public Optional<Task> find(UUID task) {
        return jdbc.sql("select * from dossier.task where id = :task")
                .param("task", task)
                .query(TaskStore::task)
                .optional();
    }

    public void arm(UUID dossier, String token, String step, String outcome, Instant firesAt) {
        jdbc.sql(
                        """
                        insert into dossier.timer (dossier_id, token, step_id, outcome, fires_at)
                        values (:dossier, :token, :step, :outcome, :firesAt)
                        """)
                .param("dossier", dossier)
                .param("token", token)
                .param("step", step)
                .param("outcome", outcome)
                .param("firesAt", DossierStore.timestamp(firesAt))
                .update();
    }

    /// @return false when there was no such timer any more
    public boolean disarm(UUID dossier, String token) {
        return jdbc.sql("delete from dossier.timer where dossier_id = :dossier and token = :token")
                        .param("dossier", dossier)
                        .param("token", token)
                        .update()
                == 1;
    }

    /// Lets a timer wait until the dossier runs again.
    public void postpone(Due timer, Instant until) {
        jdbc.sql(
                        """
                        update dossier.timer set fires_at = :until
                         where dossier_id = :dossier and token = :token
                        """)
                .param("dossier", timer.dossier())
                .param("token", timer.token())
                .param("until", DossierStore.timestamp(until))
                .update();
    }

    public Optional<Instant> firesAt(UUID dossier, String token) {
        return jdbc.sql(
                        "select fires_at from dossier.timer where dossier_id = :dossier and token = :token")
                .param("dossier", dossier)
                .param("token", token)
                .query((row, number) -> row.getTimestamp("fires_at").toInstant())
                .optional();
    }

    public record Due(UUID dossier, String token) {}

    /// Timers that should have fired, oldest first. Nothing is locked: whoever fires one locks
    /// its dossier first, like everybody else who changes it, and then sees whether the timer
    /// is still there.
    public List<Due> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                        select dossier_id, token from dossier.timer
                         where fires_at <= :now
                         order by fires_at
                         limit :limit
                        """)
                .param("now", DossierStore.timestamp(now))
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Due(
                                        row.getObject("dossier_id", UUID.class),
                                        row.getString("token")))
                .list();
    }

    /// The timers of one dossier that should have fired, oldest first.
    public List<Due> due(UUID dossier, Instant now) {
        return jdbc.sql(
                        """
                        select dossier_id, token from dossier.timer
                         where dossier_id = :dossier and fires_at <= :now
                         order by fires_at
                        """)
                .param("dossier", dossier)
                .param("now", DossierStore.timestamp(now))
                .query(
                        (row, number) ->
                                new Due(
                                        row.getObject("dossier_id", UUID.class),
                                        row.getString("token")))
                .list();
    }

    static Task task(ResultSet row, int number) throws SQLException {
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
                row.getString("note"));
    }
}
