package vn.motcua.dossier.internal.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.NetworkAddress;

/// Tickets and what is data about them.
@Repository
class QueueStore {
    private final JdbcClient jdbc;

    QueueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Group(String id, LocalText name) {}

    List<Group> groups() {
        return jdbc.sql("select id, name_vi, name_en from dossier.queue_priority order by place")
                .query(
                        (row, _) ->
                                new Group(
                                        row.getString("id"),
                                        new LocalText(
                                                row.getString("name_vi"),
                                                row.getString("name_en"))))
                .list();
    }

    /// The next number of the day; its row stays locked until the transaction ends, so numbers
    /// have no gaps.
    String nextNumber(String agency, LocalDate day, String prefix) {
        int last =
                jdbc.sql(
                                """
                                insert into dossier.queue_count as c (agency, day, prefix, last)
                                values (:agency, :day, :prefix, 1)
                                on conflict (agency, day, prefix) do update set last = c.last + 1
                                returning last
                                """)
                        .param("agency", agency)
                        .param("day", day)
                        .param("prefix", prefix)
                        .query(Integer.class)
                        .single();
        return prefix + String.format(Locale.ROOT, "%03d", last);
    }

    void insert(Ticket ticket) {
        jdbc.sql(
                        """
                        insert into dossier.queue_ticket (id, agency, day, service, number, key, priority, state, taken_at,
                               by_account, dossier_code)
                        values (:id, :agency, :day, :service, :number, :key, :priority, 'WAITING', :taken, :account, :code)
                        """)
                .param("id", ticket.id())
                .param("agency", ticket.agency())
                .param("day", ticket.day())
                .param("service", ticket.service())
                .param("number", ticket.number())
                .param("key", ticket.key())
                .param("priority", ticket.priority())
                .param("taken", Timestamp.from(ticket.taken()))
                .param("account", ticket.account())
                .param("code", ticket.dossierCode())
                .update();
    }

    Optional<Ticket> byKey(String key) {
        return jdbc.sql("select * from dossier.queue_ticket where key = :key")
                .param("key", key)
                .query(QueueStore::ticket)
                .optional();
    }

    Optional<Ticket> find(UUID id) {
        return jdbc.sql("select * from dossier.queue_ticket where id = :id")
                .param("id", id)
                .query(QueueStore::ticket)
                .optional();
    }

    /// A ticket this account holds already and has not used.
    Optional<Ticket> held(UUID account, String agency, LocalDate day, String service) {
        return jdbc.sql(
                        """
                        select * from dossier.queue_ticket
                         where by_account = :account and day = :day and agency = :agency and service = :service
                           and state in ('WAITING', 'CALLED', 'SERVING')
                        """)
                .param("account", account)
                .param("agency", agency)
                .param("day", day)
                .param("service", service)
                .query(QueueStore::ticket)
                .optional();
    }

