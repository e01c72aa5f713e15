package vn.motcua.dossier.internal.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import vn.motcua.dossier.internal.store.Json;

/// Notes between officers. The database shows them to officers alone.
@Repository
class NoteStore {
    private static final TypeReference<List<Note.Earlier>> EARLIER = new TypeReference<>() {};

    private final JdbcClient jdbc;

    NoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Note note) {
        jdbc.sql(
                        """
                        insert into dossier.note (id, dossier_id, body, written_by, written_name, written_at, mention,
                               mention_name)
                        values (:id, :dossier, :body, :by, :name, :at, :mention, :mentionName)
                        """)
                .param("id", note.id())
                .param("dossier", note.dossier())
                .param("body", note.body())
                .param("by", note.by())
                .param("name", note.byName())
                .param("at", Timestamp.from(note.at()))
                .param("mention", note.mention())
                .param("mentionName", note.mentionName())
                .update();
    }

    /// Newest first.
    ///
    /// @param before last note of the page before
    List<Note> of(UUID dossier, @Nullable UUID before, int limit) {
        return jdbc.sql(
                        """
                        select * from dossier.note
                         where dossier_id = :dossier and (:before::uuid is null or id < :before::uuid)
                         order by id desc
                         limit :limit
                        """)
                .param("dossier", dossier)
                .param("before", before)
                .param("limit", limit)
                .query(NoteStore::note)
                .list();
    }

    Optional<Note> find(UUID dossier, UUID id) {
        return jdbc.sql("select * from dossier.note where id = :id and dossier_id = :dossier")
                .param("id", id)
                .param("dossier", dossier)
                .query(NoteStore::note)
                .optional();
    }

    /// Puts other words in place of those that stood there since `written`, which are kept.
    ///
    /// @return whether they still stood there
    boolean correct(Note before, String body, Instant now) {
        return jdbc.sql(
                                """
                        update dossier.note
                           set body = :body, corrected_at = :now,
                               earlier = earlier || jsonb_build_array(
                                   jsonb_build_object('body', body, 'at', :written::text))
                         where id = :id and coalesce(corrected_at, written_at) = :stood
                        """)
                        .param("id", before.id())
                        .param("body", body)
                        .param("now", Timestamp.from(now))
                        .param("written", before.written().toString())
                        .param("stood", Timestamp.from(before.written()))
                        .update()
                == 1;
    }

    /// Whoever is mentioned has the dossier before them now.
    void seen(UUID dossier, UUID account, Instant now) {
        jdbc.sql(
                        """
                        update dossier.note set mention_seen = :now
                         where dossier_id = :dossier and mention = :account and mention_seen is null
                        """)
                .param("dossier", dossier)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Mention> mentions(UUID account, int limit) {
        return jdbc.sql(
                        """
                        select n.id, n.dossier_id, d.code, n.written_name, n.written_at
                          from dossier.note n
                          join dossier.dossier d on d.id = n.dossier_id
                         where n.mention = :account and n.mention_seen is null
                         order by n.id desc
                         limit :limit
                        """)
                .param("account", account)
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new Mention(
                                        row.getObject("id", UUID.class),
                                        row.getObject("dossier_id", UUID.class),
                                        row.getString("code"),
                                        row.getString("written_name"),
                                        row.getTimestamp("written_at").toInstant()))
                .list();
    }

    /// Which of these dossiers hold a note for this officer that they have not seen.
    Set<UUID> mentioned(Collection<UUID> dossiers, UUID account) {
        if (dossiers.isEmpty()) return Set.of();
        return Set.copyOf(
                jdbc.sql(
                                """
                                select distinct dossier_id from dossier.note
                                 where mention = :account and mention_seen is null
                                   and dossier_id = any (:dossiers)
                                """)
                        .param("account", account)
                        .param("dossiers", dossiers.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        return new Note(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("body"),
                row.getObject("written_by", UUID.class),
                row.getString("written_name"),
                row.getTimestamp("written_at").toInstant(),
                row.getObject("mention", UUID.class),
                row.getString("mention_name"),
                instant(row, "mention_seen"),
                instant(row, "corrected_at"),
                Json.read(row.getString("earlier"), EARLIER));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
