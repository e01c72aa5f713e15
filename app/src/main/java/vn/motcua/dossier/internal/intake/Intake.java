package vn.motcua.dossier.internal.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.Moments;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.model.People;
import vn.motcua.dossier.internal.processing.Acceptance;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.RequestKeys;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.form.AnswerFault;
import vn.motcua.form.Answers;
import vn.motcua.form.Drafts;
import vn.motcua.form.Field;
import vn.motcua.form.FieldType;
import vn.motcua.form.Form;
import vn.motcua.form.FormProblem;
import vn.motcua.form.FormRoles;
import vn.motcua.form.Forms;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agencies;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.Releases;
import vn.motcua.procedure.Term;
import vn.motcua.vault.Vault;
import vn.motcua.workflow.Position;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.DeadlineLedger;
import vn.motcua.worktime.Deadlines;

/// Takes dossiers in: one transaction, one number, one journal entry; the same request twice
/// files once.
@Service
public class Intake {
    private final Releases releases;
    private final Forms forms;
    private final Agencies agencies;
    private final Calendars calendars;
    private final DossierStore dossiers;
    private final RequestKeys keys;
    private final Acceptance acceptance;
    private final Drafts drafts;
    private final Vault vault;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Intake(
            Releases releases,
            Forms forms,
            Agencies agencies,
            Calendars calendars,
            DossierStore dossiers,
            RequestKeys keys,
            Acceptance acceptance,
            Drafts drafts,
            Vault vault,
            Journal journal,
            Asking asking,
            Clock clock,
            TransactionTemplate transaction) {
        this.releases = releases;
        this.forms = forms;
        this.agencies = agencies;
        this.calendars = calendars;
        this.dossiers = dossiers;
        this.keys = keys;
        this.acceptance = acceptance;
        this.drafts = drafts;
        this.vault = vault;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Files, or says what is missing. After this returns [Filed.Accepted] the dossier is kept
    /// whatever happens.
    ///
    /// @throws ProblemException `dossier.key-reused` when the key came with other content before
    public Filed file(Filing filing) {
        if (filing.key().isBlank() || filing.key().length() > 100)
            throw new ProblemException(DossierProblem.KEY_MISSING);
        var caller = asking.current();
        var request = key(filing, caller);
        try {
            return Objects.requireNonNull(
                    transaction.execute(status -> fileOnce(filing, caller, request)));
        } catch (DuplicateKeyException repeated) {
            return transaction.execute(status -> answered(request)).orElseThrow(() -> repeated);
        }
    }

    /// The answer already given to this request, whatever has become of its procedure since.
    public Optional<Filed> repeated(Filing filing) {
        var request = key(filing, asking.current());
        return Objects.requireNonNull(transaction.execute(status -> answered(request)));
    }

    private static DossierStore.RequestKey key(Filing filing, Caller caller) {
        return new DossierStore.RequestKey(account(caller), filing.key(), filing.digest());
    }

    private Optional<Filed> answered(DossierStore.RequestKey request) {
        return keys.answered(request.account(), request.key(), request.digest())
                .map(code -> new Filed.Accepted(code, true));
    }

    /// What was answered once is answered so again, before anything is looked at that may have
    /// changed meanwhile.
    private Filed fileOnce(Filing filing, Caller caller, DossierStore.RequestKey request) {
        var before = answered(request);
        if (before.isPresent()) return before.get();
        if (filing.draft() != null) {
            var draft = drafts.lock(filing.draft());
            if (filing.draftVersion() != null && filing.draftVersion() != draft.version())
                throw new ProblemException(FormProblem.DRAFT_CHANGED);
        }
        var release =
                releases.find(filing.release())
                        .filter(Release::fileable)
                        .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        var form = forms.of(release);
        var context = forms.context(filing.channel().name(), filing.agency());
        var faults = new ArrayList<>(form.validate(filing.answers(), context));
        var answers = form.settle(filing.answers(), context);
        if (faults.isEmpty()) faults.addAll(lostFiles(form, answers));
        if (!faults.isEmpty()) return new Filed.Incomplete(faults);
        var roles = form.roles(answers, context);
        var agency = agency(filing, release, roles);
        var caseCode = Rules.caseOf(release, form, answers, context, filing.caseCode());
        checkChannel(filing, release, caseCode, answers, agency);
        var now = clock.instant();
        var code = dossiers.nextCode(agency, HanoiTime.dateOf(now));
        var dossier = dossier(filing, caseCode, caller, form, answers, roles, agency, code, now);
        boolean counter = dossier.state() == DossierState.ACCEPTED;
        dossiers.insert(dossier, TrackingKey.next(), counter ? null : reception(dossier), request);
        share(dossier);
        if (filing.draft() != null) drafts.markSubmitted(filing.draft(), code.value());
        journal.append(Facts.of("submitted", dossier, caller, now));
        if (counter) acceptance.acceptNew(dossier, caller, now);
        return new Filed.Accepted(code, false);
    }

    /// The agency that settles the matter where the answers place it. At a counter the agency
    /// is the counter's; elsewhere a named one has to be the one that settles it.
    private String agency(Filing filing, Release release, FormRoles roles) {
        var group = release.record().executing().unitGroup();
        var province = roles.receivingProvince();
        var commune = roles.receivingCommune();
        var named = filing.agency() == null ? null : agencies.require(filing.agency());
        if (named != null && filing.channel() == Channel.DIRECT) return named.code();
        boolean placed = province != null || commune != null;
        var competent =
                named != null && !placed
                        ? Optional.of(named).filter(agency -> agency.unitGroup().equals(group))
                        : agencies.competent(group, province, commune);
        if (named != null && competent.filter(named::equals).isEmpty())
            throw new ProblemException(DossierProblem.WRONG_AGENCY, named.code());
        return competent.orElseThrow(() -> new ProblemException(DossierProblem.NO_AGENCY)).code();
    }

    private void checkChannel(
            Filing filing,
            Release release,
            @Nullable String caseCode,
            Answers answers,
            String agency) {
        var rule =
                release.record()
                        .rule(filing.channel(), caseCode)
                        .orElseThrow(() -> new ProblemException(DossierProblem.CHANNEL_CLOSED));
        if (rule.term() instanceof Term.Backward backward)
            answers.date(backward.event()).ifPresent(event -> notice(backward, event, agency));
    }

    /// An event far ahead is noticed early enough; one long past is as late as last year's.
    private void notice(Term.Backward term, LocalDate event, String agency) {
        var today = HanoiTime.dateOf(clock.instant());
        if (event.isAfter(today.plusYears(1))) return;
        var lately = today.minusYears(1);
        var counted = event.isBefore(lately) ? lately : event;
        var latest = Deadlines.latestNotice(term.workingDays(), counted, calendars.of(agency));
        if (today.isAfter(latest))
            throw new ProblemException(
                    DossierProblem.TOO_LATE_TO_NOTIFY, term.workingDays(), HanoiTime.date(latest));
    }

    private Dossier dossier(
            Filing filing,
            @Nullable String caseCode,
            Caller caller,
            Form form,
            Answers answers,
            FormRoles roles,
            String agency,
            DossierCode code,
            Instant now) {
        boolean counter = filing.channel() == Channel.DIRECT;
        var filerName = filing.filerName() == null ? caller.name() : filing.filerName();
        var owner =
                roles.ownerName() == null || roles.ownerName().isBlank()
                        ? filerName
                        : roles.ownerName();
        return new Dossier(
                Ids.next(clock),
                code,
                filing.release(),
                caseCode,
                filing.channel(),
                agency,
                counter ? DossierState.ACCEPTED : DossierState.SUBMITTED,
                null,
                null,
                new People(
                        filing.filer(),
                        filerName,
                        owner,
                        roles.ownerPersonalId(),
                        roles.ownerPhone(),
                        roles.ownerEmail(),
                        counter ? caller.account() : null),
                summary(roles, owner),
                answers,
                papers(filing, form, answers, caller, now),
                null,
                DeadlineLedger.empty(),
                0,
                filing.returnWay(),
                Moments.submitted(now),
                1);
    }

    private static String summary(FormRoles roles, String owner) {
        var summary =
                roles.summary() == null || roles.summary().isBlank() ? owner : roles.summary();
        return summary.length() > 1000 ? summary.substring(0, 1000) : summary;
    }

    /// Papers that are not there, or not the filer's to hand in.
    private List<AnswerFault> lostFiles(Form form, Answers answers) {
        return attachments(form)
                .filter(
                        field ->
                                answers.list(field.id()).stream()
                                        .anyMatch(
                                                id ->
                                                        vault.find(UUID.fromString((String) id))
                                                                .isEmpty()))
                .map(field -> AnswerFault.of(field.id(), "dossier.fault.file-gone"))
                .toList();
    }

    private static Stream<Field> attachments(Form form) {
        return form.sections().stream()
                .flatMap(section -> section.questions().stream())
                .flatMap(question -> question.fields().stream())
                .filter(field -> field.type() == FieldType.ATTACHMENT && field.component() != null);
    }

    private static List<Paper> papers(
            Filing filing, Form form, Answers answers, Caller caller, Instant now) {
        var papers = new ArrayList<Paper>();
        for (var paper : filing.papers()) papers.add(paper.signed(caller.name(), now));
        attachments(form)
                .forEach(
                        field -> {
                            var files =
                                    answers.list(field.id()).stream()
                                            .map(id -> UUID.fromString((String) id))
                                            .toList();
                            if (!files.isEmpty())
                                papers.add(
                                        new Paper(
                                                Objects.requireNonNull(field.component()),
                                                Paper.Form.ELECTRONIC,
                                                1,
                                                files,
                                                null));
                        });
        return papers;
    }

    private Task reception(Dossier dossier) {
        var due =
                calendars.of(dossier.agency()).plus(dossier.moments().submitted(), Rules.RECEPTION);
        return Task.opened(
                Ids.next(clock),
                dossier.id(),
                dossier.agency(),
                Task.Kind.RECEPTION,
                Task.RECEPTION,
                Task.RECEPTION,
                Position.RECEPTIONIST,
                null,
                dossier.moments().submitted(),
                due,
                null,
                null);
    }

    private void share(Dossier dossier) {
        var files = new HashSet<UUID>();
        dossier.papers().forEach(paper -> files.addAll(paper.files()));
        if (!files.isEmpty()) vault.share(files, dossier.agency());
    }

    private static String account(Caller caller) {
        return caller.account() == null ? "" : caller.account().toString();
    }
}
