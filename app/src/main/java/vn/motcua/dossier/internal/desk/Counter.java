package vn.motcua.dossier.internal.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.print.QrImage;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.PublicAddress;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.tracking.ProgressReader;
import vn.motcua.form.Answers;
import vn.motcua.form.Draft;
import vn.motcua.form.DraftState;
import vn.motcua.form.Drafts;
import vn.motcua.form.Forms;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.PersonalId;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.AgencyKind;
import vn.motcua.organization.PositionKind;
import vn.motcua.procedure.Catalogue;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.Releases;

/// Reception of a person who came: who they are, what they want, and the draft an officer fills
/// in for them.
@Service
class Counter {
    /// Why an officer looks a person up.
    static final String PURPOSE = "counter-filing";

    private static final int MOST_FOUND = 40;

    private final Accounts accounts;
    private final Agencies agencies;
    private final Catalogue catalogue;
    private final Releases releases;
    private final Forms forms;
    private final Drafts drafts;
    private final DossierStore dossiers;
    private final PaperStore papers;
    private final ProgressReader progress;
    private final Permissions permissions;
    private final LookUps lookUps;
    private final Asking asking;
    private final PublicAddress address;
    private final Journal journal;
    private final Clock clock;

    Counter(
            Accounts accounts,
            Agencies agencies,
            Catalogue catalogue,
            Releases releases,
            Forms forms,
            Drafts drafts,
            DossierStore dossiers,
            PaperStore papers,
            ProgressReader progress,
            Permissions permissions,
            LookUps lookUps,
            Asking asking,
            PublicAddress address,
            Journal journal,
            Clock clock) {
        this.accounts = accounts;
        this.agencies = agencies;
        this.catalogue = catalogue;
        this.releases = releases;
        this.forms = forms;
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.papers = papers;
        this.progress = progress;
        this.permissions = permissions;
        this.lookUps = lookUps;
        this.asking = asking;
        this.address = address;
        this.journal = journal;
        this.clock = clock;
    }

    /// Looks the person up; the look is written down and shown to them.
    Optional<Account> person(PersonalId id) {
        requireReception();
        lookUps.count(Objects.requireNonNull(asking.current().account()));
        return accounts.atCounter(id, PURPOSE);
    }

    /// The counter is the reception's: looking people up, filling in for them, receiving.
    void requireReception() {
        permissions.require(PositionKind.RECEPTIONIST);
    }

    /// What this agency's counter takes in: what the agency itself settles; a service centre
    /// takes in everything.
    List<Release> procedures(String search) {
        var all =
                search.isBlank()
                        ? releases.current().stream()
                        : catalogue
                                .search(
                                        new Catalogue.Query(
                                                search,
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                false,
                                                false,
                                                null,
                                                MOST_FOUND))
                                .hits()
                                .stream();
        return all.filter(this::taken).limit(MOST_FOUND).toList();
    }

    private boolean taken(Release release) {
        if (!release.fileable() || !release.record().offers(Channel.DIRECT)) return false;
        var code = asking.current().agency();
        var agency = code == null ? null : agencies.find(code).orElse(null);
        return agency != null
                && (agency.kind() == AgencyKind.SERVICE_CENTRE
                        || agency.unitGroup().equals(release.record().executing().unitGroup()));
    }

    /// Drafts this officer has begun and not finished.
    List<CounterView.Open> begun() {
        return drafts.list().stream()
                .filter(draft -> draft.state() == DraftState.OPEN)
                .map(
                        draft ->
                                new CounterView.Open(
                                        draft.id(),
                                        release(draft).record().name(),
                                        HanoiTime.timeAndDate(draft.updatedAt())))
                .toList();
    }

    Release release(Draft draft) {
        return releases.find(draft.release())
                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    /// Opens a draft for the person, with what the platform already knows about them.
    @Transactional
    public UUID begin(String procedure, @Nullable Account person) {
        requireReception();
        var agency = asking.current().agency();
        var release =
                releases.current(procedure)
                        .filter(this::taken)
                        .orElseThrow(() -> new ProblemException(DossierProblem.CHANNEL_CLOSED));
        var known = person == null ? Answers.empty() : forms.prefill(forms.of(release), person);
        return drafts.open(
                        new Drafts.NewDraft(
                                release.id(),
                                Channel.DIRECT.name(),
                                person == null ? null : person.id(),
                                null,
                                agency,
                                known))
                .id();
    }

    @Transactional(readOnly = true)
    public UUID dossier(DossierCode code) {
        return dossiers.idOf(code)
                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    /// What is put into the person's hand right after filing, for the officer of the reception
    /// who filed it and on that day only: it carries the key to tracking. Looking is written down.
    @Transactional
    public Optional<FiledView> filed(UUID id) {
        var dossier = dossiers.require(id);
        var by = asking.current();
        var now = clock.instant();
        var posts = permissions.posts(by);
        boolean theirs =
                posts.holds(PositionKind.RECEPTIONIST)
                        && posts.actsOn(dossier)
                        && Objects.requireNonNull(by.account())
                                .equals(dossier.people().assistedBy());
        var day = HanoiTime.dateOf(dossier.moments().submitted());
        if (!theirs || !day.equals(HanoiTime.dateOf(now))) return Optional.empty();
        journal.append(Facts.of("viewed", dossier, by, now, Map.of(Looks.PAPER, "filed")));
        return Optional.of(filed(dossier));
    }

    private FiledView filed(Dossier dossier) {
        var id = dossier.id();
        var slip =
                papers.slips(id).stream()
                        .filter(issued -> issued.kind().equals("RECEIPT"))
                        .map(PaperStore.IssuedSlip::id)
                        .findFirst();
        var url = address.tracking(dossier.code(), dossiers.trackingKey(dossier.code()));
        return new FiledView(
                id,
                progress.of(dossier),
                dossier.summary(),
                dossier.people().filerName(),
                slip.orElse(null),
                QrImage.dataUri(url),
                dossier.papers().stream().anyMatch(p -> p.form() != Paper.Form.ELECTRONIC));
    }
}
