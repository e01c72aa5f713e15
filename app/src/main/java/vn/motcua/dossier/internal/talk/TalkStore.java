package vn.motcua.dossier.internal.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import vn.motcua.dossier.internal.store.Json;
import vn.motcua.dossier.internal.talk.Message.Side;
import vn.motcua.dossier.internal.talk.Message.Way;

/// Messages. Row-level security decides who has which.
@Repository
class TalkStore {
    private static final TypeReference<List<Message.Sent>> FILES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    TalkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A page of topics with all they hold, newest topic first, oldest message first.
    ///
    /// @param before last topic of the page before
    List<Message> topics(UUID dossier, @Nullable UUID before, int limit) {
        return jdbc.sql(
                        """
                        select m.*
                          from (select id
                                  from dossier.message
                                 where dossier_id = :dossier and topic = id
                                   and (:before::uuid is null or id < :before::uuid)
                                 order by id desc
                                 limit :limit) as first
                          join dossier.message m on m.dossier_id = :dossier and m.topic = first.id
                         order by m.topic desc, m.sent_at, m.id
                        """)
                .param("dossier", dossier)
                .param("before", before)
                .param("limit", limit)
                .query(TalkStore::message)
                .list();
    }

    List<Message> topic(UUID dossier, UUID topic) {
        return jdbc.sql(
                        """
                        select * from dossier.message
                         where dossier_id = :dossier and topic = :topic
                         order by sent_at, id
                        """)
                .param("dossier", dossier)
                .param("topic", topic)
                .query(TalkStore::message)
                .list();
    }

    /// The newest messages, newest first.
    List<Message> newest(UUID dossier, int limit) {
        return jdbc.sql(
                        """
                        select * from dossier.message
                         where dossier_id = :dossier
                         order by sent_at desc, id desc
                         limit :limit
                        """)
                .param("dossier", dossier)
                .param("limit", limit)
                .query(TalkStore::message)
                .list();
    }

    void add(Message message) {
        jdbc.sql(
                        """
                        insert into dossier.message (id, dossier_id, topic, side, way, author, author_name, body, files,
                               sent_at)
                        values (:id, :dossier, :topic, :side, :way, :author, :name, :body, :files::jsonb, :at)
                        """)
                .param("id", message.id())
                .param("dossier", message.dossier())
                .param("topic", message.topic())
                .param("side", message.side().name())
                .param("way", message.way().name())
                .param("author", message.author())
                .param("name", message.authorName())
                .param("body", message.body())
                .param("files", Json.write(message.files()))
                .param("at", Timestamp.from(message.at()))
                .update();
    }

    /// What this side wrote has been seen by the other.
    void read(UUID dossier, Side written, Instant at, @Nullable String name) {
        jdbc.sql(
                        """
                        update dossier.message set read_at = :at, read_name = :name
                         where dossier_id = :dossier and side = :side and read_at is null
                        """)
                .param("dossier", dossier)
                .param("side", written.name())
                .param("at", Timestamp.from(at))
                .param("name", name)
                .update();
    }

    /// How much of what this side wrote the other has not seen, by dossier; absent means none.
    Map<UUID, Integer> unread(Collection<UUID> dossiers, Side written) {
        if (dossiers.isEmpty()) return Map.of();
        var counts = new HashMap<UUID, Integer>();
        jdbc.sql(
                        """
                        select dossier_id, count(*) as unread
                          from dossier.message
                         where dossier_id = any (:dossiers) and side = :side and read_at is null
                         group by dossier_id
                        """)
                .param("dossiers", dossiers.toArray(UUID[]::new))
                .param("side", written.name())
                .query(
                        (row, _) ->
                                counts.put(
                                        row.getObject("dossier_id", UUID.class),
                                        row.getInt("unread")))
                .list();
        return counts;
    }

    /// How much the person has written since a moment; one writer at a time, so that many at
    /// once do not all see a count below the limit.
    int written(UUID dossier, Way way, Instant since) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('talk ' || :dossier, 0))")
                .param("dossier", dossier.toString())
                .query((row, number) -> true)
                .single();
        return jdbc.sql(
                        """
                        select count(*) from dossier.message
                         where dossier_id = :dossier and sent_at > :since and way = :way
                        """)
                .param("dossier", dossier)
                .param("since", Timestamp.from(since))
                .param("way", way.name())
                .query(Integer.class)
                .single();
    }

    /// Whether a file came with a message of this dossier.
    boolean holds(UUID dossier, UUID file) {
        return jdbc.sql(
                        """
                        select exists (select from dossier.message
                                        where dossier_id = :dossier
                                          and files @> cast(:file as jsonb))
                        """)
                .param("dossier", dossier)
                .param("file", "[{\"id\": \"" + file + "\"}]")
                .query(Boolean.class)
                .single();
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        var read = row.getTimestamp("read_at");
        return new Message(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getObject("topic", UUID.class),
                Side.valueOf(row.getString("side")),
                Way.valueOf(row.getString("way")),
                row.getObject("author", UUID.class),
                row.getString("author_name"),
                row.getString("body"),
                Json.read(row.getString("files"), FILES),
                row.getTimestamp("sent_at").toInstant(),
                read == null ? null : read.toInstant(),
                row.getString("read_name"));
    }
}