    /// One act of calling after another for each officer, until the transaction ends.
    void lock(String agency, UUID officer) {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('queue ' || :agency || ' ' || :officer, 0))")
                .param("agency", agency)
                .param("officer", officer.toString())
                .query((_, _) -> true)
                .single();
    }

    int forgetPeople(LocalDate before) {
        return jdbc.sql(
                        "update dossier.queue_ticket set by_account = null where day < :before and by_account is not null")
                .param("before", before)
                .update();
    }

    /// Calls whoever is next at this desk: those passed to it first, then by priority, then by
    /// the time they came. Two officers never get the same person.
    Optional<Ticket> callNext(
            String agency, LocalDate day, ArrangeStore.Desk desk, UUID officer, Instant now) {
        return jdbc.sql(
                        """
                        update dossier.queue_ticket
                           set state = 'CALLED', desk = :desk, officer = :officer, calls = 1, called_at = :now
                         where id = (
                             select id from dossier.queue_ticket
                              where agency = :agency and day = :day and state = 'WAITING'
                                and (desk = :desk or (desk is null and service = any (:services)))
                              order by (desk is null), (priority is null), taken_at, id
                              limit 1
                                for update skip locked)
                        returning *
                        """)
                .param("agency", agency)
                .param("day", day)
                .param("desk", desk.number())
                .param("services", desk.kinds().toArray(String[]::new))
                .param("officer", officer)
                .param("now", Timestamp.from(now))
                .query(QueueStore::ticket)
                .optional();
    }

    /// Moves a ticket on from the state it is expected in.
    boolean move(UUID id, List<Ticket.State> from, String change, Moved how) {
        return jdbc.sql(
                                "update dossier.queue_ticket set "
                                        + change
                                        + " where id = :id and state = any (:from)")
                        .param("id", id)
                        .param("from", from.stream().map(Enum::name).toArray(String[]::new))
                        .param("now", Timestamp.from(how.now()))
                        .param("desk", how.desk())
                        .param("officer", how.officer())
                        .update()
                == 1;
    }

    record Moved(Instant now, @Nullable Integer desk, @Nullable UUID officer) {}

    /// What this officer has called or is serving.
    Optional<Ticket> inHand(String agency, LocalDate day, UUID officer) {
        return jdbc.sql(
                        """
                        select * from dossier.queue_ticket
                         where agency = :agency and day = :day and officer = :officer
                           and state in ('CALLED', 'SERVING')
                         order by called_at desc
                         limit 1
                        """)
                .param("agency", agency)
                .param("day", day)
                .param("officer", officer)
                .query(QueueStore::ticket)
                .optional();
    }

    List<Ticket> shown(String agency, LocalDate day, String state, int limit) {
        var order =
                state.equals("WAITING")
                        ? "(priority is null), taken_at, id"
                        : "called_at desc nulls last, id";
        return jdbc.sql(
                        "select * from dossier.queue_ticket where agency = :agency and day = :day and state = any"
                                + " (:states) order by "
                                + order
                                + " limit :limit")
                .param("agency", agency)
                .param("day", day)
                .param("states", state.split(","))
                .param("limit", limit)
                .query(QueueStore::ticket)
                .list();
    }

    /// How many wait, and how many before this one.
    int ahead(Ticket ticket) {
        return jdbc.sql(
                        """
                        select count(*) from dossier.queue_ticket
                         where agency = :agency and day = :day and state = 'WAITING'
                           and ((priority is null), taken_at, id) < (:none, :taken, :id)
                        """)
                .param("agency", ticket.agency())
                .param("day", ticket.day())
                .param("none", ticket.priority() == null)
                .param("taken", Timestamp.from(ticket.taken()))
                .param("id", ticket.id())
                .query(Integer.class)
                .single();
    }

    int waiting(String agency, LocalDate day) {
        return jdbc.sql(
                        """
                        select count(*) from dossier.queue_ticket
                         where agency = :agency and day = :day and state = 'WAITING'
                        """)
                .param("agency", agency)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /// @param minutes mean of the last twenty served; null while there are none
    /// @param desks desks that called somebody in the last half hour
    record Pace(@Nullable Double minutes, int desks) {}

    Pace pace(String agency, LocalDate day, Instant now) {
        return jdbc.sql(
                        """
                        select (select avg(extract(epoch from ended_at - serving_at)) / 60
                                  from (select ended_at, serving_at from dossier.queue_ticket
                                         where agency = :agency and day = :day and state = 'SERVED'
                                           and serving_at is not null
                                         order by ended_at desc
                                         limit 20) served) as minutes,
                               (select count(distinct desk) from dossier.queue_ticket
                                 where agency = :agency and day = :day and called_at > :since) as desks
                        """)
                .param("agency", agency)
                .param("day", day)
                .param("since", Timestamp.from(now.minusSeconds(1800)))
                .query(
                        (row, _) -> {
                            double minutes = row.getDouble("minutes");
                            return new Pace(row.wasNull() ? null : minutes, row.getInt("desks"));
                        })
                .single();
    }

    /// The dossier that came of what this officer is serving.
    void attach(String agency, LocalDate day, UUID officer, UUID dossier) {
        jdbc.sql(
                        """
                        update dossier.queue_ticket set dossier_id = :dossier
                         where agency = :agency and day = :day and officer = :officer and state = 'SERVING'
                        """)
                .param("agency", agency)
                .param("day", day)
                .param("officer", officer)
                .param("dossier", dossier)
                .update();
    }

    /// @param served how many were served
    /// @param skipped how many did not come when they were called
    record Figure(
            String service,
            int served,
            int skipped,
            int waiting,
            @Nullable Double meanWait,
            @Nullable Double longestWait,
            @Nullable Double meanServing) {}

    List<Figure> figures(String agency, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select service,
                               count(*) filter (where state = 'SERVED') as served,
                               count(*) filter (where state = 'SKIPPED') as skipped,
                               count(*) filter (where state = 'WAITING') as waiting,
                               avg(extract(epoch from called_at - taken_at)) / 60 as mean_wait,
                               max(extract(epoch from called_at - taken_at)) / 60 as longest_wait,
                               avg(extract(epoch from ended_at - serving_at)) / 60 as mean_serving
                          from dossier.queue_ticket
                         where agency = :agency and day between :from and :to
                         group by service
                         order by service
                        """)
                .param("agency", agency)
                .param("from", from)
                .param("to", to)
                .query(
                        (row, _) ->
                                new Figure(
                                        row.getString("service"),
                                        row.getInt("served"),
                                        row.getInt("skipped"),
                                        row.getInt("waiting"),
                                        number(row, "mean_wait"),
                                        number(row, "longest_wait"),
                                        number(row, "mean_serving")))
                .list();
    }

    private static byte[] key(String address) {
        try {
            var text = "queue:" + NetworkAddress.counted(address);
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Counts a ticket taken from this network address; false when there were too many of late.
    boolean free(String address, Instant now, int most) {
        return jdbc.sql(
                                """
                                insert into dossier.tracking_try as t (key, tries, since, day_tries, day_since)
                                values (:key, 1, :now, 1, :now)
                                on conflict (key) do update
                                   set tries = case when t.since <= :window then 1 else t.tries + 1 end,
                                       since = case when t.since <= :window then excluded.since else t.since end
                                returning tries
                                """)
                        .param("key", key(address))
                        .param("now", Timestamp.from(now))
                        .param("window", Timestamp.from(now.minusSeconds(900)))
                        .query(Integer.class)
                        .single()
                <= most;
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        var called = row.getTimestamp("called_at");
        return new Ticket(
                row.getObject("id", UUID.class),
                row.getString("agency"),
                row.getObject("day", LocalDate.class),
                row.getString("service"),
                row.getString("number"),
                row.getString("key"),
                row.getString("priority"),
                Ticket.State.valueOf(row.getString("state")),
                row.getTimestamp("taken_at").toInstant(),
                row.getObject("by_account", UUID.class),
                row.getString("dossier_code"),
                row.getObject("desk", Integer.class),
                row.getObject("officer", UUID.class),
                row.getInt("calls"),
                called == null ? null : called.toInstant(),
                row.getObject("dossier_id", UUID.class));
    }
}
