package vn.motcua.dossier.internal.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import vn.motcua.dossier.internal.counter.KeptTyping;
import vn.motcua.dossier.internal.counter.ScanTray;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.processing.CounterAnswers;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.vault.Vault;

/// What somebody brings to the counter in answer to a request to supplement.
@Component
class Brought {
    static final List<String> FORMS =
            List.of(
                    Paper.Form.ORIGINAL.name(),
                    Paper.Form.CERTIFIED_COPY.name(),
                    Paper.Form.COPY.name());

    private static final Locale KEPT_IN = Locale.of("vi");

    private final PaperStore papers;
    private final CounterAnswers answers;
    private final KeptTyping typing;
    private final ScanTray tray;
    private final Vault vault;
    private final MessageSource messages;

    Brought(
            PaperStore papers,
            CounterAnswers answers,
            KeptTyping typing,
            ScanTray tray,
            Vault vault,
            MessageSource messages) {
        this.papers = papers;
        this.answers = answers;
        this.typing = typing;
        this.tray = tray;
        this.vault = vault;
        this.messages = messages;
    }

    /// What was typed before scanning; nothing yet where nobody typed.
    Typed typed(UUID dossier, String token, String outcome) {
        return typing.of(dossier, KeptTyping.On.SUPPLEMENT)
                .map(Typed::read)
                .orElseGet(() -> Typed.nothing(token, outcome));
    }

    /// Keeps what is typed, so that scanning loses none of it.
    ///
    /// @return the page to go to, when a button to scan was pressed
    Optional<String> keep(UUID dossier, MultiValueMap<String, String> sent) {
        typing.keep(dossier, KeptTyping.On.SUPPLEMENT, sent);
        var remove = sent.getFirst("unscan");
        if (remove != null) {
            tray.removePaper(dossier, HandedOver.id(remove));
            return Optional.of("/desk/dossiers/" + dossier + "/acts/receive-supplement");
        }
        return Optional.ofNullable(sent.getFirst("scan"))
                .filter(item -> item.matches("[A-Za-z0-9_-]{1,40}"))
                .map(item -> "/desk/scan/" + BroughtScans.PLACE + "/" + dossier + "/" + item);
    }

    /// The things asked; must run in a transaction.
    List<ActView.Component> asked(UUID dossier) {
        var scans = tray.papers(dossier);
        return papers.openSupplement(dossier).map(Supplement::items).orElse(List.of()).stream()
                .map(
                        item ->
                                new ActView.Component(
                                        item.id(),
                                        item.text(),
                                        false,
                                        scans(scans.getOrDefault(item.id(), List.of()))))
                .toList();
    }

    private List<ActView.Scan> scans(List<UUID> files) {
        return files.stream()
                .flatMap(file -> vault.find(file).stream())
                .map(file -> new ActView.Scan(file.id(), file.name()))
                .toList();
    }

    /// What is lacking, before it is tried: field id to words.
    static Map<String, String> faults(ActView view, DeskWords words) {
        var faults = new LinkedHashMap<String, String>();
        for (var asked : view.components())
            if (asked.scans().isEmpty()
                    && view.typed().wanted().getOrDefault(asked.id(), "").isBlank())
                faults.put("wanted-" + asked.id(), words.t("desk.fault.brought"));
        if (!FORMS.contains(view.typed().ground()))
            faults.put("ground", words.t("desk.fault.brought-form"));
        return faults;
    }

    /// The paper keeps who brought it.
    void receive(UUID dossier, Typed typed) {
        var kept = new LinkedHashMap<String, String>();
        var scans = tray.papers(dossier);
        var texts = new LinkedHashMap<>(typed.wanted());
        scans.keySet().forEach(item -> texts.putIfAbsent(item, ""));
        texts.forEach(
                (item, text) ->
                        kept.put(
                                item,
                                messages.getMessage(
                                        "desk.brought.kept",
                                        new Object[] {
                                            text.isBlank() ? scanned() : text, typed.words()
                                        },
                                        KEPT_IN)));
        answers.receive(dossier, typed.version(), kept, scans, Paper.Form.valueOf(typed.ground()));
        tray.forget(dossier);
        typing.forget(dossier, KeptTyping.On.SUPPLEMENT);
    }

    private String scanned() {
        return messages.getMessage("counter.brought.scanned", null, KEPT_IN);
    }
}
