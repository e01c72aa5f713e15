package vn.motcua.dossier.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.Moments;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.model.People;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.form.Answers;
import vn.motcua.kernel.ProblemException;
import vn.motcua.kernel.Sql;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.workflow.Issue;
import vn.motcua.worktime.DeadlineLedger;

/// Dossiers and their numbers. Row-level security decides which rows a caller has; a row out of
/// sight is a row that does not exist.
@Repository
public class DossierStore {
    private static final TypeReference<List<Paper>> PAPERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    static final String COLUMNS =
            """
            id, code, procedure_code, release_version, case_code, channel, agency, state, prior_state, outcome,
            filer_account, filer_name, owner_name, owner_personal_id, owner_phone, owner_email, assisted_by, summary,
            answers, papers, process, ledger, supplements, return_way, submitted_at, accepted_at, first_due_at, due_at,
            finished_at, returned_at, version
            """;

    private final JdbcClient jdbc;

    DossierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next number of this agency on this day. Locks the counter until the transaction
    /// ends, so a number is either given to a dossier that exists or not given at all.
    public DossierCode nextCode(String agency, LocalDate day) {
        int sequence =
                jdbc.sql(
                                """
                        insert into dossier.counter as c (agency, day, last) values (:agency, :day, 1)
                        on conflict (agency, day) do update set last = c.last + 1
                        returning last
                        """)
                        .param("agency", agency)
                        .param("day", day)
                        .query(Integer.class)
                        .single();
        return DossierCode.of(agency, day, sequence);
    }

    /// What makes a repeated filing request recognisable.
    ///
    /// @param digest SHA-256 of what is filed
    public record RequestKey(String account, String key, byte[] digest) {}

    /// The dossier, its number, its first piece of work and the request's key in one statement.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException when the request has been carried
    /// out before
    public void insert(
            Dossier dossier,
            String trackingKey,
            @Nullable Task first,
            @Nullable RequestKey request) {
        var statement =
                jdbc.sql(
                                """
                        with number as (
                            insert into dossier.number (code, dossier_id, tracking_key, phone_tail)
                            values (:code, :id, :trackingKey, :phoneTail)
                        ), work as (
                            insert into dossier.task (id, dossier_id, agency, kind, step_id, token, position, unit,
                                   opened_at, due_at, dossier_due_at, procedure_code, release_version, channel,
                                   submitted_at)
                            select :taskId::uuid, :id, :agency, 'RECEPTION', 'reception', 'reception', 'RECEPTIONIST', null,
                                   :submittedAt::timestamptz, :taskDue::timestamptz, null, :procedure, :release, :channel,
                                   :submittedAt::timestamptz
                             where :taskId::uuid is not null
                        ), request as (
                            insert into dossier.request_key (account, key, digest, code, at)
                            select :keyAccount, :key, :keyDigest, :code, :submittedAt
                             where :key::text is not null
                        )
                        insert into dossier.dossier (id, code, procedure_code, release_version, case_code, channel,
                               agency, state, prior_state, outcome, filer_account, filer_name, owner_name,
                               owner_personal_id, owner_phone, owner_email, assisted_by, summary, answers, papers,
                               process, ledger, supplements, return_way, submitted_at, accepted_at, first_due_at,
                               due_at, finished_at, returned_at, version)
                        values (:id, :code, :procedure, :release, :caseCode, :channel, :agency, :state, :prior,
                               :outcome, :filer, :filerName, :ownerName, :ownerPersonalId, :ownerPhone, :ownerEmail,
                               :assistedBy, :summary, :answers::jsonb, :papers::jsonb, :process::jsonb,
                               :ledger::jsonb, :supplements, :returnWay, :submittedAt, :acceptedAt, :firstDue, :due,
                               :finishedAt, :returnedAt, 1)
                        """)
                        .param("trackingKey", trackingKey)
                        .param("keyAccount", Sql.text(request == null ? null : request.account()))
                        .param("key", Sql.text(request == null ? null : request.key()))
                        .param("keyDigest", Sql.bytes(request == null ? null : request.digest()))
                        .param("phoneTail", Sql.text(dossier.people().phoneTail()))
                        .param("taskId", Sql.uuid(first == null ? null : first.id()))
                        .param("taskDue", first == null ? null : timestamp(first.due()))
                        .param("procedure", dossier.release().procedureCode())
                        .param("release", dossier.release().version())
                        .param("caseCode", Sql.text(dossier.caseCode()))
                        .param("channel", dossier.channel().name())
                        .param("agency", dossier.agency())
                        .param("filer", Sql.uuid(dossier.people().filer()))
                        .param("filerName", dossier.people().filerName())
                        .param("ownerName", dossier.people().ownerName())
                        .param("ownerPersonalId", Sql.text(dossier.people().ownerPersonalId()))
                        .param("ownerPhone", Sql.text(dossier.people().ownerPhone()))
                        .param("ownerEmail", Sql.text(dossier.people().ownerEmail()))
                        .param("assistedBy", Sql.uuid(dossier.people().assistedBy()))
                        .param("summary", dossier.summary())
                        .param("answers", dossier.answers().toJson())
                        .param("returnWay", dossier.returnWay().name())
                        .param("code", dossier.code().value())
                        .param("submittedAt", timestamp(dossier.moments().submitted()));
        changing(statement, dossier).update();
    }

