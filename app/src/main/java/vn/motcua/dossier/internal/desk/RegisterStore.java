package vn.motcua.dossier.internal.desk;

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

    record Row(
            UUID id,
            String code,
            String procedure,
            int release,
            String summary,
            String owner,
            @Nullable String phone,
            String state,
            Instant submitted,
            @Nullable Instant accepted,
            @Nullable Instant due,
            @Nullable Instant finished,
            @Nullable Instant returned,
            String returnWay,
            String filer) {}

    /// Newest first when `before` counts down, oldest first for the printed register.
    List<Row> rows(
            String agency,
            Instant from,
            Instant to,
            @Nullable UUID before,
            boolean oldestFirst,
            int limit) {
        return jdbc.sql(
                        """
                        select id, code, procedure_code, release_version, summary, owner_name, owner_phone, state,
                               submitted_at, accepted_at, due_at, finished_at, returned_at, return_way, filer_name
                          from dossier.dossier
                         where agency = :agency and id >= :from and id < :to
                           and (:before::uuid is null or id < :before::uuid)
                         order by id
                        """
                                + (oldestFirst ? " asc" : " desc")
                                + " limit :limit")
                .param("agency", agency)
                .param("from", first(from))
                .param("to", first(to))
                .param("before", before)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Row(
                                        row.getObject("id", UUID.class),
                                        row.getString("code"),
                                        row.getString("procedure_code"),
                                        row.getInt("release_version"),
                                        row.getString("summary"),
                                        row.getString("owner_name"),
                                        row.getString("owner_phone"),
                                        row.getString("state"),
                                        row.getTimestamp("submitted_at").toInstant(),
                                        instant(row.getTimestamp("accepted_at")),
                                        instant(row.getTimestamp("due_at")),
                                        instant(row.getTimestamp("finished_at")),
                                        instant(row.getTimestamp("returned_at")),
                                        row.getString("return_way"),
                                        row.getString("filer_name")))
                .list();
    }

    /// The lowest identifier (UUID version 7) of a moment.
    static UUID first(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0L);
    }

    private static @Nullable Instant instant(java.sql.@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
