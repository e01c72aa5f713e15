package vn.motcua.dossier.internal.counter;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.print.PaperSize;
import vn.motcua.dossier.internal.print.SheetPrinter;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.PositionKind;
import vn.motcua.vault.StoredFile;
import vn.motcua.vault.Vault;

/// Lays out the page on which a result is handed over, its printed receipt, and what proves it
/// afterwards. Nothing is changed here but the journal.
@Service
class HandOutReader implements ScanPlace {
    static final String PLACE = "hand-over";

    private final DossierStore dossiers;
    private final PaperStore papers;
    private final Rules rules;
    private final Agencies agencies;
    private final Permissions permissions;
    private final ScanTray tray;
    private final HandOut handOut;
    private final SheetPrinter printer;
    private final Vault vault;
    private final Journal journal;
    private final Asking asking;
    private final MessageSource messages;
    private final Clock clock;

    HandOutReader(
            DossierStore dossiers,
            PaperStore papers,
            Rules rules,
            Agencies agencies,
            Permissions permissions,
            ScanTray tray,
            HandOut handOut,
            SheetPrinter printer,
            Vault vault,
            Journal journal,
            Asking asking,
            MessageSource messages,
            Clock clock) {
        this.dossiers = dossiers;
        this.papers = papers;
        this.rules = rules;
        this.agencies = agencies;
        this.permissions = permissions;
        this.tray = tray;
        this.handOut = handOut;
        this.printer = printer;
        this.vault = vault;
        this.journal = journal;
        this.asking = asking;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Slot> slot(UUID id, String slot, Locale locale) {
        if (!slot.equals(HandOut.SHEET)) return Optional.empty();
        return dossiers.find(id)
                .filter(permissions.posts(asking.current())::actsOn)
                .map(
                        dossier ->
                                new Slot(
                                        messages.getMessage("counter.hand.sheet.name", null, locale)
                                                + " "
                                                + dossier.code(),
                                        "/desk/dossiers/" + id + "/hand-over",
                                        dossier.people().filer()));
    }

    private Dossier mine(UUID id) {
        permissions.require(PositionKind.RECEPTIONIST);
        return dossiers.find(id)
                .filter(permissions.posts(asking.current())::actsOn)
                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    public HandOutView view(
            UUID id, Map<String, String> typed, Map<String, String> errors, Locale locale) {
        var dossier = mine(id);
        var fields = new LinkedHashMap<>(typed);
        fields.putIfAbsent("receiver", HandOut.Receiver.OWNER.name());
        fields.putIfAbsent("receiverName", dossier.people().ownerName());
        var results =
                papers.results(id).stream()
                        .map(
                                result ->
                                        new LocalText(result.nameVi(), result.nameEn()).in(locale)
                                                + ", "
                                                + result.number())
                        .toList();
        var sheets =
                tray.papers(id).getOrDefault(HandOut.SHEET, List.of()).stream()
                        .flatMap(file -> vault.find(file).stream())
                        .map(file -> new HandOutView.Sheet(file.id(), file.name()))
                        .toList();
        return new HandOutView(
                id,
                dossier.code().value(),
                rules.record(dossier).name(),
                dossier.people().ownerName(),
                dossier.version(),
                fields.getOrDefault("token", ""),
                fields.getOrDefault("outcome", ""),
                results,
                originals(dossier, locale),
                sheets,
                fields,
                errors);
    }

    private List<String> originals(Dossier dossier, Locale locale) {
        var record = rules.record(dossier);
        return HandOut.uncompared(dossier).stream()
                .map(
                        paper ->
                                record.component(paper.component())
                                        .map(component -> component.name().in(locale))
                                        .orElse(paper.component()))
                .distinct()
                .toList();
    }

    /// The receipt to be signed by hand.
    @Transactional
    public byte[] sheet(UUID id) {
        var dossier = mine(id);
        var now = clock.instant();
        var results =
                papers.results(id).stream()
                        .map(result -> result.nameVi() + ", số " + result.number())
                        .toList();
        var sheet =
                new ReceiptSheet(
                        agencies.require(dossier.agency()).name().vi(),
                        dossier.code().value(),
                        rules.record(dossier).name().vi(),
                        dossier.people().ownerName(),
                        results,
                        asking.current().name(),
                        now);
        journal.append(
                Facts.of("viewed", dossier, asking.current(), now, Map.of("paper", "hand-over")));
        return printer.print("hand-over", sheet, PaperSize.A5, now);
    }

    /// The signature or the signed receipt; looking at it is written down.
    @Transactional
    public StoredFile proof(UUID id) {
        var dossier = dossiers.require(id);
        var file =
                handOut.of(id).stream()
                        .map(HandOut.Handed::proofFile)
                        .filter(java.util.Objects::nonNull)
                        .reduce((first, second) -> second)
                        .flatMap(vault::find)
                        .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        journal.append(
                Facts.of(
                        "viewed",
                        dossier,
                        asking.current(),
                        clock.instant(),
                        Map.of("paper", "hand-over")));
        return file;
    }

    /// A pick-up code on paper.
    byte[] printed(PickupCodes.Fresh fresh) {
        return printer.print("pickup-code", fresh, PaperSize.A5, fresh.at());
    }
}