    /// Saves a dossier that was read with the same version.
    ///
    /// @return the dossier as it is now stored
    /// @throws ProblemException `dossier.changed-meanwhile` when somebody saved after it was read
    public void update(Dossier dossier) {
        var statement =
                jdbc.sql(
                        """
                update dossier.dossier
                   set state = :state, prior_state = :prior, outcome = :outcome, papers = :papers::jsonb,
                       process = :process::jsonb, ledger = :ledger::jsonb, supplements = :supplements,
                       accepted_at = :acceptedAt, first_due_at = :firstDue, due_at = :due,
                       finished_at = :finishedAt, returned_at = :returnedAt, version = version + 1
                 where id = :id and version = :version
                """);
        int saved = changing(statement.param("version", dossier.version()), dossier).update();
        if (saved == 0)
            throw new ProblemException(DossierProblem.CHANGED_MEANWHILE, dossier.code().value());
    }

    static JdbcClient.StatementSpec changing(JdbcClient.StatementSpec statement, Dossier dossier) {
        var moments = dossier.moments();
        return statement
                .param("id", dossier.id())
                .param("state", dossier.state().name())
                .param("prior", Sql.text(dossier.prior() == null ? null : dossier.prior().name()))
                .param(
                        "outcome",
                        Sql.text(dossier.outcome() == null ? null : dossier.outcome().name()))
                .param("papers", Json.write(dossier.papers()))
                .param("process", Sql.text(dossier.process()))
                .param("ledger", dossier.ledger().toJson())
                .param("supplements", dossier.supplements())
                .param("acceptedAt", timestamp(moments.accepted()))
                .param("firstDue", timestamp(moments.firstDue()))
                .param("due", timestamp(moments.due()))
                .param("finishedAt", timestamp(moments.finished()))
                .param("returnedAt", timestamp(moments.returned()));
    }

