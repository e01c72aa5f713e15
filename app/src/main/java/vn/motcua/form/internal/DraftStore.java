package vn.motcua.form.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.form.Answers;
import vn.motcua.form.Draft;
import vn.motcua.form.DraftState;
import vn.motcua.procedure.ReleaseId;

/// Rows of `form.draft`.
@Repository
class DraftStore {
    private static final String COLUMNS =
            """
            id, account, procedure_code, release_version, channel, case_code, agency, answers, current,
            visited, state, dossier_code, created_by, counter, created_at, updated_at, expires_at, version
            """;

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Draft d) {
        jdbc.sql(
                        """
                        insert into form.draft
                            (id, account, procedure_code, release_version, channel, case_code, agency,
                             answers, created_by, counter, created_at, updated_at, expires_at)
                        values (:id, :account, :procedure, :release, :channel, :case, :agency,
                                :answers::jsonb, :createdBy, :counter, :created, :created, :expires)
                        """)
                .param("id", d.id())
                .param("account", d.account())
                .param("procedure", d.release().procedureCode())
                .param("release", d.release().version())
                .param("channel", d.channel())
                .param("case", d.caseCode())
                .param("agency", d.agency())
                .param("answers", d.answers().toJson())
                .param("createdBy", d.createdBy())
                .param("counter", d.counter())
                .param("created", at(d.createdAt()))
                .param("expires", at(d.expiresAt()))
                .update();
    }

    Optional<Draft> find(UUID id, boolean lock) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from form.draft where id = :id"
                                + (lock ? " for update" : ""))
                .param("id", id)
                .query(DraftStore::draft)
                .optional();
    }

    List<Draft> open(UUID creator) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                  from form.draft
                                 where state = 'OPEN'
                                   and (account = :creator or created_by = :creator)
                                 order by updated_at desc
                                 limit 50
                                """)
                .param("creator", creator)
                .query(DraftStore::draft)
                .list();
    }

    /// False when another version has been saved meanwhile.
    boolean update(Draft d, Instant now, Instant expires) {
        return jdbc.sql(
                                """
                                update form.draft
                                   set answers = :answers::jsonb,
                                       account = :account,
                                       case_code = :case,
                                       agency = :agency,
                                       current = :current,
                                       visited = :visited,
                                       updated_at = :now,
                                       expires_at = :expires,
                                       version = version + 1
                                 where id = :id
                                   and version = :version
                                   and state = 'OPEN'
                                """)
                        .param("answers", d.answers().toJson())
                        .param("account", d.account())
                        .param("case", d.caseCode())
                        .param("agency", d.agency())
                        .param("current", d.current())
                        .param("visited", d.visited().toArray(String[]::new))
                        .param("now", at(now))
                        .param("expires", at(expires))
                        .param("id", d.id())
                        .param("version", d.version())
                        .update()
                == 1;
    }

    boolean submitted(UUID id, String dossierCode, Instant now) {
        return jdbc.sql(
                                """
                                update form.draft
                                   set state = 'SUBMITTED',
                                       dossier_code = :code,
                                       updated_at = :now,
                                       version = version + 1
                                 where id = :id
                                   and state = 'OPEN'
                                """)
                        .param("code", dossierCode)
                        .param("now", at(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    void delete(UUID id) {
        jdbc.sql("delete from form.draft where id = :id and state = 'OPEN'")
                .param("id", id)
                .update();
    }

    /// Takes the answers out of drafts submitted before this moment; the dossier has them.
    int emptySubmitted(Instant before, int most) {
        return jdbc.sql(
                        """
                        update form.draft
                           set answers = '{}'::jsonb, visited = '{}', current = null
                         where id in (
                             select id
                               from form.draft
                              where state = 'SUBMITTED'
                                and answers <> '{}'::jsonb
                                and updated_at < :before
                              order by updated_at
                              limit :most)
                        """)
                .param("before", at(before))
                .param("most", most)
                .update();
    }

    /// Drafts whose time has run out, submitted or not.
    int deleteExpired(Instant now, int most) {
        return jdbc.sql(
                        """
                        delete from form.draft
                         where id in (
                             select id
                               from form.draft
                              where expires_at < :now
                              order by expires_at
                              limit :most)
                        """)
                .param("now", at(now))
                .param("most", most)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                new ReleaseId(row.getString("procedure_code"), row.getInt("release_version")),
                row.getString("channel"),
                row.getString("case_code"),
                row.getString("agency"),
                Answers.parse(row.getString("answers")),
                row.getString("current"),
                texts(row.getArray("visited")),
                DraftState.valueOf(row.getString("state")),
                row.getString("dossier_code"),
                row.getObject("created_by", UUID.class),
                row.getString("counter"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                instant(row, "expires_at"),
                row.getInt("version"));
    }

    private static Set<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((String[]) array.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
