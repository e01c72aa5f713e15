package vn.motcua.dossier.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The officers' list of open work, due soonest first, read by key. Counters and list ask the
/// same conditions, so they always agree.
@Repository
public class Worklist {
    private static final String NO_END = "infinity";

    private final JdbcClient jdbc;

    Worklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Which part of the work.
    public enum Filter {
        ALL,
        RECEPTION,
        OVERDUE,
        DUE_SOON,
        MINE
    }

    /// Whose work: positions and unit in one agency.
    ///
    /// @param units the officer's units; steps without a unit belong to every officer of the
    /// position
    public record Who(
            String agency, UUID account, Collection<String> positions, Collection<String> units) {}

    /// One line.
    ///
    /// @param due the appointment with the person, or the end of the piece of work where there
    /// is none
    public record Line(
            UUID taskId,
            UUID dossier,
            String code,
            String procedure,
            int release,
            String kind,
            String step,
            String ownerName,
            String summary,
            String channel,
            String state,
            Instant opened,
            @Nullable Instant stepDue,
            @Nullable Instant due,
            @Nullable String claimedName,
            boolean mine) {
        public String key() {
            return (due == null ? NO_END : due.toString()) + "_" + taskId;
        }
    }

    public record Counts(long all, long reception, long overdue, long dueSoon, long mine) {}

    private static final String THEIRS =
            """
                   t.agency = :agency and t.closed_at is null and not t.suspended
               and t.position in (:positions)
               and (t.unit is null or t.unit in (:units))
            """;

    public Counts counts(Who who, Instant now, Instant soon) {
        return bound(
                        jdbc.sql(
                                """
                                select count(*) as all,
                                       count(*) filter (where t.kind = 'RECEPTION') as reception,
                                       count(*) filter (where coalesce(t.dossier_due_at, t.due_at) < :now) as overdue,
                                       count(*) filter (where coalesce(t.dossier_due_at, t.due_at) >= :now
                                                          and coalesce(t.dossier_due_at, t.due_at) < :soon) as due_soon,
                                       count(*) filter (where t.claimed_by = :account) as mine
                                  from dossier.task t
                                 where
                                """
                                        + THEIRS),
                        who,
                        now,
                        soon)
                .query(
                        (row, number) ->
                                new Counts(
                                        row.getLong("all"),
                                        row.getLong("reception"),
                                        row.getLong("overdue"),
                                        row.getLong("due_soon"),
                                        row.getLong("mine")))
                .single();
    }

    /// One page of the list.
    ///
    /// @param after key of the last line of the page before
    /// @param search words of the owner's name or the code; empty for everything
    public List<Line> page(
            Who who,
            Filter filter,
            String search,
            Instant now,
            Instant soon,
            @Nullable String after,
            int limit) {
        var place = after == null ? null : Place.parse(after);
        return bound(
                        jdbc.sql(
                                """
                                select t.id, t.dossier_id, d.code, d.procedure_code, d.release_version, t.kind, t.step_id,
                                       d.owner_name, d.summary, d.channel, d.state, t.opened_at, t.due_at,
                                       coalesce(t.dossier_due_at, t.due_at) as due, t.claimed_name,
                                       coalesce(t.claimed_by = :account, false) as mine
                                  from dossier.task t
                                  join dossier.dossier d on d.id = t.dossier_id
                                 where
                                """
                                        + THEIRS
                                        + condition(filter)
                                        + """
                                           and (:search = '' or kernel.fold(d.owner_name) like '%' || kernel.fold(:search) || '%'
                                                or d.code like '%' || upper(:search) || '%')
                                           and (:taskKey::uuid is null or (coalesce(t.dossier_due_at, t.due_at, 'infinity'), t.id)
                                                > (:dueAt::timestamptz, :taskKey::uuid))
                                         order by coalesce(t.dossier_due_at, t.due_at, 'infinity'), t.id
                                         limit :limit
                                        """),
                        who,
                        now,
                        soon)
                .param("search", search.strip())
                .param("dueAt", place == null ? null : place.due())
                .param("taskKey", place == null ? null : place.task())
                .param("limit", limit)
                .query(Worklist::line)
                .list();
    }

    /// The place of a line in the order of the list.
    private record Place(String due, UUID task) {
        /// Null for a key nobody gave out: the list begins anew.
        static @Nullable Place parse(String key) {
            var parts = key.split("_", 2);
            try {
                var due = parts[0].equals(NO_END) ? NO_END : Instant.parse(parts[0]).toString();
                return parts.length < 2 ? null : new Place(due, UUID.fromString(parts[1]));
            } catch (java.time.DateTimeException | IllegalArgumentException unreadable) {
                return null;
            }
        }
    }

    private static String condition(Filter filter) {
        return switch (filter) {
            case ALL -> "";
            case RECEPTION -> " and t.kind = 'RECEPTION' ";
            case OVERDUE -> " and coalesce(t.dossier_due_at, t.due_at) < :now ";
            case DUE_SOON ->
                    " and coalesce(t.dossier_due_at, t.due_at) >= :now and coalesce(t.dossier_due_at, t.due_at) < :soon ";
            case MINE -> " and t.claimed_by = :account ";
        };
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, Who who, Instant now, Instant soon) {
        return statement
                .param("agency", who.agency())
                .param("account", who.account())
                .param("positions", who.positions().isEmpty() ? List.of("") : who.positions())
                .param("units", who.units().isEmpty() ? List.of("") : who.units())
                .param("now", java.sql.Timestamp.from(now))
                .param("soon", java.sql.Timestamp.from(soon));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("code"),
                row.getString("procedure_code"),
                row.getInt("release_version"),
                row.getString("kind"),
                row.getString("step_id"),
                row.getString("owner_name"),
                row.getString("summary"),
                row.getString("channel"),
                row.getString("state"),
                row.getTimestamp("opened_at").toInstant(),
                DossierStore.instant(row, "due_at"),
                DossierStore.instant(row, "due"),
                row.getString("claimed_name"),
                row.getBoolean("mine"));
    }
}
