package vn.motcua.dossier.internal.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The officers' list of open work, due soonest first, read by key both ways. Counters and list
/// ask the same conditions, so they always agree.
@Repository
public class Worklist {
    /// What is ordered by time to spare is put in order in memory, so there is an end to it.
    public static final int MOST_ORDERED = 5_000;

    private static final int FETCHED = 500;

    private final JdbcClient jdbc;

    Worklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

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
            @Nullable String unit,
            String ownerName,
            String summary,
            String channel,
            String state,
            Instant submitted,
            Instant opened,
            @Nullable Instant stepDue,
            @Nullable Instant due,
            boolean paused,
            boolean suspended,
            @Nullable String claimedName,
            boolean mine,
            @Nullable String preparedBy,
            boolean warned,
            boolean escalated) {
        public String key() {
            return new Place(due, taskId).toString();
        }
    }

    /// What putting in order by time to spare needs of a line.
    public record Brief(
            UUID task,
            @Nullable Instant due,
            String procedure,
            int release,
            String step,
            Instant opened) {}

    /// One page, soonest due first.
    ///
    /// @param from the line at the edge of the page shown before; null begins anew
    /// @param back whether the lines before that one are wanted instead of those behind it
    public List<Line> page(WorkSql ask, @Nullable Place from, boolean back, int limit) {
        boolean backwards = back && from != null;
        var statement = ask.bind(jdbc.sql(listing(ask, from != null, backwards)));
        if (from != null)
            statement = statement.param("dueAt", from.dueText()).param("taskKey", from.task());
        var lines = statement.param("limit", limit).query(Worklist::line).list();
        return backwards ? lines.reversed() : lines;
    }

    /// A range of the index in its own order; only the lines of the page are joined to their
    /// dossiers.
    static String listing(WorkSql ask, boolean further, boolean back) {
        var order = back ? "desc" : "";
        return LINE
                + "  from (select t.id, t.listed_at\n"
                + ask.fromWhere()
                + (further
                        ? " and (t.listed_at, t.id) "
                                + (back ? "<" : ">")
                                + " (:dueAt::timestamptz, :taskKey::uuid)\n"
                        : "")
                + " order by t.listed_at %s, t.id %s limit :limit) as page\n"
                        .formatted(order, order)
                + JOINED
                + " order by page.listed_at %s, page.id %s".formatted(order, order);
    }

    /// These lines, in this order.
    public List<Line> lines(UUID account, List<UUID> tasks) {
        if (tasks.isEmpty()) return Collections.emptyList();
        return jdbc.sql(
                        LINE
                                + " from unnest(:tasks::uuid[]) with ordinality as page (id, place)\n"
                                + JOINED
                                + " where t.closed_at is null order by page.place")
                .param("tasks", tasks.toArray(UUID[]::new))
                .param("account", account)
                .query(Worklist::line)
                .list();
    }

    /// Everything of the list that is due, soonest first, to be put in another order.
    public List<Brief> briefs(WorkSql ask) {
        return ask.bind(jdbc.sql(briefing(ask)))
                .param("limit", MOST_ORDERED)
                .query(
                        (row, number) ->
                                new Brief(
                                        row.getObject("id", UUID.class),
                                        instant(row, "due"),
                                        row.getString("procedure_code"),
                                        row.getInt("release_version"),
                                        row.getString("step_id"),
                                        row.getTimestamp("opened_at").toInstant()))
                .list();
    }

    static String briefing(WorkSql ask) {
        return "select t.id, nullif(t.listed_at, 'infinity') as due, t.procedure_code, t.release_version, t.step_id, t.opened_at\n"
                + ask.fromWhere()
                + " order by t.listed_at, t.id limit :limit";
    }

    /// The first so many of what is chosen, for an act on all of it.
    public List<UUID> first(WorkSql ask, int limit) {
        return ask.bind(
                        jdbc.sql(
                                "select t.id "
                                        + ask.fromWhere()
                                        + " order by t.listed_at, t.id limit :limit"))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /// The whole list in its order, line by line as PostgreSQL gives it, of one moment.
    public void each(WorkSql ask, Consumer<Line> to) {
        ask.bind(
                        jdbc.sql(
                                LINE
                                        + " from (select t.id, t.listed_at "
                                        + ask.fromWhere()
                                        + ") as page\n"
                                        + JOINED
                                        + " order by page.listed_at, page.id"))
                .withFetchSize(FETCHED)
                .query(
                        row -> {
                            to.accept(line(row, 0));
                        });
    }

    /// Counters of all tabs and what can be chosen from, in one walk over the index.
    public Totals totals(WorkSql ask) {
        var totals = new Totals.Sum();
        ask.bind(jdbc.sql(ask.totals()))
                .query(
                        row -> {
                            totals.add(row);
                        });
        return totals.done();
    }

    private static final String LINE =
            """
            select t.id, t.dossier_id, coalesce(d.code, o.code) as code, t.procedure_code, t.release_version, t.kind,
                   t.step_id, t.unit, coalesce(d.owner_name, o.owner_name) as owner_name,
                   coalesce(d.summary, '') as summary, t.channel, coalesce(d.state, 'PROCESSING') as state,
                   t.submitted_at, t.opened_at, t.due_at, nullif(t.listed_at, 'infinity') as due, t.paused,
                   t.suspended, t.claimed_name || coalesce(' (' || t.claimed_for_name || ')', '') as claimed_name,
                   coalesce(t.claimed_by = :account, false) as mine, t.warned_at is not null as warned,
                   t.escalated_at is not null as escalated,
                   (select p.closed_name from dossier.task p
                     where p.dossier_id = t.dossier_id and p.closed_at is not null and p.outcome is not null
                     order by p.closed_at desc, p.opened_at desc, p.id desc limit 1) as prepared_by
            """;

    /// Whoever is asked for an opinion sees the question and not the dossier.
    private static final String JOINED =
            """
              join dossier.task t on t.id = page.id
              left join dossier.dossier d on d.id = t.dossier_id
              left join dossier.opinion o on o.id = t.id
            """;

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("code"),
                row.getString("procedure_code"),
                row.getInt("release_version"),
                row.getString("kind"),
                row.getString("step_id"),
                row.getString("unit"),
                row.getString("owner_name"),
                row.getString("summary"),
                row.getString("channel"),
                row.getString("state"),
                row.getTimestamp("submitted_at").toInstant(),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "due_at"),
                instant(row, "due"),
                row.getBoolean("paused"),
                row.getBoolean("suspended"),
                row.getString("claimed_name"),
                row.getBoolean("mine"),
                row.getString("prepared_by"),
                row.getBoolean("warned"),
                row.getBoolean("escalated"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
