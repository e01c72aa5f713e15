package vn.motcua.dossier.internal.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import vn.motcua.dossier.internal.store.Json;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.Sql;

/// What has to be paid for dossiers; whoever sees the dossier sees it.
@Repository
class DutyStore {
    private static final TypeReference<List<Duty.Line>> LINES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    DutyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Duty duty, Instant now) {
        jdbc.sql(
                        """
                        insert into dossier.duty (id, dossier_id, number, step_id, token, lines, starts_clock,
                               within_days, opened_at)
                        values (:id, :dossier,
                               (select coalesce(max(number), 0) + 1 from dossier.duty where dossier_id = :dossier),
                               :step, :token, :lines::jsonb, :startsClock, :days, :now)
                        """)
                .param("id", duty.id())
                .param("dossier", duty.dossier())
                .param("step", duty.step())
                .param("token", duty.token())
                .param("lines", Json.write(duty.lines()))
                .param("startsClock", duty.startsClock())
                .param("days", duty.withinDays())
                .param("now", Timestamp.from(now))
                .update();
    }

    int number(UUID id) {
        return jdbc.sql("select number from dossier.duty where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    List<Duty> of(UUID dossier) {
        return jdbc.sql("select * from dossier.duty where dossier_id = :dossier order by number")
                .param("dossier", dossier)
                .query(DutyStore::duty)
                .list();
    }

    void ask(
            UUID id,
            long amount,
            @Nullable String ground,
            LocalDate payBy,
            UUID notice,
            Caller by,
            Instant at) {
        jdbc.sql(
                        """
                        update dossier.duty
                           set amount = :amount, ground = :ground, pay_by = :payBy, asked_at = :at, asked_by = :by,
                               asked_name = :name, notice = :notice
                         where id = :id
                        """)
                .param("id", id)
                .param("amount", amount)
                .param("ground", Sql.text(ground))
                .param("payBy", payBy)
                .param("at", Timestamp.from(at))
                .param("by", Sql.uuid(by.account()))
                .param("name", by.name())
                .param("notice", notice)
                .update();
    }

    void confirm(UUID id, Duty.Receipt receipt, Caller by) {
        jdbc.sql(
                        """
                        update dossier.duty
                           set receipt_number = :number, receipt_date = :date, receipt_amount = :amount, payer = :payer,
                               place = :place, confirmed_at = :at, confirmed_by = :by, confirmed_name = :name,
                               confirmed_version = :version
                         where id = :id and confirmed_at is null
                        """)
                .param("id", id)
                .param("number", receipt.number())
                .param("date", receipt.date())
                .param("amount", receipt.amount())
                .param("payer", receipt.payer())
                .param("place", receipt.place().name())
                .param("at", Timestamp.from(receipt.at()))
                .param("version", receipt.version())
                .param("by", Sql.uuid(by.account()))
                .param("name", by.name())
                .update();
    }

    /// The dossier of the agency a receipt has confirmed a duty of already.
    Optional<UUID> confirmedBy(String number, Duty.Place place, String agency) {
        return jdbc.sql(
                        """
                        select dossier_id from dossier.duty
                         where receipt_number = :number and place = :place
                           and dossier.agency_of(dossier_id) = :agency
                         order by id
                         limit 1
                        """)
                .param("number", number)
                .param("place", place.name())
                .param("agency", agency)
                .query(UUID.class)
                .optional();
    }

    void reminded(UUID id, Instant at) {
        set("reminded_at", id, at);
    }

    void overdue(UUID id, Instant at) {
        set("overdue_at", id, at);
    }

    void drop(UUID id, Instant at) {
        set("dropped_at", id, at);
    }

    private void set(String column, UUID id, Instant at) {
        jdbc.sql("update dossier.duty set " + column + " = :at where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// A duty that is not paid, by its key in a walk over many.
    record Unpaid(UUID id, UUID dossier, LocalDate payBy) {}

    /// Unpaid duties whose last day comes before `until`: those to be reminded of, and those past
    /// it.
    List<Unpaid> unpaid(LocalDate until, LocalDate today, @Nullable Unpaid after, int limit) {
        return jdbc.sql(
                        """
                        select id, dossier_id, pay_by from dossier.duty
                         where asked_at is not null and confirmed_at is null and dropped_at is null
                           and overdue_at is null and pay_by < :until
                           and (reminded_at is null or pay_by < :today)
                           and (pay_by, id) > (:payBy, :after)
                         order by pay_by, id
                         limit :limit
                        """)
                .param("until", until)
                .param("today", today)
                .param("payBy", after == null ? LocalDate.of(2000, 1, 1) : after.payBy())
                .param("after", after == null ? new UUID(0, 0) : after.id())
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Unpaid(
                                        row.getObject("id", UUID.class),
                                        row.getObject("dossier_id", UUID.class),
                                        row.getObject("pay_by", LocalDate.class)))
                .list();
    }

    private static Duty duty(ResultSet row, int number) throws SQLException {
        var amount = row.getObject("amount", Long.class);
        return new Duty(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getInt("number"),
                row.getString("step_id"),
                row.getString("token"),
                Json.read(row.getString("lines"), LINES),
                amount,
                row.getString("ground"),
                row.getBoolean("starts_clock"),
                row.getInt("within_days"),
                instant(row, "asked_at"),
                row.getObject("pay_by", LocalDate.class),
                instant(row, "overdue_at"),
                receipt(row),
                instant(row, "dropped_at"),
                row.getObject("notice", UUID.class));
    }

    private static Duty.@Nullable Receipt receipt(ResultSet row) throws SQLException {
        var at = instant(row, "confirmed_at");
        if (at == null) return null;
        return new Duty.Receipt(
                row.getString("receipt_number"),
                row.getObject("receipt_date", LocalDate.class),
                row.getLong("receipt_amount"),
                row.getString("payer"),
                Duty.Place.valueOf(row.getString("place")),
                row.getString("confirmed_name"),
                at,
                row.getObject("confirmed_version", Integer.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
