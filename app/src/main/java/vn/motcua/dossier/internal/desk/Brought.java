package vn.motcua.dossier.internal.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.processing.CounterAnswers;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Supplement;

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
    private final MessageSource messages;

    Brought(PaperStore papers, CounterAnswers answers, MessageSource messages) {
        this.papers = papers;
        this.answers = answers;
        this.messages = messages;
    }

    /// The things asked; must run in a transaction.
    List<ActView.Component> asked(UUID dossier) {
        return papers.openSupplement(dossier).map(Supplement::items).orElse(List.of()).stream()
                .map(item -> new ActView.Component(item.id(), item.text(), false))
                .toList();
    }

    /// What is lacking, before it is tried: field id to words.
    static Map<String, String> faults(ActView view, DeskWords words) {
        var faults = new LinkedHashMap<String, String>();
        for (var asked : view.components())
            if (view.typed().wanted().getOrDefault(asked.id(), "").isBlank())
                faults.put("wanted-" + asked.id(), words.t("desk.fault.brought"));
        if (!FORMS.contains(view.typed().ground()))
            faults.put("ground", words.t("desk.fault.brought-form"));
        return faults;
    }

    /// The paper keeps who brought it.
    void receive(UUID dossier, Typed typed) {
        var kept = new LinkedHashMap<String, String>();
        typed.wanted()
                .forEach(
                        (item, text) ->
                                kept.put(
                                        item,
                                        messages.getMessage(
                                                "desk.brought.kept",
                                                new Object[] {text, typed.words()},
                                                KEPT_IN)));
        answers.receive(dossier, typed.version(), kept, Paper.Form.valueOf(typed.ground()));
    }
}
