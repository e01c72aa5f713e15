package vn.motcua.dossier.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import vn.motcua.kernel.HanoiTime;

/// What was asked and issued on paper: supplement requests, slips, results and the numbers of
/// documents.
@Repository
public class PaperStore {
    private static final TypeReference<List<Supplement.Item>> ITEMS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Supplement.Reply>> REPLIES =
            new TypeReference<>() {};

    private final JdbcClient jdbc;

    PaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void ask(Supplement request, @Nullable UUID by) {
        jdbc.sql(
                        """
                        insert into dossier.supplement (id, dossier_id, number, stage, asked_by, asked_name, asked_at,
                               reason, legal_basis, message, items, answer_by, due_before)
                        values (:id, :dossier, :number, :stage, :by, :name, :at, :reason, :basis, :message,
                               :items::jsonb, :answerBy, :dueBefore)
                        """)
                .param("id", request.id())
                .param("dossier", request.dossier())
                .param("number", request.number())
                .param("stage", request.stage().name())
                .param("by", by)
                .param("name", request.askedName())
                .param("at", DossierStore.timestamp(request.asked()))
                .param("reason", request.reason())
                .param("basis", request.legalBasis())
                .param("message", request.message())
                .param("items", Json.write(request.items()))
                .param("answerBy", request.answerBy())
                .param("dueBefore", DossierStore.timestamp(request.dueBefore()))
                .update();
    }

    /// Keeps what has been answered so far; `answered` closes the request.
    public void answer(
            UUID id,
            Map<String, Supplement.Reply> replies,
            @Nullable Instant answered,
            @Nullable Instant dueAfter) {
        jdbc.sql(
                        """
                        update dossier.supplement
                           set answers = :answers::jsonb, answered_at = :answered, due_after = :dueAfter
                         where id = :id and answered_at is null
                        """)
                .param("id", id)
                .param("answers", Json.write(replies))
                .param("answered", DossierStore.timestamp(answered))
                .param("dueAfter", DossierStore.timestamp(dueAfter))
                .update();
    }

    public List<Supplement> supplements(UUID dossier) {
        return jdbc.sql(
                        "select * from dossier.supplement where dossier_id = :dossier order by number")
                .param("dossier", dossier)
                .query(PaperStore::supplement)
                .list();
    }

    public Optional<Supplement> openSupplement(UUID dossier) {
        return supplements(dossier).stream()
                .filter(Supplement::open)
                .reduce((first, second) -> second);
    }

    /// A request whose last day has passed.
    public record Unanswered(UUID id, UUID dossier, LocalDate answerBy) {}

