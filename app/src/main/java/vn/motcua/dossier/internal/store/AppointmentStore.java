package vn.motcua.dossier.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.worktime.DeadlineLedger;

/// Which dossiers still have an appointment to keep, and by which calendar it was reckoned.
@Repository
public class AppointmentStore {
    public static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    AppointmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return -1 when appointments have never been walked
    public int calendarVersion() {
        return jdbc.sql("select version from dossier.calendar")
                .query(Integer.class)
                .optional()
                .orElse(-1);
    }

    public void reckonedBy(int version) {
        jdbc.sql(
                        """
                        insert into dossier.calendar (version) values (:version)
                        on conflict (one) do update set version = excluded.version
                        """)
                .param("version", version)
                .update();
    }

    /// By key, page by page. One that moves on meanwhile comes again, and is right already.
    public List<LatenessStore.Due> open(LatenessStore.@Nullable Due after, int limit) {
        return jdbc.sql(
                        """
                        select due_at, id from dossier.dossier
                         where due_at is not null and finished_at is null
                           and (due_at, id) > (:afterAt, :afterId)
                         order by due_at, id
                         limit :limit
                        """)
                .param(
                        "afterAt",
                        DossierStore.timestamp(after == null ? Instant.EPOCH : after.at()))
                .param("afterId", after == null ? FIRST : after.dossier())
                .param("limit", limit)
                .query(LatenessStore::due)
                .list();
    }

    /// An open appointment and what it was reckoned from.
    public record Kept(
            Instant due, UUID dossier, String code, String agency, DeadlineLedger ledger) {}

    /// By key, from a moment on.
    public List<Kept> kept(LatenessStore.Due after, int limit) {
        return jdbc.sql(
                        """
                        select due_at, id, code, agency, ledger from dossier.dossier
                         where due_at is not null and finished_at is null
                           and (due_at, id) > (:afterAt, :afterId)
                         order by due_at, id
                         limit :limit
                        """)
                .param("afterAt", DossierStore.timestamp(after.at()))
                .param("afterId", after.dossier())
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Kept(
                                        row.getTimestamp("due_at").toInstant(),
                                        row.getObject("id", UUID.class),
                                        row.getString("code"),
                                        row.getString("agency"),
                                        DeadlineLedger.fromJson(row.getString("ledger"))))
                .list();
    }
}
