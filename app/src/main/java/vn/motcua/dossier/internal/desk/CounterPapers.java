package vn.motcua.dossier.internal.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.internal.counter.Helped;
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
    private final Helped helped;
    private final Asking asking;

    CounterPapers(
            Counter counter,
            Drafts drafts,
            Forms forms,
            Intake intake,
            Vault vault,
            Helped helped,
            Asking asking) {
        this.counter = counter;
        this.drafts = drafts;
        this.forms = forms;
        this.intake = intake;
        this.vault = vault;
        this.helped = helped;
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
                handed.files(c.id()).stream()
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
                forms(c),
                handed.form(c.id()),
                handed.quantities().getOrDefault(c.id(), usual),
                handed.words().getOrDefault(c.id(), ""),
                handed.replacing().getOrDefault(c.id(), ""),
                HandedOver.TICKS.stream().filter(tick -> handed.is(tick, c.id())).toList(),
                scans,
                errors.get(HandedOver.FORM + c.id()));
    }

    /// How this paper may be there: data only where the release says that data stand for it.
    private static List<String> forms(Component c) {
        var forms = new ArrayList<>(Brought.FORMS);
        forms.add(HandedOver.REUSED);
        if (c.replacedBy() != null) forms.add(HandedOver.DATA);
        return forms;
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

    /// A paper of the draft to be scanned; empty when the release asks for none of that id.
    Optional<Component> component(UUID id, String component) {
        return drafts.find(id).stream()
                .flatMap(_ -> lay(id).components().stream())
                .filter(c -> c.id().equals(component))
                .findFirst();
    }

    @Nullable UUID person(UUID id) {
        return drafts.require(id).account();
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
        if (!helped.confirmed(laid.draft()))
            faults.put(PapersView.CONFIRM, words.t("counter.fault.confirm"));
        if (handed.filerName().isBlank()) faults.put("filerName", words.t("desk.fault.filer"));
        for (var c : laid.components()) {
            var form = form(handed, c);
            var at = HandedOver.FORM + c.id();
            boolean there = form != null || sent(laid, c.id()) || c.replacedBy() != null;
            if (c.required() && !there)
                faults.put(at, words.t("desk.fault.paper", words.in(c.name())));
            if (form != null) checked(handed, c, at, words, faults);
        }
        return faults;
    }

    private static void checked(
            HandedOver handed,
            Component c,
            String at,
            DeskWords words,
            Map<String, String> faults) {
        if (quantity(handed, c.id()) < 1) faults.put(at, words.t("desk.fault.quantity"));
        if (handed.form(c.id()).equals(HandedOver.REUSED) && handed.code(c.id()) == null)
            faults.put(at, words.t("counter.fault.replacing"));
        boolean good = handed.is("complete.", c.id()) && handed.is("legible.", c.id());
        if (!handed.files(c.id()).isEmpty() && !good)
            faults.put(at, words.t("counter.fault.scan", words.in(c.name())));
    }

    private static Paper.@Nullable Form form(HandedOver handed, Component c) {
        var name = handed.form(c.id());
        if (!forms(c).contains(name)) return null;
        boolean electronic = name.equals(HandedOver.REUSED) || name.equals(HandedOver.DATA);
        return electronic ? Paper.Form.ELECTRONIC : Paper.Form.valueOf(name);
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
        if (draft.state() == DraftState.OPEN) helped.requireConfirmed(draft);
        var papers = new ArrayList<Paper>();
        for (var c : laid.components()) {
            var form = form(handed, c);
            if (form == null) continue;
            var scans =
                    handed.files(c.id()).stream()
                            .filter(file -> vault.find(file).isPresent())
                            .toList();
            var words = handed.words().getOrDefault(c.id(), "");
            papers.add(
                    new Paper(
                            c.id(),
                            form,
                            quantity(handed, c.id()),
                            scans,
                            words.isBlank() ? null : words,
                            handed.check(c.id())));
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