    public Optional<Dossier> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from dossier.dossier where id = :id")
                .param("id", id)
                .query(DossierStore::dossier)
                .optional();
    }

    public List<Dossier> findAll(Collection<UUID> ids) {
        return jdbc.sql("select " + COLUMNS + " from dossier.dossier where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(DossierStore::dossier)
                .list();
    }

    public Dossier require(UUID id) {
        return find(id).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    /// Reads the dossier and keeps others from changing it until the transaction ends.
    public Dossier lock(UUID id) {
        return tryLock(id).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    /// Empty for a dossier the caller may not change, even one they may read.
    public Optional<Dossier> tryLock(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from dossier.dossier where id = :id for update")
                .param("id", id)
                .query(DossierStore::dossier)
                .optional();
    }

    /// The same for many at once, always in the same order, so that two who do it wait for each
    /// other and not for ever.
    public List<Dossier> lockAll(Collection<UUID> ids) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from dossier.dossier where id = any (:ids) order by id for update")
                .param("ids", ids.toArray(UUID[]::new))
                .query(DossierStore::dossier)
                .list();
    }

    /// A dossier with its pieces of work, as [TaskStore#of] orders them.
    ///
    /// @param lent delegations by which the officer stands in for others at their own agency,
    /// whichever handles the dossier, as JSON; null for none
    public record Locked(Dossier dossier, List<Task> work, @Nullable String lent) {}

    /// The same with its pieces of work, in one statement. The work is as it was when the
    /// statement began: right for whoever then finds the version they know.
    public Optional<Locked> tryLockWithWork(
            UUID id, @Nullable UUID officer, @Nullable String agency, LocalDate today) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                        , (select jsonb_agg(to_jsonb(t) order by t.opened_at, t.closed_at, t.seat, t.id)
                             from dossier.task t
                            where t.dossier_id = d.id) as work,
                          (select jsonb_agg(to_jsonb(a) order by a.valid_from, a.id)
                             from dossier.absence a
                            where a.delegate = :officer and a.agency = :agency and a.ended_at is null
                              and a.valid_to >= :today and a.valid_from <= :today) as lent
                          from dossier.dossier d
                         where id = :id
                           for update of d
                        """)
                .param("id", id)
                .param("officer", Sql.uuid(officer))
                .param("agency", Sql.text(agency))
                .param("today", today)
                .query(
                        (row, number) ->
                                new Locked(
                                        dossier(row, number),
                                        TaskRows.read(row.getString("work")),
                                        row.getString("lent")))
                .optional();
    }

    /// What officers typed for the result, by id.
    public Map<String, String> resultFacts(UUID id) {
        return jdbc.sql("select result_facts from dossier.dossier where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(facts -> Json.read(facts, FACTS))
                .orElse(Map.of());
    }

    public void keepResultFacts(UUID id, Map<String, String> facts) {
        jdbc.sql("update dossier.dossier set result_facts = :facts::jsonb where id = :id")
                .param("id", id)
                .param("facts", Json.write(facts))
                .update();
    }

    public Optional<UUID> idOf(DossierCode code) {
        return jdbc.sql("select dossier_id from dossier.number where code = :code")
                .param("code", code.value())
                .query(UUID.class)
                .optional();
    }

    public String trackingKey(DossierCode code) {
        return jdbc.sql("select tracking_key from dossier.number where code = :code")
                .param("code", code.value())
                .query(String.class)
                .single();
    }

    /// The dossiers one account has filed, newest first.
    public List<Dossier> filedBy(UUID account, @Nullable UUID before, int limit) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                          from dossier.dossier
                         where filer_account = :account and (:before::uuid is null or id < :before::uuid)
                           and not exists (select from dossier.part p where p.child_id = dossier.id)
                         order by id desc
                         limit :limit
                        """)
                .param("account", account)
                .param("before", before)
                .param("limit", limit)
                .query(DossierStore::dossier)
                .list();
    }

    static Dossier dossier(ResultSet row, int number) throws SQLException {
        var prior = row.getString("prior_state");
        var outcome = row.getString("outcome");
        return new Dossier(
                row.getObject("id", UUID.class),
                new DossierCode(row.getString("code")),
                new ReleaseId(row.getString("procedure_code"), row.getInt("release_version")),
                row.getString("case_code"),
                Channel.valueOf(row.getString("channel")),
                row.getString("agency"),
                DossierState.valueOf(row.getString("state")),
                prior == null ? null : DossierState.valueOf(prior),
                outcome == null ? null : Issue.valueOf(outcome),
                new People(
                        row.getObject("filer_account", UUID.class),
                        row.getString("filer_name"),
                        row.getString("owner_name"),
                        row.getString("owner_personal_id"),
                        row.getString("owner_phone"),
                        row.getString("owner_email"),
                        row.getObject("assisted_by", UUID.class)),
                row.getString("summary"),
                Answers.parse(row.getString("answers")),
                Json.read(row.getString("papers"), PAPERS),
                row.getString("process"),
                DeadlineLedger.fromJson(row.getString("ledger")),
                row.getInt("supplements"),
                ReturnWay.valueOf(row.getString("return_way")),
                new Moments(
                        row.getTimestamp("submitted_at").toInstant(),
                        instant(row, "accepted_at"),
                        instant(row, "first_due_at"),
                        instant(row, "due_at"),
                        instant(row, "finished_at"),
                        instant(row, "returned_at")),
                row.getInt("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
