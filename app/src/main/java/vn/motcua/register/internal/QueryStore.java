package vn.motcua.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.Sql;
import vn.motcua.register.Asked;
import vn.motcua.register.Question;
import vn.motcua.register.Trouble;

/// Questions as rows.
@Repository
class QueryStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final JdbcClient jdbc;

    QueryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Asked asked) {
        var question = asked.question();
        jdbc.sql(
                        """
                        insert into register.query (id, register, register_version, subject, code, agency, step_id, token,
                               purpose_vi, purpose_en, inputs, declared, state, trouble, asked_at, since, next_at)
                        values (:id, :register, :version, :subject, :code, :agency, :step, :token, :vi, :en,
                               :inputs::jsonb, :declared::jsonb, :state, :trouble, :at, :at,
                               case when :state = 'WAITING' then :at::timestamptz end)
                        """)
                .param("id", asked.id())
                .param("register", question.register())
                .param("version", asked.version())
                .param("subject", question.subject())
                .param("code", question.code())
                .param("agency", question.agency())
                .param("step", question.step())
                .param("token", question.token())
                .param("vi", question.purpose().vi())
                .param("en", question.purpose().en())
                .param("inputs", json(question.inputs()))
                .param("declared", json(question.declared()))
                .param("state", asked.state().name())
                .param("trouble", Sql.text(name(asked.trouble())))
                .param("at", Timestamp.from(asked.at()))
                .update();
    }

    List<Asked> of(UUID subject) {
        return jdbc.sql(
                        "select * from register.query where subject = :subject order by asked_at, id")
                .param("subject", subject)
                .query(QueryStore::row)
                .list();
    }

    Optional<Asked> lock(UUID id) {
        return jdbc.sql("select * from register.query where id = :id for update")
                .param("id", id)
                .query(QueryStore::row)
                .optional();
    }

    List<Asked> unsettled(@Nullable UUID after, int most) {
        return jdbc.sql(
                        """
                        select * from register.query
                         where state in ('FOUND', 'NOT_FOUND', 'FAILED') and settled_at is null
                           and id > :after
                         order by id limit :most
                        """)
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("most", most)
                .query(QueryStore::row)
                .list();
    }

    /// Takes what is due of one register; whoever dies with it loses nothing, for it is due again
    /// at the end of the loan.
    List<Asked> borrow(String register, int most, Instant now, Instant loan) {
        return jdbc.sql(
                        """
                        update register.query
                           set next_at = :loan, tries = tries + 1
                         where id in (select id from register.query
                                       where state = 'WAITING' and next_at <= :now and register = :register
                                       order by next_at limit :most for update skip locked)
                        returning *
                        """)
                .param("register", register)
                .param("most", most)
                .param("now", Timestamp.from(now))
                .param("loan", Timestamp.from(loan))
                .query(QueryStore::row)
                .list();
    }

    /// Questions whose patience has ended, whatever the tries.
    int giveUp(String register, Instant askedBefore, Trouble trouble) {
        return jdbc.sql(
                        """
                        update register.query
                           set state = 'FAILED', next_at = null, trouble = coalesce(trouble, :trouble)
                         where state = 'WAITING' and register = :register and since <= :before
                        """)
                .param("register", register)
                .param("before", Timestamp.from(askedBefore))
                .param("trouble", trouble.name())
                .update();
    }

    void answered(UUID id, Asked.State state, Map<String, Object> answer, int version, Instant at) {
        jdbc.sql(
                        """
                        update register.query
                           set state = :state, answers = :answer::jsonb, answered_at = :at, next_at = null,
                               trouble = null, register_version = :version
                         where id = :id and state = 'WAITING'
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("answer", json(answer))
                .param("version", version)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// @param next when it is tried again; null when it is not
    void failed(UUID id, Trouble trouble, @Nullable Instant next) {
        jdbc.sql(
                        """
                        update register.query
                           set trouble = :trouble, next_at = :next::timestamptz,
                               state = case when :next::timestamptz is null then 'FAILED' else state end
                         where id = :id and state = 'WAITING'
                        """)
                .param("id", id)
                .param("trouble", trouble.name())
                .param("next", next == null ? null : next.toString())
                .update();
    }

    void settled(UUID id, Instant at) {
        jdbc.sql("update register.query set settled_at = :at where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    void drop(UUID id) {
        jdbc.sql(
                        """
                        update register.query set state = 'DROPPED', next_at = null
                         where id = :id and state in ('WAITING', 'FAILED')
                        """)
                .param("id", id)
                .update();
    }

    void again(UUID id, UUID by, Instant now) {
        jdbc.sql(
                        """
                        update register.query
                           set state = 'WAITING', tries = 0, trouble = null, since = :now, next_at = :now,
                               again_by = :by, settled_at = null
                         where id = :id and state in ('WAITING', 'FAILED')
                        """)
                .param("id", id)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    void hurry(String register, Instant now) {
        jdbc.sql(
                        """
                        update register.query set next_at = :now
                         where register = :register and state = 'WAITING' and next_at > :now
                        """)
                .param("register", register)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static @Nullable String name(@Nullable Trouble trouble) {
        return trouble == null ? null : trouble.name();
    }

    private static String json(Map<String, Object> values) {
        return JSON.writeValueAsString(new TreeMap<>(values));
    }

    private static Map<String, Object> map(@Nullable String json) {
        return json == null ? Map.of() : JSON.readValue(json, MAP);
    }

    private static Asked row(ResultSet row, int number) throws SQLException {
        var trouble = row.getString("trouble");
        return new Asked(
                row.getObject("id", UUID.class),
                new Question(
                        row.getObject("subject", UUID.class),
                        row.getString("code"),
                        row.getString("agency"),
                        row.getString("step_id"),
                        row.getString("token"),
                        row.getString("register"),
                        new LocalText(row.getString("purpose_vi"), row.getString("purpose_en")),
                        map(row.getString("inputs")),
                        map(row.getString("declared"))),
                row.getInt("register_version"),
                Asked.State.valueOf(row.getString("state")),
                trouble == null ? null : Trouble.valueOf(trouble),
                row.getInt("tries"),
                row.getTimestamp("asked_at").toInstant(),
                moment(row, "answered_at"),
                map(row.getString("answers")),
                row.getObject("again_by", UUID.class),
                moment(row, "settled_at"));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
