package vn.motcua.dossier.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.kernel.Sql;

/// Appointments that are not kept: what was told before they passed, what is late without a
/// letter, and why.
@Repository
public class LatenessStore {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    LatenessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public enum Stage {
        APOLOGY,
        COMPLETED
    }

    /// A reason as it was given.
    ///
    /// @param due the first appointment
    public record Said(
            UUID id,
            UUID dossier,
            String agency,
            Stage stage,
            String reason,
            String words,
            Instant due,
            @Nullable UUID by,
            String name,
            Instant at) {}

    public void explain(Said said) {
        jdbc.sql(
                        """
                        insert into dossier.lateness (id, dossier_id, agency, stage, reason, words, due_at, said_by,
                               said_name, said_at)
                        values (:id, :dossier, :agency, :stage, :reason, :words, :due, :by, :name, :at)
                        """)
                .param("id", said.id())
                .param("dossier", said.dossier())
                .param("agency", said.agency())
                .param("stage", said.stage().name())
                .param("reason", said.reason())
                .param("words", said.words())
                .param("due", DossierStore.timestamp(said.due()))
                .param("by", Sql.uuid(said.by()))
                .param("name", said.name())
                .param("at", DossierStore.timestamp(said.at()))
                .update();
    }

    /// The reasons given for one dossier, oldest first.
    public List<Said> of(UUID dossier) {
        return jdbc.sql(
                        "select * from dossier.lateness where dossier_id = :dossier order by said_at, id")
                .param("dossier", dossier)
                .query(LatenessStore::said)
                .list();
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        return new Said(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("agency"),
                Stage.valueOf(row.getString("stage")),
                row.getString("reason"),
                row.getString("words"),
                row.getTimestamp("due_at").toInstant(),
                row.getObject("said_by", UUID.class),
                row.getString("said_name"),
                row.getTimestamp("said_at").toInstant());
    }

    /// A place in the order of open appointments.
    public record Due(Instant at, UUID dossier) {}

    /// Open appointments up to a moment, by key, whose clock runs and of which nothing was told
    /// yet.
    public List<Due> unwatched(Instant from, Instant until, @Nullable Due after, int limit) {
        return jdbc.sql(
                        """
                        select d.due_at, d.id from dossier.dossier d
                         where d.due_at is not null and d.finished_at is null
                           and (d.due_at, d.id) > (:afterAt, :afterId) and d.due_at <= :until
                           and not coalesce((d.ledger ->> 'paused')::boolean, false)
                           and not exists (select from dossier.late_watch w
                                            where w.dossier_id = d.id and w.due_at = d.due_at)
                         order by d.due_at, d.id
                         limit :limit
                        """)
                .param("afterAt", DossierStore.timestamp(after == null ? from : after.at()))
                .param("afterId", after == null ? FIRST : after.dossier())
                .param("until", DossierStore.timestamp(until))
                .param("limit", limit)
                .query(LatenessStore::due)
                .list();
    }

    static Due due(ResultSet row, int number) throws SQLException {
        return new Due(row.getTimestamp("due_at").toInstant(), row.getObject("id", UUID.class));
    }

    /// @return false when it was told before
    public boolean told(UUID dossier, Instant due, String agency, Instant at) {
        return jdbc.sql(
                                """
                                insert into dossier.late_watch (dossier_id, due_at, agency, raised_at)
                                values (:dossier, :due, :agency, :at)
                                on conflict do nothing
                                """)
                        .param("dossier", dossier)
                        .param("due", DossierStore.timestamp(due))
                        .param("agency", agency)
                        .param("at", DossierStore.timestamp(at))
                        .update()
                == 1;
    }

    /// A line of the list of appointments in danger or missed.
    ///
    /// @param holder who has the work; null when nobody took it
    public record Line(
            UUID dossier,
            String code,
            String procedure,
            int release,
            String owner,
            Instant due,
            @Nullable String holder) {
        public String key() {
            return due + "_" + dossier;
        }
    }

    /// Letters of apology still to be written in an agency, the next appointment first.
    public List<Line> toApologise(String agency, Instant now, int limit) {
        return lines(
                """
                 where t.agency = :agency and t.closed_at is null and not t.suspended
                   and t.kind = 'APOLOGY' and d.due_at >= :now
                """,
                agency,
                now,
                null,
                limit);
    }

    private static final String LATE =
            """
             where t.agency = :agency and t.closed_at is null and not t.suspended and t.listed_at < :now
               and d.due_at < :now and d.finished_at is null
               and not jsonb_path_exists(d.ledger, '$.lines[*] ? (@.type == "extended")')
               and (d.due_at, d.id) > (:afterAt, :afterId)
            """;

    /// Dossiers whose appointment has passed without a letter, the longest waiting first.
    public List<Line> lateWithoutLetter(
            String agency, Instant now, @Nullable Due after, int limit) {
        return lines(LATE, agency, now, after, limit);
    }

    private List<Line> lines(
            String condition, String agency, Instant now, @Nullable Due after, int limit) {
        return jdbc.sql(
                        """
                        select d.id, d.code, d.procedure_code, d.release_version, d.owner_name, d.due_at,
                               max(t.claimed_name) as holder
                          from dossier.task t
                          join dossier.dossier d on d.id = t.dossier_id
                        """
                                + condition
                                + """
                         group by d.id, d.code, d.procedure_code, d.release_version, d.owner_name, d.due_at
                         order by d.due_at, d.id
                         limit :limit
                        """)
                .param("agency", agency)
                .param("now", DossierStore.timestamp(now))
                .param(
                        "afterAt",
                        DossierStore.timestamp(after == null ? Instant.EPOCH : after.at()))
                .param("afterId", after == null ? FIRST : after.dossier())
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Line(
                                        row.getObject("id", UUID.class),
                                        row.getString("code"),
                                        row.getString("procedure_code"),
                                        row.getInt("release_version"),
                                        row.getString("owner_name"),
                                        row.getTimestamp("due_at").toInstant(),
                                        row.getString("holder")))
                .list();
    }
}
