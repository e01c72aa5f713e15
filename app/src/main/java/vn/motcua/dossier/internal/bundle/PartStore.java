package vn.motcua.dossier.internal.bundle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import vn.motcua.dossier.internal.store.Json;
import vn.motcua.kernel.Sql;

/// Which dossier waits for which. Whoever sees one of the two sees that they belong together.
@Repository
class PartStore {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Part part) {
        jdbc.sql(
                        """
                        insert into dossier.part (child_id, parent_id, number, step_id, token, agency, lacking, called_at)
                        values (:child, :parent, :number, :step, :token, :agency, :lacking::jsonb, :called)
                        """)
                .param("child", part.child())
                .param("parent", part.parent())
                .param("number", part.number())
                .param("step", part.step())
                .param("token", part.token())
                .param("agency", part.agency())
                .param("lacking", Json.write(part.lacking()))
                .param("called", Timestamp.from(part.called()))
                .update();
    }

    int nextNumber(UUID parent) {
        return jdbc.sql(
                        "select coalesce(max(number), 0) + 1 from dossier.part where parent_id = :parent")
                .param("parent", parent)
                .query(Integer.class)
                .single();
    }

    List<Part> of(UUID parent) {
        return jdbc.sql("select * from dossier.part where parent_id = :parent order by number")
                .param("parent", parent)
                .query(PartStore::part)
                .list();
    }

    /// What a dossier is part of.
    Optional<Part> find(UUID child) {
        return jdbc.sql("select * from dossier.part where child_id = :child")
                .param("child", child)
                .query(PartStore::part)
                .optional();
    }

    /// Parts among these dossiers, and unfinished parts of them.
    List<Part> touched(Collection<UUID> dossiers) {
        return jdbc.sql(
                        """
                        select * from dossier.part where child_id = any (:ids)
                         union
                        select * from dossier.part where parent_id = any (:ids) and ended_at is null
                        """)
                .param("ids", dossiers.toArray(UUID[]::new))
                .query(PartStore::part)
                .list();
    }

    /// @param end null: it goes on after all
    void ended(UUID child, Part.@Nullable End end, @Nullable Instant at) {
        jdbc.sql(
                        """
                        update dossier.part set ended_as = :end, ended_at = :at::timestamptz
                         where child_id = :child and settled_at is null
                        """)
                .param("child", child)
                .param("end", Sql.text(end == null ? null : end.name()))
                .param("at", Sql.text(at == null ? null : at.toString()))
                .update();
    }

    void settled(UUID child, Instant at) {
        jdbc.sql("update dossier.part set settled_at = :at where child_id = :child")
                .param("child", child)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Parts that have ended and whose waiting step has not been told, by key.
    List<Part> unsettled(@Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select * from dossier.part
                         where ended_at is not null and settled_at is null and child_id > :after
                         order by child_id
                         limit :limit
                        """)
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query(PartStore::part)
                .list();
    }

    private static Part part(ResultSet row, int number) throws SQLException {
        var end = row.getString("ended_as");
        return new Part(
                row.getObject("child_id", UUID.class),
                row.getObject("parent_id", UUID.class),
                row.getInt("number"),
                row.getString("step_id"),
                row.getString("token"),
                row.getString("agency"),
                Json.read(row.getString("lacking"), NAMES),
                row.getTimestamp("called_at").toInstant(),
                end == null ? null : Part.End.valueOf(end),
                instant(row, "ended_at"),
                instant(row, "settled_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
