package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.print.PrintCheck;
import vn.motcua.dossier.internal.print.Slip;
import vn.motcua.dossier.internal.print.SlipBody;
import vn.motcua.dossier.internal.print.SlipKind;
import vn.motcua.dossier.internal.print.SlipPrinter;
import vn.motcua.dossier.internal.print.SlipReason;
import vn.motcua.dossier.internal.print.SlipSigner;
import vn.motcua.dossier.internal.print.Stamps;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.form.Forms;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.ProcedureRecord.LegalBasis;
import vn.motcua.workflow.Issue;

/// Issues the slips of a dossier. What stands on a slip is frozen when it is issued; the paper
/// is drawn from that whenever somebody opens it, so it never changes and costs nothing until
/// then.
@Component
public class Slips {
    private final SlipFacts facts;
    private final FrozenSlip frozen;
    private final PaperStore papers;
    private final SlipPrinter printer;
    private final Rules rules;
    private final ResultFacts resultFacts;
    private final Forms forms;
    private final Clock clock;

    Slips(
            SlipFacts facts,
            FrozenSlip frozen,
            PaperStore papers,
            SlipPrinter printer,
            Rules rules,
            ResultFacts resultFacts,
            Forms forms,
            Clock clock) {
        this.facts = facts;
        this.frozen = frozen;
        this.papers = papers;
        this.printer = printer;
        this.rules = rules;
        this.resultFacts = resultFacts;
        this.forms = forms;
        this.clock = clock;
    }

    void receipt(Dossier dossier, Caller by, Instant now) {
        var _ =
                issue(
                        dossier,
                        new SlipBody.Receipt(
                                facts.fees(dossier), facts.working(dossier, now), null),
                        by,
                        now);
    }

    void supplement(Dossier dossier, Supplement request, Caller by, Instant now) {
        var asks = request.items().stream().map(item -> new SlipReason(item.text(), null)).toList();
        var reason = new SlipReason(request.reason(), request.legalBasis());
        var _ =
                issue(
                        dossier,
                        new SlipBody.Supplement(
                                asks,
                                words(reason, request.message()),
                                request.answerBy(),
                                by.name(),
                                facts.agency(dossier).phone()),
                        by,
                        now);
    }

    private static String words(SlipReason reason, String message) {
        var basis =
                reason.basis() == null || reason.basis().isBlank()
                        ? ""
                        : " (" + reason.basis() + ")";
        var text = (reason.text() + basis).strip();
        return message.isBlank() ? text : text.replaceFirst("[.]+$", "") + ". " + message.strip();
    }

    void refusal(Dossier dossier, Desk.ReasonText reason, String words, Caller by, Instant now) {
        var reasons = List.of(new SlipReason(reason.text(), reason.basis()));
        var _ =
                issue(
                        dossier,
                        new SlipBody.Refusal(reasons, words.isBlank() ? null : words, null),
                        by,
                        now);
    }

    void apology(Dossier after, Dossier before, String reason, Caller by, Instant now) {
        var body =
                new SlipBody.Apology(
                        facts.agency(after).name(),
                        Objects.requireNonNull(before.moments().due()),
                        Objects.requireNonNull(after.moments().due()),
                        reason,
                        facts.working(after, now));
        var _ = issue(after, body, by, now);
    }

    void stop(Dossier dossier, String words, Caller by, Instant now) {
        var ground = new SlipReason(words, null);
        var _ =
                issue(
                        dossier,
                        new SlipBody.Stop(ground, null, facts.components(dossier), List.of()),
                        by,
                        now);
    }

    /// The letter about an amount to pay.
    public UUID payment(Dossier dossier, SlipBody.Payment body, Caller by, Instant now) {
        return issue(dossier, body, by, now);
    }

    /// The same before it is sent, marked as a draft on every page.
    public byte[] paymentDraft(Dossier dossier, SlipBody.Payment body, Caller by, Instant now) {
        var slip = slip(dossier, body, signer(body.kind(), by, dossier), null, now);
        return Stamps.draft(printer.print(slip, own(dossier, body.kind())));
    }

    private UUID issue(Dossier dossier, SlipBody body, Caller by, Instant now) {
        var id = Ids.next(clock);
        var slip = slip(dossier, body, signer(body.kind(), by, dossier), null, now);
        papers.issue(
                new PaperStore.IssuedSlip(
                        id, dossier.id(), slip.kind().name(), now, frozen.write(slip)));
        return id;
    }

    /// At the counter the form itself says in what capacity somebody signs.
    private @Nullable SlipSigner signer(SlipKind kind, Caller by, Dossier dossier) {
        return switch (kind) {
            case RECEIPT, REFUSAL -> new SlipSigner("NGƯỜI TIẾP NHẬN HỒ SƠ", name(by), null);
            case SUPPLEMENT -> new SlipSigner("NGƯỜI HƯỚNG DẪN", name(by), null);
            case PAYMENT -> by.is(Role.OFFICER, Role.LEADER) ? facts.signer(by, dossier) : null;
            default -> facts.signer(by, dossier);
        };
    }

