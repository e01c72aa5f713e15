package vn.motcua.dossier.internal.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.counter.Helped;
import vn.motcua.dossier.internal.counter.OwnNotesReader;
import vn.motcua.dossier.internal.model.Act;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.print.QrImage;
import vn.motcua.dossier.internal.processing.PublicAddress;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.processing.Slips;
import vn.motcua.dossier.internal.processing.Supplements;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.dossier.internal.store.TimerStore;
import vn.motcua.dossier.internal.talk.Talk;
import vn.motcua.dossier.internal.talk.TalkLink;
import vn.motcua.dossier.internal.tracking.ProgressReader;
import vn.motcua.form.Draft;
import vn.motcua.form.Drafts;
import vn.motcua.form.Forms;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.Releases;
import vn.motcua.vault.StoredFile;
import vn.motcua.vault.Vault;
import vn.motcua.workflow.Position;
import vn.motcua.worktime.DeadlineState;

/// Reads what the person who filed may see of their dossiers.
@Service
class DossierReader {
    private static final int PAGE = 20;

    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final TimerStore timers;
    private final PaperStore papers;
    private final Supplements supplements;
    private final ProgressReader progress;
    private final Rules rules;
    private final Slips slips;
    private final Forms forms;
    private final Drafts drafts;
    private final Releases releases;
    private final Vault vault;
    private final Talk talk;
    private final OwnNotesReader counter;
    private final Helped helped;
    private final Asking asking;

