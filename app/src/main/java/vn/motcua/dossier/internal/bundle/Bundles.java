package vn.motcua.dossier.internal.bundle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.intake.TrackingKey;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.Moments;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.model.People;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Outside;
import vn.motcua.dossier.internal.processing.Places;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.form.AnswerFault;
import vn.motcua.form.Answers;
import vn.motcua.form.FieldType;
import vn.motcua.form.Form;
import vn.motcua.form.FormRoles;
import vn.motcua.form.Forms;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.Releases;
import vn.motcua.vault.Vault;
import vn.motcua.workflow.Call;
import vn.motcua.workflow.Effect;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Variables;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.DeadlineLedger;

/// Opens the dossiers a process calls: in the same transaction, under the release of the day, with
/// a number of the agency that settles them. What the parent cannot give is no reason to fail; the
/// agency of the part asks for it.
@Service
class Bundles implements Outside {
    private final PartStore parts;
    private final DossierStore dossiers;
    private final Releases releases;
    private final Forms forms;
    private final Rules rules;
    private final Places places;
    private final Agencies agencies;
    private final Calendars calendars;
    private final Vault vault;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    Bundles(
            PartStore parts,
            DossierStore dossiers,
            Releases releases,
            Forms forms,
            Rules rules,
            Places places,
            Agencies agencies,
            Calendars calendars,
            Vault vault,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.parts = parts;
        this.dossiers = dossiers;
        this.releases = releases;
        this.forms = forms;
        this.rules = rules;
        this.places = places;
        this.agencies = agencies;
        this.calendars = calendars;
        this.vault = vault;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    public Dossier asked(Dossier dossier, Effect.ServiceCalled effect, Caller by, Instant now) {
        return dossier;
    }

    @Override
    public Dossier called(Dossier parent, Effect.Called effect, Caller by, Instant now) {
        asking.run(Caller.system(), () -> open(parent, effect, by, now));
        return parent;
    }

    private void open(Dossier parent, Effect.Called effect, Caller by, Instant now) {
        var call = effect.call();
        var release =
                releases.current(call.procedure(), parent.agency())
                        .filter(Release::fileable)
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                DossierProblem.PART_NOT_FILEABLE,
                                                call.procedure()));
        var form = forms.of(release);
        var channel = channel(parent, release);
        var context = forms.context(channel.name(), null);
        var answers = form.settle(answers(parent, call), context);
        var lacking = lacking(form, form.validate(answers, context));
        var roles = form.roles(answers, context);
        var agency = agency(parent, call, roles);
        var code = dossiers.nextCode(agency.code(), HanoiTime.dateOf(now));
        var child =
                new Dossier(
                        Ids.next(clock),
                        code,
                        release.id(),
                        Rules.caseOf(release, form, answers, context, null),
                        channel,
                        agency.code(),
                        DossierState.SUBMITTED,
                        null,
                        null,
                        people(parent, roles),
                        summary(parent, roles),
                        answers,
                        papers(form, answers),
                        null,
                        DeadlineLedger.empty(),
                        0,
                        parent.returnWay(),
                        Moments.submitted(now),
                        1);
        dossiers.insert(child, TrackingKey.next(), reception(child, now), null);
        share(child);
        parts.insert(
                new Part(
                        child.id(),
                        parent.id(),
                        parts.nextNumber(parent.id()),
                        effect.step().stepId(),
                        effect.step().token(),
                        agency.code(),
                        lacking,
                        now,
                        null,
                        null,
                        null));
        journal.append(
                Facts.of("submitted", child, by, now, Map.of("parent", parent.code().value())));
        journal.append(
                Facts.of(
                        "part-called",
                        parent,
                        by,
                        now,
                        Map.of("part", code.value(), "step", effect.step().stepId())));
    }

    /// What the parent knows, by the names of the part's form: its answers, what officers found
    /// out for its result, and what those of earlier parts found out, by the step that called.
    private Answers answers(Dossier parent, Call call) {
        var known = new HashMap<String, Object>(parent.answers().values());
        known.put("result", dossiers.resultFacts(parent.id()));
        var found = new HashMap<String, Object>();
        for (var part : parts.of(parent.id()))
            found.put(part.step(), dossiers.resultFacts(part.child()));
        known.put("parts", found);
        var variables = new Variables(parent.channel().name(), known);
        var answers = new HashMap<String, Object>();
        call.inputs()
                .forEach(
                        (field, formula) -> {
                            var value = formula.of(variables);
                            if (value != null) answers.put(field, value);
                        });
        return Answers.of(answers);
    }

    private static Channel channel(Dossier parent, Release release) {
        var record = release.record();
        if (record.rule(parent.channel(), null).isPresent()) return parent.channel();
        return record.rule(Channel.ONLINE, null).isPresent()
                ? Channel.ONLINE
                : record.channels().getFirst().channel();
    }

    private static List<String> lacking(Form form, List<AnswerFault> faults) {
        var names = new LinkedHashSet<String>();
        for (var fault : faults)
            names.add(form.field(fault.field()).map(f -> f.label().vi()).orElse(fault.path()));
        return List.copyOf(names);
    }

    /// Where the part's own answers place it, else beside its parent.
    private Agency agency(Dossier parent, Call call, FormRoles roles) {
        var placed =
                roles.receivingCommune() == null && roles.receivingProvince() == null
                        ? Optional.<Agency>empty()
                        : agencies.competent(
                                call.agency(), roles.receivingProvince(), roles.receivingCommune());
        return placed.orElseGet(() -> places.competent(parent.agency(), call.agency()));
    }

    private static People people(Dossier parent, FormRoles roles) {
        var people = parent.people();
        var owner = roles.ownerName();
        boolean same = owner == null || owner.isBlank();
        return new People(
                people.filer(),
                people.filerName(),
                owner == null || same ? people.ownerName() : owner,
                same ? people.ownerPersonalId() : roles.ownerPersonalId(),
                blank(roles.ownerPhone()) ? people.ownerPhone() : roles.ownerPhone(),
                blank(roles.ownerEmail()) ? people.ownerEmail() : roles.ownerEmail(),
                people.assistedBy());
    }

    private static String summary(Dossier parent, FormRoles roles) {
        var own = roles.summary();
        var summary = own == null || own.isBlank() ? parent.summary() : own;
        return summary.length() > 1000 ? summary.substring(0, 1000) : summary;
    }

    private static boolean blank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }

    private static List<Paper> papers(Form form, Answers answers) {
        var papers = new ArrayList<Paper>();
        form.sections().stream()
                .flatMap(section -> section.questions().stream())
                .flatMap(question -> question.fields().stream())
                .filter(field -> field.type() == FieldType.ATTACHMENT)
                .forEach(
                        field -> {
                            var component = field.component();
                            var files =
                                    answers.list(field.id()).stream()
                                            .map(id -> UUID.fromString(id.toString()))
                                            .toList();
                            if (component != null && !files.isEmpty())
                                papers.add(
                                        new Paper(
                                                component, Paper.Form.ELECTRONIC, 1, files, null));
                        });
        return papers;
    }

    private Task reception(Dossier child, Instant now) {
        return Task.opened(
                Ids.next(clock),
                child.id(),
                child.agency(),
                Task.Kind.RECEPTION,
                Task.RECEPTION,
                Task.RECEPTION,
                Position.RECEPTIONIST,
                null,
                now,
                calendars.of(child.agency()).plus(now, Rules.RECEPTION),
                null,
                null);
    }

    private void share(Dossier child) {
        var files = new HashSet<UUID>();
        child.papers().forEach(paper -> files.addAll(paper.files()));
        if (!files.isEmpty()) vault.share(files, child.agency());
    }
}
