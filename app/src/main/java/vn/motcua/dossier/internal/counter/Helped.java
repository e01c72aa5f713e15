package vn.motcua.dossier.internal.counter;

import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.intake.TrackingKey;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.form.AnswerLine;
import vn.motcua.form.Draft;
import vn.motcua.form.DraftState;
import vn.motcua.form.Drafts;
import vn.motcua.form.Forms;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.OwnTransaction;
import vn.motcua.kernel.ProblemException;
import vn.motcua.kernel.Words;
import vn.motcua.organization.PositionKind;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;

/// Helper and person kept apart: what an officer filled in is read back, and nothing is filed
/// before the person has confirmed exactly that, with their own account or with the code printed at
/// the end of the sheet they read. Whatever is changed afterwards is read back anew.
@Service
public class Helped {
    private static final TypeReference<List<AnswerLine.Group>> SHEET = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int TRIES = 5;
    private static final int LENGTH = 6;
    private static final String SUBJECT = "draft";

    private final JdbcClient jdbc;
    private final Drafts drafts;
    private final Releases releases;
    private final Forms forms;
    private final Permissions permissions;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;
    private final OwnTransaction own;

    Helped(
            JdbcClient jdbc,
            Drafts drafts,
            Releases releases,
            Forms forms,
            Permissions permissions,
            Journal journal,
            Asking asking,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.releases = releases;
        this.forms = forms;
        this.permissions = permissions;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
        this.own = new OwnTransaction(transactions);
    }

    /// What was read back.
    ///
    /// @param version of the draft
    /// @param confirmed `ACCOUNT` or `SHEET`; null until the person has confirmed
    record ReadBack(
            UUID draft,
            String helperName,
            ReleaseId release,
            int version,
            List<AnswerLine.Group> sheet,
            Instant prepared,
            @Nullable String confirmed) {}

    /// A sheet to be printed, with the code at its end, which is told once.
    public record Fresh(
            String helperName,
            String procedure,
            List<AnswerLine.Group> sheet,
            String code,
            Instant at) {}

