package vn.motcua.dossier.internal.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.processing.Known;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.form.Answers;
import vn.motcua.form.Form;
import vn.motcua.form.FormContext;
import vn.motcua.form.Forms;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Words;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Component;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.vault.StoredFile;
import vn.motcua.vault.Vault;

/// The papers of a dossier against what its release asks for.
@Service
public class PaperLines {
    /// Not a register: the questions of the form themselves.
    private static final String FORM = "form";

    private final Rules rules;
    private final Forms forms;
    private final Vault vault;
    private final Known known;

    PaperLines(Rules rules, Forms forms, Vault vault, Known known) {
        this.rules = rules;
        this.forms = forms;
        this.vault = vault;
        this.known = known;
    }

    public record Lines(
            List<DeskDossierView.Component> components,
            List<DeskDossierView.Asked> asked,
            List<String> missing,
            DeskDossierView.@Nullable Shown paper) {}

    public Lines of(
            Dossier dossier, List<Supplement> requests, @Nullable UUID wanted, Words words) {
        var chosen = wanted == null ? first(dossier) : wanted;
        var missing = new ArrayList<String>();
        var lines = new ArrayList<DeskDossierView.Component>();
        var asked = asked(dossier);
        var files = vault.findAll(files(dossier, requests));
        var held = held(dossier, asked);
        for (var component : asked) {
            var name = words.in(component.name());
            var brought =
                    dossier.papers().stream()
                            .filter(p -> p.component().equals(component.id()))
                            .toList();
            if (brought.isEmpty()) {
                boolean owed = component.required() && component.replacedBy() == null;
                if (owed) missing.add(name);
                lines.add(absent(component, name, owed, held, words));
            }
            for (var paper : brought)
                lines.add(line(dossier, name, component.required(), paper, files, chosen, words));
        }
        for (var paper : dossier.papers()) {
            if (asked.stream().noneMatch(c -> c.id().equals(paper.component()))) {
                var name =
                        rules.record(dossier)
                                .component(paper.component())
                                .map(c -> words.in(c.name()))
                                .orElse(paper.component());
                lines.add(line(dossier, name, false, paper, files, chosen, words));
            }
        }
        var open =
                requests.stream()
                        .filter(Supplement::open)
                        .flatMap(r -> r.items().stream())
                        .map(Supplement.Item::text);
        missing.addAll(0, open.toList());
        var requested =
                requests.stream().map(request -> request(dossier, request, files, chosen)).toList();
        return new Lines(
                lines, requested, missing.stream().distinct().toList(), shown(files, chosen));
    }

    private static DeskDossierView.Component absent(
            Component component, String name, boolean owed, Set<String> held, Words words) {
        var replaced = component.replacedBy();
        boolean known = replaced != null && held.contains(replaced.register());
        return new DeskDossierView.Component(
                component.id(),
                name,
                owed,
                known ? "register.paper" : null,
                0,
                replaced == null || replaced.note() == null ? null : words.in(replaced.note()),
                List.of());
    }

    /// Registers that hold what papers of this dossier would say; one statement, and only where a
    /// register can.
    private Set<String> held(Dossier dossier, List<Component> asked) {
        boolean any =
                asked.stream()
                        .map(Component::replacedBy)
                        .anyMatch(by -> by != null && !by.register().equals(FORM));
        return any ? known.registers(dossier.id()) : Set.of();
    }

    /// The papers that may still be asked for: none that a register has answered for.
    public List<Component> open(Dossier dossier) {
        var asked = asked(dossier);
        var held = held(dossier, asked);
        return asked.stream()
                .filter(c -> c.replacedBy() == null || !held.contains(c.replacedBy().register()))
                .toList();
    }

    public List<Component> asked(Dossier dossier) {
        var context = forms.context(dossier.channel().name(), dossier.agency());
        return asked(
                rules.record(dossier),
                rules.form(dossier),
                dossier.channel(),
                dossier.caseCode(),
                dossier.answers(),
                context);
    }

    /// The papers a release asks for in this way of filing, this case and in view of these answers.
    static List<Component> asked(
            ProcedureRecord record,
            Form form,
            Channel channel,
            @Nullable String caseCode,
            Answers answers,
            FormContext context) {
        return record.components().stream()
                .filter(c -> c.channels().contains(channel))
                .filter(c -> c.caseCode() == null || c.caseCode().equals(caseCode))
                .filter(c -> c.when() == null || form.holds(c.when(), answers, context))
                .toList();
    }

    private static @Nullable UUID first(Dossier dossier) {
        return dossier.papers().stream().flatMap(p -> p.files().stream()).findFirst().orElse(null);
    }

    private DeskDossierView.Component line(
            Dossier dossier,
            String name,
            boolean required,
            Paper paper,
            Map<UUID, StoredFile> stored,
            @Nullable UUID chosen,
            Words words) {
        return new DeskDossierView.Component(
                paper.component(),
                name,
                required,
                "desk.form." + paper.form(),
                paper.quantity(),
                CheckWords.note(paper, words),
                files(dossier, paper.files(), stored, chosen));
    }

    /// All files of the dossier: its papers and what came as supplements.
    private static List<UUID> files(Dossier dossier, List<Supplement> requests) {
        var papers = dossier.papers().stream().flatMap(paper -> paper.files().stream());
        var replies =
                requests.stream()
                        .flatMap(request -> request.answers().values().stream())
                        .flatMap(reply -> reply.files().stream());
        return Stream.concat(papers, replies).distinct().toList();
    }

    private static List<DeskDossierView.File> files(
            Dossier dossier, List<UUID> ids, Map<UUID, StoredFile> stored, @Nullable UUID chosen) {
        return ids.stream()
                .map(
                        id ->
                                new DeskDossierView.File(
                                        id,
                                        stored.containsKey(id)
                                                ? stored.get(id).name()
                                                : id.toString(),
                                        "/desk/dossiers/" + dossier.id() + "?file=" + id + "#paper",
                                        id.equals(chosen),
                                        stored.containsKey(id)
                                                && stored.get(id).mediaType().startsWith("image/")))
                .toList();
    }

    private DeskDossierView.Asked request(
            Dossier dossier,
            Supplement request,
            Map<UUID, StoredFile> stored,
            @Nullable UUID chosen) {
        var items =
                request.items().stream()
                        .map(
                                item -> {
                                    var reply = request.answers().get(item.id());
                                    return new DeskDossierView.Item(
                                            item.text(),
                                            reply == null ? null : reply.text(),
                                            reply == null
                                                    ? List.of()
                                                    : files(
                                                            dossier,
                                                            reply.files(),
                                                            stored,
                                                            chosen));
                                })
                        .toList();
        return new DeskDossierView.Asked(
                request.number(),
                request.askedName(),
                HanoiTime.timeAndDate(request.asked()),
                request.reason()
                        + (request.legalBasis().isBlank() ? "" : " (" + request.legalBasis() + ")"),
                request.message(),
                HanoiTime.date(request.answerBy()),
                request.answered() == null ? null : HanoiTime.timeAndDate(request.answered()),
                items);
    }

    /// @param stored the files of this dossier: another one is never shown here
    private static DeskDossierView.@Nullable Shown shown(
            Map<UUID, StoredFile> stored, @Nullable UUID chosen) {
        var file = chosen == null ? null : stored.get(chosen);
        if (file == null) return null;
        boolean picture = file.mediaType().startsWith("image/");
        return new DeskDossierView.Shown(
                file.id(),
                file.name(),
                picture,
                picture || file.mediaType().equals("application/pdf"));
    }
}
