package vn.motcua.dossier.internal.processing;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.internal.document.DocumentNumbers;
import vn.motcua.dossier.internal.intake.TrackingKey;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.print.Stamps;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.form.Forms;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.ResultType;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.Vault;
import vn.motcua.workflow.Issue;

/// Draws decision documents: first as a draft anybody handling the dossier can look at, then with
/// its number, kept in the vault and entered in the register.
@Service
public class Documents {
    private static final LocalText NEGATIVE =
            LocalText.of("Văn bản trả lời từ chối giải quyết", "Reasoned negative answer");

    private final PaperStore papers;
    private final DossierStore dossiers;
    private final DocumentNumbers numbers;
    private final Rules rules;
    private final Slips slips;
    private final Forms forms;
    private final Vault vault;
    private final PublicAddress address;
    private final Clock clock;

    Documents(
            PaperStore papers,
            DossierStore dossiers,
            DocumentNumbers numbers,
            Rules rules,
            Slips slips,
            Forms forms,
            Vault vault,
            PublicAddress address,
            Clock clock) {
        this.papers = papers;
        this.dossiers = dossiers;
        this.numbers = numbers;
        this.rules = rules;
        this.slips = slips;
        this.forms = forms;
        this.vault = vault;
        this.address = address;
        this.clock = clock;
    }

    /// A document to be drawn.
    private record Drawn(ResultType type, LocalText name, @Nullable String template) {}

    private Drawn kind(Dossier dossier, Issue issue) {
        var record = rules.record(dossier);
        var type =
                record.results().isEmpty()
                        ? new ResultType(null, record.name(), null, null)
                        : resultType(dossier, record.results());
        return issue == Issue.REJECTED
                ? new Drawn(type, NEGATIVE, null)
                : new Drawn(type, type.name(), type.template());
    }

    public LocalText name(Dossier dossier, Issue issue) {
        return kind(dossier, issue).name();
    }

    /// The document as it would be, without number, marked as a draft on every page.
    public byte[] draft(Dossier dossier, Issue issue, Caller by, Instant now) {
        var drawn = kind(dossier, issue);
        return Stamps.draft(
                slips.result(
                        dossier,
                        drawn.name(),
                        null,
                        issue,
                        drawn.template(),
                        slips.signer(by, dossier),
                        null,
                        now));
    }

    /// Issues the document the dossier's process came to. One that had been taken back before is
    /// replaced by it.
    void issue(Dossier dossier, Issue issue, Caller by, @Nullable String reason, Instant now) {
        var _ =
                issue(
                        dossier,
                        issue,
                        by,
                        reason,
                        papers.unreplaced(dossier.id()).orElse(null),
                        now);
    }

    /// Issues a document in the place of another one of the same dossier.
    ///
    /// @param facts corrected facts of the result, by id
    /// @param reason words on the new document
    public UUID replace(
            Dossier dossier,
            UUID old,
            Issue issue,
            Caller by,
            Map<String, String> facts,
            String reason,
            Instant now) {
        if (!facts.isEmpty()) dossiers.keepResultFacts(dossier.id(), facts);
        return issue(dossier, issue, by, reason, old, now);
    }

    private UUID issue(
            Dossier dossier,
            Issue issue,
            Caller by,
            @Nullable String reason,
            @Nullable UUID replaces,
            Instant now) {
        var drawn = kind(dossier, issue);
        var code = drawn.type().code() == null ? "" : drawn.type().code();
        var number =
                numbers.next(
                        dossier.agency(),
                        issue == Issue.REJECTED ? DocumentNumbers.REJECTED : code,
                        HanoiTime.dateOf(now));
        var signer = slips.signer(by, dossier);
        var key = TrackingKey.next();
        var pdf =
                Stamps.verification(
                        slips.result(
                                dossier,
                                drawn.name(),
                                number,
                                issue,
                                drawn.template(),
                                signer,
                                reason,
                                now),
                        address.verify(key),
                        words(number, key, replaces));
        var file =
                vault.store(
                        new ByteArrayInputStream(pdf),
                        drawn.name().vi() + " " + dossier.code() + ".pdf",
                        FilePurpose.RESULT,
                        dossier.people().filer());
        vault.share(List.of(file.id()), dossier.agency());
        var id = Ids.next(clock);
        papers.issue(
                new PaperStore.IssuedResult(
                        id,
                        dossier.id(),
                        code,
                        drawn.name().vi(),
                        drawn.name().en(),
                        number,
                        issue.name(),
                        file.id(),
                        file.sha256(),
                        now,
                        by.account(),
                        signer.name(),
                        signer.title()),
                new PaperStore.Registered(
                        dossier.agency(),
                        dossier.code().value(),
                        dossier.people().ownerName(),
                        key,
                        replaces));
        return id;
    }

    /// What stands beside the code.
    private String[] words(String number, String key, @Nullable UUID replaces) {
        var where = "Kiểm tra hiệu lực văn bản: " + address.shown() + "/verify";
        var what = "Số " + number + ", mã " + key;
        if (replaces == null) return new String[] {where, what};
        return new String[] {where, what, "Thay thế văn bản số " + papers.number(replaces)};
    }

    /// The first of several results whose condition holds; one without a condition always does.
    ResultType resultType(Dossier dossier, List<ResultType> types) {
        var form = rules.form(dossier);
        var context = forms.context(dossier.channel().name(), dossier.agency());
        return types.stream()
                .filter(
                        type ->
                                type.when() == null
                                        || form.holds(type.when(), dossier.answers(), context))
                .findFirst()
                .orElse(types.getFirst());
    }
}