    /// Freezes the answers as they are now, for reading back.
    @Transactional
    public Fresh prepare(UUID id) {
        permissions.require(PositionKind.RECEPTIONIST);
        var draft = open(id);
        var release = release(draft);
        var context = forms.context(draft.channel(), draft.agency());
        var sheet =
                forms.of(release).describe(draft.answers(), context, Locale.of("vi")).stream()
                        .toList();
        var caller = asking.current();
        var code = TrackingKey.next(LENGTH);
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into dossier.helped_filing as h (draft_id, agency, helper, helper_name, person_account,
                               procedure_code, release_version, draft_version, sheet, prepared_at, code_hash)
                        values (:draft, :agency, :helper, :name, :person, :procedure, :release, :version, :sheet::jsonb,
                                :at, :hash)
                        on conflict (draft_id) do update
                           set helper_name = excluded.helper_name, person_account = excluded.person_account,
                               draft_version = excluded.draft_version, sheet = excluded.sheet,
                               prepared_at = excluded.prepared_at, code_hash = excluded.code_hash, tries = 0,
                               confirmed_at = null, confirmed_how = null
                        """)
                .param("draft", id)
                .param("agency", Objects.requireNonNull(caller.agency()))
                .param("helper", Objects.requireNonNull(caller.account()))
                .param("name", caller.name())
                .param("person", draft.account())
                .param("procedure", draft.release().procedureCode())
                .param("release", draft.release().version())
                .param("version", draft.version())
                .param("sheet", MAPPER.writeValueAsString(sheet))
                .param("at", Timestamp.from(now))
                .param("hash", PickupCodes.hash(id, code))
                .update();
        append("counter.read-back", id, caller, now, Map.of("version", draft.version()));
        var shown = code.substring(0, 3) + "-" + code.substring(3);
        return new Fresh(caller.name(), release.record().name().vi(), sheet, shown, now);
    }

    private Draft open(UUID id) {
        var draft = drafts.require(id);
        if (draft.state() != DraftState.OPEN) throw new ProblemException(CounterProblem.NOT_READY);
        return draft;
    }

    private Release release(Draft draft) {
        return releases.find(draft.release())
                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    /// What was read back to the person; empty for whoever it is none of their business.
    @Transactional(readOnly = true)
    public Optional<ReadBack> find(UUID draft) {
        return jdbc.sql("select * from dossier.helped_filing where draft_id = :draft")
                .param("draft", draft)
                .query(
                        (row, _) ->
                                new ReadBack(
                                        row.getObject("draft_id", UUID.class),
                                        row.getString("helper_name"),
                                        new ReleaseId(
                                                row.getString("procedure_code"),
                                                row.getInt("release_version")),
                                        row.getInt("draft_version"),
                                        MAPPER.readValue(row.getString("sheet"), SHEET),
                                        row.getTimestamp("prepared_at").toInstant(),
                                        row.getString("confirmed_how")))
                .optional();
    }

    /// Whether the person has confirmed the draft as it is.
    @Transactional(readOnly = true)
    public boolean confirmed(Draft draft) {
        return find(draft.id())
                .filter(back -> back.confirmed() != null && back.version() == draft.version())
                .isPresent();
    }

    /// @throws ProblemException `dossier.counter-not-confirmed`
    @Transactional(readOnly = true)
    public void requireConfirmed(Draft draft) {
        if (!confirmed(draft)) throw new ProblemException(CounterProblem.NOT_CONFIRMED);
    }

    /// What still waits for the caller's own word, newest first.
    @Transactional(readOnly = true)
    public List<UUID> waiting() {
        return jdbc.sql(
                        """
                        select draft_id from dossier.helped_filing
                         where person_account = :account and confirmed_at is null
                         order by prepared_at desc
                         limit 20
                        """)
                .param("account", asking.current().account())
                .query(UUID.class)
                .list();
    }

    /// The person confirms with their own account.
    @Transactional
    public void confirm(UUID draft, int version) {
        var caller = asking.current();
        if (!caller.is(Role.CITIZEN)) throw new ProblemException(DossierProblem.NOT_FOUND);
        var back = find(draft).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        if (back.version() != version) throw new ProblemException(CounterProblem.NOT_CONFIRMED);
        settle(draft, "ACCOUNT", caller);
    }

    private record Counted(byte[] hash, int tries) {}

    /// The person confirms with the code at the end of the sheet they have read. The officer has
    /// printed that code and types it, so it is kept apart from the person's own account. A wrong
    /// try is committed before it is answered.
    public void confirmWith(UUID id, String typed) {
        own.orRefused(() -> tryToConfirm(id, typed));
    }

    private Optional<ProblemException> tryToConfirm(UUID id, String typed) {
        permissions.require(PositionKind.RECEPTIONIST);
        var counted = counted(open(id));
        if (counted.isEmpty())
            return Optional.of(new ProblemException(CounterProblem.CODE_USED_UP));
        var given = PickupCodes.hash(id, typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
        int left = TRIES - counted.get().tries();
        if (!MessageDigest.isEqual(given, counted.get().hash()))
            return Optional.of(new ProblemException(CounterProblem.WRONG_CODE, left));
        settle(id, "SHEET", asking.current());
        return Optional.empty();
    }

    private Optional<Counted> counted(Draft draft) {
        return jdbc.sql(
                        """
                        update dossier.helped_filing set tries = tries + 1
                         where draft_id = :draft and draft_version = :version
                           and confirmed_at is null and tries < :most
                        returning code_hash as hash, tries
                        """)
                .param("draft", draft.id())
                .param("version", draft.version())
                .param("most", TRIES)
                .query((row, _) -> new Counted(row.getBytes("hash"), row.getInt("tries")))
                .optional();
    }

    private void settle(UUID draft, String how, Caller caller) {
        var now = clock.instant();
        jdbc.sql(
                        """
                        update dossier.helped_filing
                           set confirmed_at = :at, confirmed_how = :how, code_hash = null
                         where draft_id = :draft and confirmed_at is null
                        """)
                .param("draft", draft)
                .param("at", Timestamp.from(now))
                .param("how", how)
                .update();
        append("counter.confirmed", draft, caller, now, Map.of("how", how));
    }

    /// The draft has become this dossier.
    @Transactional
    public void filed(UUID draft, UUID dossier) {
        jdbc.sql("update dossier.helped_filing set dossier_id = :dossier where draft_id = :draft")
                .param("dossier", dossier)
                .param("draft", draft)
                .update();
    }

    /// Forgets what was read back and never filed.
    int forgetBefore(Instant before) {
        return jdbc.sql(
                        """
                        delete from dossier.helped_filing
                         where dossier_id is null and prepared_at < :before
                        """)
                .param("before", Timestamp.from(before))
                .update();
    }

    private record Told(String name, String how) {}

    /// Who helped and how the person confirmed, in words; null when nobody did.
    public @Nullable String words(UUID dossier, Words words) {
        return jdbc.sql(
                        """
                        select helper_name as name, confirmed_how as how from dossier.helped_filing
                         where dossier_id = :dossier and confirmed_how is not null
                        """)
                .param("dossier", dossier)
                .query(Told.class)
                .optional()
                .map(
                        helper ->
                                words.t(
                                        "counter.part.helped",
                                        helper.name(),
                                        words.t("counter.part.helped." + helper.how())))
                .orElse(null);
    }

    private void append(String kind, UUID draft, Caller by, Instant at, Map<String, Object> data) {
        journal.append(
                new Entry(
                        kind,
                        SUBJECT,
                        draft,
                        by.agency(),
                        new Actor(by.role().setting(), by.account(), by.agency()),
                        at,
                        data));
    }
}