    DossierReader(
            DossierStore dossiers,
            TaskStore tasks,
            TimerStore timers,
            PaperStore papers,
            Supplements supplements,
            ProgressReader progress,
            Rules rules,
            Slips slips,
            Forms forms,
            Drafts drafts,
            Releases releases,
            Vault vault,
            Talk talk,
            OwnNotesReader counter,
            Helped helped,
            Asking asking) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.timers = timers;
        this.papers = papers;
        this.supplements = supplements;
        this.progress = progress;
        this.rules = rules;
        this.slips = slips;
        this.forms = forms;
        this.drafts = drafts;
        this.releases = releases;
        this.vault = vault;
        this.talk = talk;
        this.counter = counter;
        this.helped = helped;
        this.asking = asking;
    }

    @Transactional(readOnly = true)
    public Dossier own(String code) {
        return DossierCode.parse(code)
                .flatMap(dossiers::idOf)
                .flatMap(dossiers::find)
                .filter(
                        dossier ->
                                dossier.people().filer() != null
                                        && dossier.people()
                                                .filer()
                                                .equals(asking.current().account()))
                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    public ListView list(@Nullable String after) {
        var account = asking.current().account();
        if (account == null) throw new ProblemException(DossierProblem.NOT_FOUND);
        var page = dossiers.filedBy(account, key(after), PAGE + 1);
        var unread = talk.unread(page.stream().map(Dossier::id).toList());
        var rows =
                page.stream()
                        .limit(PAGE)
                        .map(dossier -> row(dossier, unread.getOrDefault(dossier.id(), 0)))
                        .toList();
        var open =
                after == null
                        ? drafts.list().stream().map(this::row).toList()
                        : List.<ListView.DraftRow>of();
        var next = page.size() > PAGE ? page.get(PAGE - 1).id().toString() : null;
        return new ListView(rows, open, next, after == null ? helped.waiting().size() : 0);
    }

    /// An address somebody has cut short leads to the first page.
    private static @Nullable UUID key(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException cut) {
            return null;
        }
    }

    private ListView.Row row(Dossier dossier, int unread) {
        var shown =
                dossier.state().isFinal() || dossier.state() == DossierState.COMPLETED
                        ? DeadlineState.FINISHED
                        : progress.of(dossier, List.of()).deadline();
        return new ListView.Row(
                dossier.code().value(),
                rules.record(dossier).name(),
                dossier.summary(),
                dossier.state(),
                shown,
                dossier.moments().due(),
                dossier.moments().submitted(),
                unread);
    }

    private ListView.DraftRow row(Draft draft) {
        var name =
                releases.find(draft.release())
                        .map(release -> release.record().name())
                        .orElse(LocalText.of(draft.release().procedureCode()));
        return new ListView.DraftRow(draft.id(), name, draft.updatedAt(), draft.expiresAt());
    }

    @Transactional(readOnly = true)
    public DossierView page(String code, Locale locale, @Nullable String notice) {
        var dossier = own(code);
        var work = tasks.of(dossier.id());
        var results = papers.results(dossier.id());
        var context = forms.context(dossier.channel().name(), dossier.agency());
        boolean ready = dossier.state() == DossierState.COMPLETED;
        var asked =
                dossier.state() == DossierState.SUPPLEMENT_REQUESTED
                        ? papers.openSupplement(dossier.id()).orElse(null)
                        : null;
        return new DossierView(
                progress.whole(dossier, work),
                dossier.summary(),
                papers.slips(dossier.id()).stream()
                        .map(
                                slip ->
                                        new DossierView.Paper(
                                                slip.id(),
                                                "dossier.slip." + slip.kind(),
                                                null,
                                                slip.issued()))
                        .toList(),
                results.stream()
                        .map(
                                result ->
                                        new DossierView.Paper(
                                                result.id(),
                                                "",
                                                new LocalText(result.nameVi(), result.nameEn()),
                                                result.issued()))
                        .toList(),
                ready && dossier.returnWay() == ReturnWay.ELECTRONIC,
                asked,
                ownStep(dossier, work),
                rules.form(dossier).describe(dossier.answers(), context, locale),
                dossier.can(Act.REQUEST_WITHDRAWAL),
                notice,
                asked != null && supplements.over(asked, dossier.agency()),
                ready && dossier.returnWay() != ReturnWay.ELECTRONIC
                        ? "dossier.results.way." + dossier.returnWay()
                        : null,
                "",
                java.util.Map.of(),
                new TalkLink(
                        "/dossiers/" + dossier.code() + "/messages",
                        talk.unread(List.of(dossier.id())).getOrDefault(dossier.id(), 0)),
                counter.of(dossier, locale));
    }

    private DossierView.@Nullable OwnStep ownStep(Dossier dossier, List<Task> work) {
        if (!dossier.can(Act.STEP)) return null;
        var task =
                work.stream()
                        .filter(
                                t ->
                                        t.open()
                                                && !t.suspended()
                                                && t.position() == Position.CITIZEN
                                                && t.kind() == Task.Kind.STEP)
                        .findFirst();
        if (task.isEmpty()) return null;
        var step = rules.process(dossier).step(task.get().stepId());
        var choices = new ArrayList<DossierView.Choice>();
        boolean first = true;
        for (var outcome : step.outcomes()) {
            choices.add(new DossierView.Choice(outcome.id(), outcome.name(), !first));
            first = false;
        }
        return new DossierView.OwnStep(
                task.get().token(),
                step.publicName() == null ? step.name() : step.publicName(),
                step.timer() == null ? null : step.timer().note(),
                timers.firesAt(dossier.id(), task.get().token()).orElse(null),
                choices);
    }

    @Transactional(readOnly = true)
    public ConfirmationView confirmation(String code, PublicAddress address) {
        var dossier = own(code);
        var url = address.tracking(dossier.code(), dossiers.trackingKey(dossier.code()));
        return new ConfirmationView(
                progress.of(dossier), dossier.summary(), QrImage.dataUri(url), false);
    }

    @Transactional(readOnly = true)
    public ItemView item(String code, String itemId) {
        var dossier = own(code);
        var request =
                papers.openSupplement(dossier.id())
                        .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        var item =
                request.items().stream()
                        .filter(asked -> asked.id().equals(itemId))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        var reply = request.answers().getOrDefault(itemId, new Supplement.Reply(null, List.of()));
        var files = reply.files().stream().map(vault::find).flatMap(Optional::stream).toList();
        return new ItemView(
                dossier.code().value(),
                rules.record(dossier).name(),
                item,
                reply.text(),
                files,
                java.util.Map.of());
    }

    @Transactional(readOnly = true)
    public byte[] slip(String code, UUID slip) {
        return slips.print(own(code), slip);
    }

    @Transactional(readOnly = true)
    public StoredFile result(String code, UUID result) {
        var dossier = own(code);
        return papers.results(dossier.id()).stream()
                .filter(issued -> issued.id().equals(result))
                .findFirst()
                .flatMap(issued -> vault.find(issued.file()))
                .orElseThrow(() -> new ProblemException(DossierProblem.RESULT_NOT_READY));
    }
}