    /// Requests nobody has answered by their last day, oldest first, that nothing was done about.
    ///
    /// @param after the last of the page before; null for the first page
    public List<Unanswered> unanswered(Instant now, @Nullable Unanswered after, int limit) {
        return jdbc.sql(
                        """
                        select id, dossier_id, answer_by from dossier.supplement
                         where answered_at is null and overdue_at is null and answer_by < :today
                           and (:afterId::uuid is null or (answer_by, id) > (:afterDay::date, :afterId::uuid))
                         order by answer_by, id
                         limit :limit
                        """)
                .param("today", HanoiTime.dateOf(now))
                .param("afterId", after == null ? null : after.id())
                .param("afterDay", after == null ? null : after.answerBy())
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Unanswered(
                                        row.getObject("id", UUID.class),
                                        row.getObject("dossier_id", UUID.class),
                                        row.getObject("answer_by", LocalDate.class)))
                .list();
    }

    /// The end of the term has been acted upon.
    public void overdue(UUID request, Instant at) {
        jdbc.sql("update dossier.supplement set overdue_at = :at where id = :id")
                .param("id", request)
                .param("at", DossierStore.timestamp(at))
                .update();
    }

    private static Supplement supplement(ResultSet row, int number) throws SQLException {
        var answers = row.getString("answers");
        return new Supplement(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getInt("number"),
                Supplement.Stage.valueOf(row.getString("stage")),
                row.getString("asked_name"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("reason"),
                row.getString("legal_basis"),
                row.getString("message"),
                Json.read(row.getString("items"), ITEMS),
                row.getObject("answer_by", LocalDate.class),
                DossierStore.instant(row, "due_before"),
                DossierStore.instant(row, "due_after"),
                DossierStore.instant(row, "answered_at"),
                answers == null ? Map.of() : Json.read(answers, REPLIES),
                DossierStore.instant(row, "overdue_at"));
    }

    /// A slip as it was issued.
    ///
    /// @param kind name of the form
    /// @param data everything on it, frozen
    public record IssuedSlip(UUID id, UUID dossier, String kind, Instant issued, String data) {}

    public void issue(IssuedSlip slip) {
        jdbc.sql(
                        """
                        insert into dossier.slip (id, dossier_id, kind, issued_at, data)
                        values (:id, :dossier, :kind, :at, :data::jsonb)
                        """)
                .param("id", slip.id())
                .param("dossier", slip.dossier())
                .param("kind", slip.kind())
                .param("at", DossierStore.timestamp(slip.issued()))
                .param("data", slip.data())
                .update();
    }

    public List<IssuedSlip> slips(UUID dossier) {
        return jdbc.sql(
                        "select * from dossier.slip where dossier_id = :dossier order by issued_at, id")
                .param("dossier", dossier)
                .query(PaperStore::slip)
                .list();
    }

    public Optional<IssuedSlip> slip(UUID dossier, UUID slip) {
        return jdbc.sql("select * from dossier.slip where dossier_id = :dossier and id = :slip")
                .param("dossier", dossier)
                .param("slip", slip)
                .query(PaperStore::slip)
                .optional();
    }

    private static IssuedSlip slip(ResultSet row, int number) throws SQLException {
        return new IssuedSlip(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("kind"),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("data"));
    }

    /// A result document in the register.
    public record IssuedResult(
            UUID id,
            UUID dossier,
            String typeCode,
            String nameVi,
            String nameEn,
            String number,
            String outcome,
            UUID file,
            String sha256,
            Instant issued,
            @Nullable UUID signer,
            String signerName,
            String signerTitle) {}

    /// What the register keeps of a document besides.
    ///
    /// @param verifyKey in the QR code on the document
    /// @param replaces the document it stands for; null for a first one
    public record Registered(
            String agency, String code, String owner, String verifyKey, @Nullable UUID replaces) {}

    public void issue(IssuedResult result, Registered register) {
        jdbc.sql(
                        """
                        insert into dossier.result (id, dossier_id, type_code, name_vi, name_en, number, outcome, file_id,
                               sha256, issued_at, signer, signer_name, signer_title, agency, dossier_code, owner_name,
                               verify_key, replaces)
                        values (:id, :dossier, :type, :nameVi, :nameEn, :number, :outcome, :file, :sha256, :at,
                               :signer, :signerName, :signerTitle, :agency, :code, :owner, :verifyKey, :replaces)
                        """)
                .param("agency", register.agency())
                .param("code", register.code())
                .param("owner", register.owner())
                .param("verifyKey", register.verifyKey())
                .param("replaces", register.replaces())
                .param("id", result.id())
                .param("dossier", result.dossier())
                .param("type", result.typeCode())
                .param("nameVi", result.nameVi())
                .param("nameEn", result.nameEn())
                .param("number", result.number())
                .param("outcome", result.outcome())
                .param("file", result.file())
                .param("sha256", result.sha256())
                .param("at", DossierStore.timestamp(result.issued()))
                .param("signer", result.signer())
                .param("signerName", result.signerName())
                .param("signerTitle", result.signerTitle())
                .update();
        if (register.replaces() != null)
            jdbc.sql("update dossier.result set replaced_by = :id where id = :old")
                    .param("id", result.id())
                    .param("old", register.replaces())
                    .update();
    }

    /// The last document of a dossier that was taken back and has none in its place.
    public Optional<UUID> unreplaced(UUID dossier) {
        return jdbc.sql(
                        """
                        select id from dossier.result
                         where dossier_id = :dossier and revoked_at is not null and replaced_by is null
                         order by issued_at desc, id desc
                         limit 1
                        """)
                .param("dossier", dossier)
                .query(UUID.class)
                .optional();
    }

    /// Takes back what was issued so far; it stays in the register and stands no more.
    public void revoke(UUID dossier, String ground, Instant at) {
        jdbc.sql(
                        """
                        update dossier.result set revoked_at = :at, ended_ground = :ground
                         where dossier_id = :dossier and revoked_at is null
                        """)
                .param("dossier", dossier)
                .param("ground", ground)
                .param("at", DossierStore.timestamp(at))
                .update();
    }

    /// The results that stand; one taken back is nobody's to fetch.
    public List<IssuedResult> results(UUID dossier) {
        return jdbc.sql(
                        """
                        select * from dossier.result
                         where dossier_id = :dossier and revoked_at is null
                         order by issued_at
                        """)
                .param("dossier", dossier)
                .query(
                        (row, number) ->
                                new IssuedResult(
                                        row.getObject("id", UUID.class),
                                        row.getObject("dossier_id", UUID.class),
                                        row.getString("type_code"),
                                        row.getString("name_vi"),
                                        row.getString("name_en"),
                                        row.getString("number"),
                                        row.getString("outcome"),
                                        row.getObject("file_id", UUID.class),
                                        row.getString("sha256"),
                                        row.getTimestamp("issued_at").toInstant(),
                                        row.getObject("signer", UUID.class),
                                        row.getString("signer_name"),
                                        row.getString("signer_title")))
                .list();
    }

    /// A document that does not stand any more.
    ///
    /// @param replacedBy number of the one in its place; null when there is none
    public record Ended(
            String nameVi, String nameEn, String number, Instant at, @Nullable String replacedBy) {}

    public List<Ended> ended(UUID dossier) {
        return jdbc.sql(
                        """
                        select r.name_vi, r.name_en, r.number, r.revoked_at, n.number as replaced_by
                          from dossier.result r
                          left join dossier.result n on n.id = r.replaced_by
                         where r.dossier_id = :dossier and r.revoked_at is not null
                         order by r.issued_at
                        """)
                .param("dossier", dossier)
                .query(
                        (row, number) ->
                                new Ended(
                                        row.getString("name_vi"),
                                        row.getString("name_en"),
                                        row.getString("number"),
                                        row.getTimestamp("revoked_at").toInstant(),
                                        row.getString("replaced_by")))
                .list();
    }

    /// Number of a document, whether it stands or not.
    public String number(UUID result) {
        return jdbc.sql("select number from dossier.result where id = :id")
                .param("id", result)
                .query(String.class)
                .single();
    }
}