    private static String name(Caller by) {
        var behalf = by.behalf();
        return behalf == null ? by.name() : by.name() + " (thay mặt " + behalf.name() + ")";
    }

    private Slip slip(
            Dossier dossier,
            SlipBody body,
            @Nullable SlipSigner signer,
            @Nullable String number,
            Instant now) {
        return new Slip(
                facts.agency(dossier),
                facts.place(dossier),
                now,
                number,
                facts.dossier(dossier),
                signer,
                body,
                facts.answers(dossier));
    }

    SlipSigner signer(Caller by, Dossier dossier) {
        return facts.signer(by, dossier);
    }

    /// The paper of a slip that was issued.
    public byte[] print(Dossier dossier, UUID slipId) {
        var issued =
                papers.slip(dossier.id(), slipId)
                        .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        var slip = frozen.read(issued.kind(), issued.data());
        return printer.print(slip, own(dossier, slip.kind()));
    }

    /// The paper of a letter about an amount to pay, and of nothing else; without the names and
    /// what the dossier is about.
    public byte[] printPayment(Dossier dossier, UUID slipId) {
        return papers.slip(dossier.id(), slipId)
                .filter(issued -> issued.kind().equals(SlipKind.PAYMENT.name()))
                .map(issued -> unnamed(frozen.read(issued.kind(), issued.data())))
                .map(slip -> printer.print(slip, Optional.empty()))
                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    private static Slip unnamed(Slip slip) {
        return new Slip(
                slip.agency(),
                slip.place(),
                slip.issued(),
                slip.number(),
                slip.dossier(),
                slip.signer(),
                ((SlipBody.Payment) slip.body()).unnamed(),
                Map.of());
    }

    private Optional<String> own(Dossier dossier, SlipKind kind) {
        return rules.release(dossier.release()).files().find(PrintCheck.file(kind));
    }

    /// The hand-over log as it stands now.
    public byte[] printControl(Dossier dossier, List<Task> work) {
        var handOvers = facts.handOvers(dossier).of(work);
        var body =
                new SlipBody.Control(
                        facts.agency(dossier).name(), facts.cooperating(dossier, work), handOvers);
        return printer.print(
                slip(dossier, body, null, null, clock.instant()), own(dossier, SlipKind.CONTROL));
    }

    /// The result document: by the release's own template, or the usual layout of an
    /// administrative document.
    byte[] result(
            Dossier dossier,
            LocalText name,
            @Nullable String number,
            Issue issue,
            @Nullable String template,
            SlipSigner signer,
            @Nullable String reason,
            Instant now) {
        var body = body(dossier, name, issue, reason);
        var own =
                template == null
                        ? Optional.<String>empty()
                        : rules.release(dossier.release()).files().find(PrintCheck.file(template));
        return printer.print(slip(dossier, body, signer, number, now), own);
    }

    private SlipBody.Result body(
            Dossier dossier, LocalText name, Issue issue, @Nullable String reason) {
        var record = rules.record(dossier);
        var form = rules.form(dossier);
        var context = forms.context(dossier.channel().name(), dossier.agency());
        var fields = new ArrayList<SlipBody.Field>();
        if (issue != Issue.REJECTED) {
            form.describe(dossier.answers(), context, java.util.Locale.of("vi"))
                    .forEach(
                            group ->
                                    group.lines().stream()
                                            .filter(
                                                    line ->
                                                            line.files().isEmpty()
                                                                    && !line.values().isEmpty())
                                            .forEach(
                                                    line ->
                                                            fields.add(
                                                                    new SlipBody.Field(
                                                                            line.label(),
                                                                            String.join(
                                                                                    "; ",
                                                                                    line
                                                                                            .values())))));
        }
        var told = issue == Issue.REJECTED ? List.<ResultFacts.Fact>of() : resultFacts.of(dossier);
        told.forEach(fact -> fields.add(new SlipBody.Field(fact.label().vi(), fact.value().vi())));
        var decision =
                switch (issue) {
                    case GRANTED ->
                            "Chứng nhận nội dung sau đây theo hồ sơ " + dossier.code() + ":";
                    case ACKNOWLEDGED ->
                            "Đã nhận và ghi nhận thông báo theo hồ sơ " + dossier.code() + ":";
                    case REJECTED ->
                            "Không giải quyết hồ sơ "
                                    + dossier.code()
                                    + " ("
                                    + dossier.summary()
                                    + ").";
                };
        var closing = reason == null ? List.<String>of() : List.of(reason);
        return new SlipBody.Result(
                name.vi(),
                record.name().vi(),
                record.legalBasis().stream().map(Slips::ground).toList(),
                decision,
                fields,
                closing,
                List.of(dossier.people().ownerName() + ";", "Lưu: hồ sơ " + dossier.code() + "."),
                told.stream()
                        .collect(
                                Collectors.toMap(ResultFacts.Fact::id, fact -> fact.value().vi())));
    }

    private static String ground(LegalBasis basis) {
        return "Căn cứ " + basis.name().vi() + " (" + basis.code() + ")";
    }
}
