package vn.motcua.dossier.internal.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.form.Answers;
import vn.motcua.form.Draft;
import vn.motcua.form.DraftState;
import vn.motcua.form.Drafts;
import vn.motcua.form.FieldType;
import vn.motcua.form.Form;
import vn.motcua.form.FormContext;
import vn.motcua.form.Forms;
import vn.motcua.identity.Asking;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Component;
import vn.motcua.vault.Vault;

/// The papers of a draft at the counter, and the act of receiving it.
@Service
class CounterPapers {
    private static final int MOST_COPIES = 999;

    private final Counter counter;
    private final Drafts drafts;
    private final Forms forms;
    private final Intake intake;
    private final Vault vault;
    private final Asking asking;

    CounterPapers(
            Counter counter,
            Drafts drafts,
            Forms forms,
            Intake intake,
            Vault vault,
            Asking asking) {
        this.counter = counter;
        this.drafts = drafts;
        this.forms = forms;
        this.intake = intake;
        this.vault = vault;
        this.asking = asking;
    }

    private record Laid(
            Draft draft,
            Form form,
            FormContext context,
            Answers answers,
            List<Component> components) {}

    private Laid lay(UUID id) {
        var draft = drafts.require(id);
        var release = counter.release(draft);
        var form = forms.of(release);
        var context = forms.context(draft.channel(), draft.agency());
        var answers = form.settle(draft.answers(), context);
        var components =
                PaperLines.asked(
                        release.record(), form, Channel.DIRECT, draft.caseCode(), answers, context);
        return new Laid(draft, form, context, answers, components);
    }

    PapersView view(UUID id, HandedOver handed, Map<String, String> errors, DeskWords words) {
        var laid = lay(id);
        var record = counter.release(laid.draft()).record();
        var owner = laid.form().roles(laid.answers(), laid.context()).ownerName();
        var lines = laid.components().stream().map(c -> line(c, laid, handed, errors)).toList();
        var filer =
                handed.filerName().isEmpty() && !errors.containsKey("filerName") && owner != null
                        ? owner
                        : handed.filerName();
        return new PapersView(
                id, record.name(), filer, lines, handed.returnWay(), record.notes(), errors);
    }

    private PapersView.Line line(
            Component c, Laid laid, HandedOver handed, Map<String, String> errors) {
        boolean sent = sent(laid, c.id());
        var usual = Integer.toString(Math.max(1, c.originals() > 0 ? c.originals() : c.copies()));
        var scans =
                handed.scans().getOrDefault(c.id(), List.of()).stream()
                        .flatMap(file -> vault.find(file).stream())
                        .map(file -> new PapersView.Scan(file.id(), file.name()))
                        .toList();
        return new PapersView.Line(
                c.id(),
                c.name(),
                c.required(),
                c.handling() == Component.Handling.PRESENT,
                c.note(),
                c.replacedBy() == null ? null : c.replacedBy().note(),
                sent,
                handed.forms().getOrDefault(c.id(), ""),
                handed.quantities().getOrDefault(c.id(), usual),
                handed.words().getOrDefault(c.id(), ""),
                scans,
                errors.get(HandedOver.FORM + c.id()));
    }

    /// Whether the paper came with the form's own pages.
    private static boolean sent(Laid laid, String component) {
        return laid.form().sections().stream()
                .flatMap(section -> section.questions().stream())
                .flatMap(question -> question.fields().stream())
                .filter(
                        field ->
                                field.type() == FieldType.ATTACHMENT
                                        && component.equals(field.component()))
                .anyMatch(field -> !laid.answers().list(field.id()).isEmpty());
    }

    /// Whether the form itself is complete and right.
    boolean answered(UUID id) {
        var draft = drafts.require(id);
        if (draft.state() == DraftState.SUBMITTED) return true;
        var context = forms.context(draft.channel(), draft.agency());
        return forms.of(counter.release(draft)).validate(draft.answers(), context).isEmpty();
    }

    /// What keeps the dossier from being received: field id to words.
    Map<String, String> faults(UUID id, HandedOver handed, DeskWords words) {
        var laid = lay(id);
        var faults = new LinkedHashMap<String, String>();
        if (handed.filerName().isBlank()) faults.put("filerName", words.t("desk.fault.filer"));
        for (var c : laid.components()) {
            var form = form(handed, c.id());
            var at = HandedOver.FORM + c.id();
            boolean there = form != null || sent(laid, c.id()) || c.replacedBy() != null;
            if (c.required() && !there)
                faults.put(at, words.t("desk.fault.paper", words.in(c.name())));
            if (form != null && quantity(handed, c.id()) < 1)
                faults.put(at, words.t("desk.fault.quantity"));
        }
        return faults;
    }

    private static Paper.@Nullable Form form(HandedOver handed, String component) {
        var name = handed.forms().getOrDefault(component, "");
        return Arrays.stream(Paper.Form.values())
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static int quantity(HandedOver handed, String component) {
        var text = handed.quantities().getOrDefault(component, "1");
        return text.matches("[0-9]{1,3}") ? Math.min(MOST_COPIES, Integer.parseInt(text)) : 0;
    }

    /// Files and accepts at once. The person and the officer who helped are kept apart.
    Filed receive(UUID id, HandedOver handed) {
        counter.requireReception();
        var laid = lay(id);
        var draft = laid.draft();
        var papers = new ArrayList<Paper>();
        for (var c : laid.components()) {
            var form = form(handed, c.id());
            if (form == null) continue;
            var scans =
                    handed.scans().getOrDefault(c.id(), List.of()).stream()
                            .filter(file -> vault.find(file).isPresent())
                            .toList();
            var words = handed.words().getOrDefault(c.id(), "");
            papers.add(
                    new Paper(
                            c.id(),
                            form,
                            quantity(handed, c.id()),
                            scans,
                            words.isBlank() ? null : words));
        }
        var way =
                Arrays.stream(ReturnWay.values())
                        .filter(w -> w.name().equals(handed.returnWay()))
                        .findFirst()
                        .orElse(ReturnWay.COUNTER);
        return intake.file(
                new Filing(
                        draft.release(),
                        Channel.DIRECT,
                        draft.caseCode(),
                        asking.current().agency(),
                        draft.answers(),
                        draft.account(),
                        handed.filerName(),
                        papers,
                        way,
                        id.toString(),
                        id));
    }
}
