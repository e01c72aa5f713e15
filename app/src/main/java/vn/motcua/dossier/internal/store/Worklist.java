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

    /// Whose work: the posts somebody holds in one agency.
    public record Who(String agency, UUID account, Collection<Post> posts) {}

    /// A position in one unit. Steps without a unit belong to every officer of the position.
    public record Post(String position, String unit) {}

    /// One line.
    ///
    /// @param due the appointment with the person, or the end of the piece of work where there
    /// is none; null also while the clock of the dossier stands still
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
            @Nullable String channel,
            String state,
            Instant opened,
            @Nullable Instant stepDue,
            @Nullable Instant due,
            boolean paused,
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
               and (t.unit is null and t.position = any (:positions)
                    or t.position || ' ' || t.unit = any (:posts))
            """;

    /// All counters in one walk over the agency's part of the index.
    static final String COUNTERS =
            """
            select count(*) as all,
                   count(*) filter (where t.kind = 'RECEPTION') as reception,
                   count(*) filter (where t.listed_at < :now) as overdue,
                   count(*) filter (where t.listed_at >= :now and t.listed_at < :soon) as due_soon,
                   count(*) filter (where t.claimed_by = :account) as mine
              from dossier.task t
             where
            """
                    + THEIRS;

    private static final String COLUMNS =
            """
            select t.id, t.dossier_id, coalesce(d.code, o.code) as code,
                   coalesce(d.procedure_code, o.procedure_code) as procedure_code,
                   coalesce(d.release_version, o.release_version) as release_version, t.kind, t.step_id,
                   coalesce(d.owner_name, o.owner_name) as owner_name, coalesce(d.summary, '') as summary, d.channel,
                   coalesce(d.state, 'PROCESSING') as state, t.opened_at, t.due_at,
                   nullif(t.listed_at, 'infinity') as due, t.paused, t.claimed_name,
                   coalesce(t.claimed_by = :account, false) as mine
            """;

    /// Whoever is asked for an opinion sees the question and not the dossier.
    private static final String ABOUT =
            """
                  left join dossier.dossier d on d.id = t.dossier_id
                  left join dossier.opinion o on o.id = t.id
            """;

    public Counts counts(Who who, Instant now, Instant soon) {
        return bound(jdbc.sql(COUNTERS), who, now, soon)
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
        var words = search.strip();
        var sql = words.isEmpty() ? listing(filter, place != null) : search(filter, place != null);
        var statement = bound(jdbc.sql(sql), who, now, soon).param("limit", limit);
        if (!words.isEmpty()) statement.param("search", words);
        if (place != null) statement.param("dueAt", place.due()).param("taskKey", place.task());
        return statement.query(Worklist::line).list();
    }

    /// A range of the index in its own order; only the lines of the page are joined to their
    /// dossiers.
    static String listing(Filter filter, boolean further) {
        return COLUMNS
                + """
                  from (select t.id, t.listed_at, t.dossier_id
                          from dossier.task t
                         where
                """
                + THEIRS
                + condition(filter)
                + (further ? FURTHER : "")
                + """
                         order by t.listed_at, t.id
                         limit :limit) as page
                  join dossier.task t on t.id = page.id
                """
                + ABOUT
                + """
                 order by page.listed_at, page.id
                """;
    }

    /// What is looked for stands in the dossier, so here the dossiers are joined first.
    static String search(Filter filter, boolean further) {
        return COLUMNS
                + """
                  from dossier.task t
                """
                + ABOUT
                + " where "
                + THEIRS
                + condition(filter)
                + (further ? FURTHER : "")
                + """
                   and (kernel.fold(coalesce(d.owner_name, o.owner_name)) like '%' || kernel.fold(:search) || '%'
                        or coalesce(d.code, o.code) like '%' || upper(:search) || '%')
                 order by t.listed_at, t.id
                 limit :limit
                """;
    }

    private static final String FURTHER =
            """
               and (t.listed_at, t.id) > (:dueAt::timestamptz, :taskKey::uuid)
            """;

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
            case OVERDUE -> " and t.listed_at < :now ";
            case DUE_SOON -> " and t.listed_at >= :now and t.listed_at < :soon ";
            case MINE -> " and t.claimed_by = :account ";
        };
    }

    static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, Who who, Instant now, Instant soon) {
        return statement
                .param("agency", who.agency())
                .param("account", who.account())
                .param("positions", who.posts().stream().map(Post::position).toArray(String[]::new))
                .param(
                        "posts",
                        who.posts().stream()
                                .map(post -> post.position() + " " + post.unit())
                                .toArray(String[]::new))
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
                row.getBoolean("paused"),
                row.getString("claimed_name"),
                row.getBoolean("mine"));
    }
}
