package vn.motcua.register.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.register.Trouble;

/// How it goes with each register, as rows.
@Repository
class StandingStore {
    private final JdbcClient jdbc;

    StandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            @Nullable Instant answered,
            @Nullable Instant failed,
            @Nullable Trouble trouble,
            Breaker breaker,
            long waiting,
            @Nullable Instant oldest,
            long given) {
        static final Row NEW = new Row(null, null, null, Breaker.CLOSED, 0, null, 0);
    }

    /// The breaker alone, kept from others until the transaction ends.
    Breaker lock(String register) {
        jdbc.sql(
                        "insert into register.standing (register) values (:register) on conflict do nothing")
                .param("register", register)
                .update();
        return jdbc.sql(
                        "select failures, resting from register.standing where register = :register for update")
                .param("register", register)
                .query(
                        (row, number) ->
                                new Breaker(row.getInt(1), QueryStore.moment(row, "resting")))
                .single();
    }

    /// While one question tries it, no other does.
    void probing(String register, Instant until) {
        jdbc.sql("update register.standing set resting = :until where register = :register")
                .param("register", register)
                .param("until", Timestamp.from(until))
                .update();
    }

    void answered(String register, Instant at) {
        jdbc.sql(
                        """
                        update register.standing
                           set answered_at = :at, failures = 0, resting = null, trouble = null
                         where register = :register
                        """)
                .param("register", register)
                .param("at", Timestamp.from(at))
                .update();
    }

    void failed(String register, Trouble trouble, Breaker breaker, Instant at) {
        var resting = breaker.resting();
        jdbc.sql(
                        """
                        update register.standing
                           set failed_at = :at, trouble = :trouble, failures = :failures, resting = :resting::timestamptz
                         where register = :register
                        """)
                .param("register", register)
                .param("trouble", trouble.name())
                .param("failures", breaker.failures())
                .param("resting", resting == null ? null : resting.toString())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// By register; those never asked are not there.
    Map<String, Row> all() {
        var rows = new HashMap<String, Row>();
        jdbc.sql(
                        """
                        select coalesce(s.register, q.register) as register, s.answered_at, s.failed_at, s.trouble,
                               coalesce(s.failures, 0) as failures, s.resting,
                               coalesce(q.waiting, 0) as waiting, q.oldest, coalesce(q.given, 0) as given
                          from register.standing s
                          full join (select register,
                                            count(*) filter (where state = 'WAITING') as waiting,
                                            min(asked_at) filter (where state = 'WAITING') as oldest,
                                            count(*) filter (where state = 'FAILED') as given
                                       from register.query
                                      where state in ('WAITING', 'FAILED')
                                      group by register) q on q.register = s.register
                        """)
                .query(
                        (row, number) -> {
                            var trouble = row.getString("trouble");
                            return rows.put(
                                    row.getString("register"),
                                    new Row(
                                            QueryStore.moment(row, "answered_at"),
                                            QueryStore.moment(row, "failed_at"),
                                            trouble == null ? null : Trouble.valueOf(trouble),
                                            new Breaker(
                                                    row.getInt("failures"),
                                                    QueryStore.moment(row, "resting")),
                                            row.getLong("waiting"),
                                            QueryStore.moment(row, "oldest"),
                                            row.getLong("given")));
                        })
                .list();
        return rows;
    }
}
