package vn.motcua.dossier.internal.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.review.Reviews;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.form.Forms;

/// A request to supplement as the findings suggest it; the officer changes what they like. In
/// Vietnamese, as it goes out.
@Component
class MarkedItems {
    private final DossierStore dossiers;
    private final PaperStore papers;
    private final PaperLines lines;
    private final Reviews reviews;
    private final Rules rules;
    private final Forms forms;
    private final MessageSource messages;

    MarkedItems(
            DossierStore dossiers,
            PaperStore papers,
            PaperLines lines,
            Reviews reviews,
            Rules rules,
            Forms forms,
            MessageSource messages) {
        this.dossiers = dossiers;
        this.papers = papers;
        this.lines = lines;
        this.reviews = reviews;
        this.rules = rules;
        this.forms = forms;
        this.messages = messages;
    }

    @Transactional(readOnly = true)
    public Typed prefilled(UUID id, Typed typed) {
        var wanted = reviews.wanted(id, papers.supplements(id));
        if (wanted.isEmpty()) return typed;
        var dossier = dossiers.require(id);
        var words = new DeskWords(messages, DeskWords.VIETNAMESE);
        var offered = lines.asked(dossier).stream().map(c -> c.id()).toList();
        var names = new HashMap<String, String>();
        rules.record(dossier).components().forEach(c -> names.put(c.id(), c.name().vi()));
        var components = new ArrayList<String>();
        var own = new ArrayList<String>();
        wanted.papers()
                .forEach(
                        (component, wish) -> {
                            if (offered.contains(component)) components.add(component);
                            else own.add(names.getOrDefault(component, component) + ": " + wish);
                        });
        answers(dossier, wanted.answers(), words, own);
        var listed = rules.record(dossier).supplementReasons();
        return typed.withAsked(
                components,
                wanted.papers(),
                own,
                listed.size() == 1 ? listed.getFirst().id() : "",
                words.t("desk-page.review.letter"));
    }

    private void answers(
            Dossier dossier, Map<String, String> wishes, DeskWords words, List<String> own) {
        if (wishes.isEmpty()) return;
        var context = forms.context(dossier.channel().name(), dossier.agency());
        var described =
                rules.form(dossier).describe(dossier.answers(), context, DeskWords.VIETNAMESE);
        for (var group : described)
            for (var line : group.lines()) {
                var wish = wishes.get(line.path());
                if (wish != null)
                    own.add(words.t("desk-page.review.answer-wanted", line.label(), wish));
            }
    }
}
