package vn.motcua.dossier.internal.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.kernel.HanoiTime;

/// All dossiers the officer may see, newest first, read by key; by words through the index of
/// words. Identifiers begin with the moment of filing, so days of receipt are a range of them.
@Repository
public class Finder {
    /// More than this is never found at once, not even to be taken away.
    private static final int MOST = 2_000_000;

    private static final int AT_ONCE = 500;
    private static final int ROUNDS = 20;
    private static final int FETCHED = 1_000;

    private final JdbcClient jdbc;

    Finder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Found(
            UUID id,
            String code,
            String procedure,
            int release,
            String owner,
            String summary,
            String channel,
            String state,
            String agency,
            boolean paused,
            Instant submitted,
            @Nullable Instant due,
            @Nullable Instant finished) {}

    private static final String COLUMNS =
            """
            select d.id, d.code, d.procedure_code, d.release_version, d.owner_name, d.summary, d.channel, d.state,
                   d.agency, coalesce(d.ledger #>> '{lines,-1,type}' = 'paused', false) as paused, d.submitted_at,
                   d.due_at, d.finished_at
              from dossier.dossier d
            """;

    /// @param agency the officer's own, where no other lies below it; null otherwise
    /// @param words question to the word index; null for all
    /// @param before last dossier of the page before
    public List<Found> page(
            FindQuery query,
            @Nullable String agency,
            @Nullable String words,
            @Nullable UUID before,
            int limit) {
        if (words == null) return listed(query, agency, before, limit);
        var page = new ArrayList<Found>();
        @Nullable UUID last = before;
        for (int round = 0; round < ROUNDS && page.size() < limit; round++) {
            var ids = found(words, last);
            page.addAll(among(query, ids, limit - page.size()));
            if (ids.size() < AT_ONCE) break;
            last = ids.getLast();
        }
        return page;
    }

    private List<UUID> found(String words, @Nullable UUID before) {
        return jdbc.sql("select dossier.found(:words::tsquery, :before::uuid, :most)")
                .param("words", words)
                .param("before", before)
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
    }

    private List<Found> among(FindQuery query, List<UUID> ids, int limit) {
        if (ids.isEmpty()) return List.of();
        var parameters = new HashMap<String, Object>();
        var conditions = conditions(query, null, parameters);
        return jdbc.sql(
                        COLUMNS
                                + " where d.id = any (:ids)"
                                + conditions
                                + " order by d.id desc limit :limit")
                .params(parameters)
                .param("ids", ids.toArray(UUID[]::new))
                .param("limit", limit)
                .query(Finder::row)
                .list();
    }

    private List<Found> listed(
            FindQuery query, @Nullable String agency, @Nullable UUID before, int limit) {
        var parameters = new HashMap<String, Object>();
        var sql = listing(query, agency, before != null, parameters) + " limit :limit";
        if (before != null) parameters.put("before", before);
        return jdbc.sql(sql).params(parameters).param("limit", limit).query(Finder::row).list();
    }

    static String listing(
            FindQuery query,
            @Nullable String agency,
            boolean further,
            Map<String, Object> parameters) {
        return COLUMNS
                + " where true"
                + conditions(query, agency, parameters)
                + (further ? " and d.id < :before" : "")
                + " order by d.id desc";
    }

    /// Everything found, of one moment, line by line as PostgreSQL gives it.
    public void each(
            FindQuery query, @Nullable String agency, @Nullable String words, Consumer<Found> to) {
        var parameters = new HashMap<String, Object>();
        var conditions = conditions(query, words == null ? agency : null, parameters);
        var sql =
                words == null
                        ? COLUMNS + " where true" + conditions + " order by d.id desc"
                        : COLUMNS
                                + " join dossier.found(:words::tsquery, null, :most) as found (id) on found.id = d.id"
                                + " where true"
                                + conditions;
        if (words != null) {
            parameters.put("words", words);
            parameters.put("most", MOST);
        }
        jdbc.sql(sql)
                .params(parameters)
                .withFetchSize(FETCHED)
                .query(
                        row -> {
                            to.accept(row(row, 0));
                        });
    }

    private static String conditions(
            FindQuery query, @Nullable String agency, Map<String, Object> parameters) {
        var sql = new StringBuilder();
        equal(sql, parameters, "agency", agency);
        equal(sql, parameters, "procedure_code", query.procedure());
        equal(sql, parameters, "channel", query.channel());
        equal(sql, parameters, "state", query.state());
        if (query.from() != null) {
            sql.append(" and d.id >= :first");
            parameters.put("first", first(query.from()));
        }
        if (query.to() != null) {
            sql.append(" and d.id < :until");
            parameters.put("until", first(query.to().plusDays(1)));
        }
        return sql.toString();
    }

    private static void equal(
            StringBuilder sql,
            Map<String, Object> parameters,
            String column,
            @Nullable String value) {
        if (value == null) return;
        sql.append(" and d.").append(column).append(" = :").append(column);
        parameters.put(column, value);
    }

    /// The lowest identifier (UUID version 7) of a day.
    private static UUID first(LocalDate day) {
        var midnight = HanoiTime.instant(day.atTime(LocalTime.MIDNIGHT));
        return new UUID(midnight.toEpochMilli() << 16, 0L);
    }

    private static Found row(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("procedure_code"),
                row.getInt("release_version"),
                row.getString("owner_name"),
                row.getString("summary"),
                row.getString("channel"),
                row.getString("state"),
                row.getString("agency"),
                row.getBoolean("paused"),
                row.getTimestamp("submitted_at").toInstant(),
                instant(row, "due_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
