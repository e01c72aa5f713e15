package vn.motcua.dossier.internal.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.identity.Role;
import vn.motcua.kernel.Sql;

/// Acts on many dossiers, and what became of each.
@Repository
class BulkStore {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final String COLUMNS =
            "select id, account, account_name, role, agency, act, step_id, outcome, given_to, given_name, note, late_reason, late_words, state, made_at from dossier.bulk";

    private final JdbcClient jdbc;

    BulkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps what was chosen: pieces of work the caller sees, in the order of the list.
    ///
    /// @return how many there are
    int make(Bulk bulk, List<UUID> tasks) {
        jdbc.sql(
                        """
                        insert into dossier.bulk (id, account, account_name, role, agency, act, state, made_at)
                        values (:id, :account, :name, :role, :agency, :act, 'CHOSEN', :now)
                        """)
                .param("id", bulk.id())
                .param("account", bulk.account())
                .param("name", bulk.accountName())
                .param("role", bulk.role().name())
                .param("agency", bulk.agency())
                .param("act", bulk.act().name())
                .param("now", Timestamp.from(bulk.made()))
                .update();
        return jdbc.sql(
                        """
                        insert into dossier.bulk_row (bulk_id, number, task_id, dossier_id, code, version)
                        select :bulk, row_number() over (order by chosen.place), t.id, d.id, d.code, d.version
                          from unnest(:tasks::uuid[]) with ordinality as chosen (id, place)
                          join dossier.task t on t.id = chosen.id
                          join dossier.dossier d on d.id = t.dossier_id
                         where t.closed_at is null
                        """)
                .param("bulk", bulk.id())
                .param("tasks", tasks.toArray(UUID[]::new))
                .update();
    }

    Optional<Bulk> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(BulkStore::bulk)
                .optional();
    }

    void choose(UUID id, String step, String outcome, @Nullable String note) {
        jdbc.sql(
                        """
                        update dossier.bulk set step_id = :step, outcome = :outcome, note = :note
                         where id = :id and state = 'CHOSEN'
                        """)
                .param("id", id)
                .param("step", step)
                .param("outcome", outcome)
                .param("note", Sql.text(note))
                .update();
    }

    void give(UUID id, UUID to, String name) {
        jdbc.sql(
                        """
                        update dossier.bulk set given_to = :to, given_name = :name
                         where id = :id and state = 'CHOSEN'
                        """)
                .param("id", id)
                .param("to", to)
                .param("name", name)
                .update();
    }

    void late(UUID id, Desk.Grounds late) {
        jdbc.sql(
                        """
                        update dossier.bulk set late_reason = :reason, late_words = :words
                         where id = :id and state = 'CHOSEN'
                        """)
                .param("id", id)
                .param("reason", late.id())
                .param("words", late.words())
                .update();
    }

    /// Whether this press was the one that confirmed it.
    boolean confirm(UUID id, Instant now) {
        return jdbc.sql(
                                "update dossier.bulk set state = 'CONFIRMED', confirmed_at = :now where id = :id and state = 'CHOSEN'")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// Takes the work on it for a while; false when another node has it.
    boolean lease(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                update dossier.bulk set leased_until = :until
                                 where id = :id and state = 'CONFIRMED' and (leased_until is null or leased_until < :now)
                                """)
                        .param("id", id)
                        .param("until", Timestamp.from(now.plus(LEASE)))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void renew(UUID id, Instant now) {
        jdbc.sql("update dossier.bulk set leased_until = :until where id = :id")
                .param("id", id)
                .param("until", Timestamp.from(now.plus(LEASE)))
                .update();
    }

    void done(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update dossier.bulk set state = 'DONE', done_at = :now
                         where id = :id and state = 'CONFIRMED'
                           and not exists (select from dossier.bulk_row r where r.bulk_id = :id and r.result is null)
                        """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Confirmed ones nobody works on.
    List<UUID> waiting(Instant now, int limit) {
        return jdbc.sql(
                        """
                        select id from dossier.bulk
                         where state = 'CONFIRMED' and (leased_until is null or leased_until < :now)
                         order by confirmed_at limit :limit
                        """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    List<Bulk.Row> rows(UUID bulk) {
        return jdbc.sql(
                        """
                        select number, task_id, dossier_id, code, version, result, problem
                          from dossier.bulk_row where bulk_id = :bulk order by number
                        """)
                .param("bulk", bulk)
                .query(BulkStore::row)
                .list();
    }

    /// The row, kept from others until the transaction ends; empty when it was done already or
    /// another has it.
    Optional<Bulk.Row> take(UUID bulk, int number) {
        return jdbc.sql(
                        """
                        select number, task_id, dossier_id, code, version, result, problem
                          from dossier.bulk_row
                         where bulk_id = :bulk and number = :number and result is null
                           for update skip locked
                        """)
                .param("bulk", bulk)
                .param("number", number)
                .query(BulkStore::row)
                .optional();
    }

    void result(UUID bulk, int number, Bulk.Result result, @Nullable String problem, Instant now) {
        jdbc.sql(
                        """
                        update dossier.bulk_row set result = :result, problem = :problem, done_at = :now
                         where bulk_id = :bulk and number = :number and result is null
                        """)
                .param("bulk", bulk)
                .param("number", number)
                .param("result", result.name())
                .param("problem", Sql.text(problem))
                .param("now", Timestamp.from(now))
                .update();
    }

    void forget(Instant before) {
        jdbc.sql("delete from dossier.bulk where made_at < :before and state <> 'CONFIRMED'")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static Bulk bulk(ResultSet row, int number) throws SQLException {
        return new Bulk(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("account_name"),
                Role.valueOf(row.getString("role")),
                row.getString("agency"),
                BulkAct.valueOf(row.getString("act")),
                row.getString("step_id"),
                row.getString("outcome"),
                row.getObject("given_to", UUID.class),
                row.getString("given_name"),
                row.getString("note"),
                late(row),
                BulkState.valueOf(row.getString("state")),
                row.getTimestamp("made_at").toInstant());
    }

    private static Desk.@Nullable Grounds late(ResultSet row) throws SQLException {
        var reason = row.getString("late_reason");
        return reason == null ? null : new Desk.Grounds(reason, row.getString("late_words"));
    }

    private static Bulk.Row row(ResultSet row, int number) throws SQLException {
        var result = row.getString("result");
        return new Bulk.Row(
                row.getInt("number"),
                row.getObject("task_id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("code"),
                row.getInt("version"),
                result == null ? null : Bulk.Result.valueOf(result),
                row.getString("problem"));
    }
}
