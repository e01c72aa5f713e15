package vn.motcua.dossier.internal.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The register of one agency's dossiers. Identifiers begin with the moment of filing, so a
/// month is a range of them and a page is read by key.
@Repository
class RegisterStore {
    private final JdbcClient jdbc;

    RegisterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param paused whether the clock stands still
    /// @param answered whether a result was issued
    record Row(
            UUID id,
            String code,
            String procedure,
            int release,
            String owner,
            @Nullable String phone,
            String state,
            boolean paused,
            boolean answered,
            Instant submitted,
            @Nullable Instant accepted,
            @Nullable Instant due,
            @Nullable Instant finished,
            @Nullable Instant returned,
            String returnWay) {}

    /// One part of a month's lines, numbered from 1.
    ///
    /// @param first its first dossier
    /// @param from number of its first line
    /// @param total lines of the month
    record Part(int number, UUID first, int from, int to, int total) {}

    private static final String ROWS =
            """
            select id, code, procedure_code, release_version, owner_name, owner_phone, state,
                   coalesce((ledger ->> 'paused')::boolean, ledger #>> '{lines,-1,type}' = 'paused', false) as paused,
                   outcome is not null as answered, submitted_at, accepted_at, due_at, finished_at,
                   returned_at, return_way
              from dossier.dossier
             where agency = :agency and id >= :from and id < :to
            """;

    /// A page, newest first.
    ///
    /// @param before last dossier of the page before
    List<Row> rows(String agency, Instant from, Instant to, @Nullable UUID before, int limit) {
        var end = before == null || before.compareTo(first(to)) > 0 ? first(to) : before;
        return jdbc.sql(ROWS + " order by id desc limit :limit")
                .param("agency", agency)
                .param("from", first(from))
                .param("to", end)
                .param("limit", limit)
                .query(RegisterStore::row)
                .list();
    }

    /// One part, oldest first.
    List<Row> part(String agency, UUID first, Instant to, int limit) {
        return jdbc.sql(ROWS + " order by id limit :limit")
                .param("agency", agency)
                .param("from", first)
                .param("to", first(to))
                .param("limit", limit)
                .query(RegisterStore::row)
                .list();
    }

    /// Where the parts of a month begin, in one walk over the index.
    List<Part> parts(String agency, Instant from, Instant to, int size) {
        return jdbc.sql(
                        """
                        select id, line, total
                          from (select id, row_number() over (order by id) as line, count(*) over () as total
                                  from dossier.dossier
                                 where agency = :agency and id >= :from and id < :to) numbered
                         where (line - 1) % :size = 0
                         order by line
                        """)
                .param("agency", agency)
                .param("from", first(from))
                .param("to", first(to))
                .param("size", size)
                .query(
                        (row, number) ->
                                new Part(
                                        number + 1,
                                        row.getObject("id", UUID.class),
                                        row.getInt("line"),
                                        Math.min(
                                                row.getInt("line") + size - 1, row.getInt("total")),
                                        row.getInt("total")))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("procedure_code"),
                row.getInt("release_version"),
                row.getString("owner_name"),
                row.getString("owner_phone"),
                row.getString("state"),
                row.getBoolean("paused"),
                row.getBoolean("answered"),
                row.getTimestamp("submitted_at").toInstant(),
                instant(row.getTimestamp("accepted_at")),
                instant(row.getTimestamp("due_at")),
                instant(row.getTimestamp("finished_at")),
                instant(row.getTimestamp("returned_at")),
                row.getString("return_way"));
    }

    /// The lowest identifier (UUID version 7) of a moment.
    static UUID first(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0L);
    }

    private static @Nullable Instant instant(java.sql.@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
