package vn.motcua.form.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.form.Draft;
import vn.motcua.form.DraftState;
import vn.motcua.form.Drafts;
import vn.motcua.form.FormProblem;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;

/// Keeps drafts for those whose they are. The same rule stands twice: here and as row-level
/// security.
@Service
class DraftDesk implements Drafts {
    /// How long an untouched draft is kept.
    static final Duration KEPT = Duration.ofDays(90);

    private static final int MOST_OPEN = 50;

    private final DraftStore store;
    private final Asking asking;
    private final Clock clock;

    DraftDesk(DraftStore store, Asking asking, Clock clock) {
        this.store = store;
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Draft open(NewDraft wanted) {
        var caller = asking.current();
        var creator = caller.account();
        if (creator == null) throw new ProblemException(FormProblem.DRAFT_NOT_FOUND);
        boolean counter = isOfficer(caller);
        if (!counter && store.open(creator).size() >= MOST_OPEN)
            throw new ProblemException(FormProblem.TOO_MANY_DRAFTS);
        var now = clock.instant();
        var draft =
                new Draft(
                        Ids.next(clock),
                        counter ? wanted.account() : creator,
                        wanted.release(),
                        wanted.channel(),
                        wanted.caseCode(),
                        wanted.agency(),
                        wanted.answers(),
                        null,
                        Set.of(),
                        DraftState.OPEN,
                        null,
                        creator,
                        counter ? caller.agency() : null,
                        now,
                        now,
                        now.plus(KEPT),
                        1);
        store.insert(draft);
        return draft;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Draft> find(UUID id) {
        return mine(store.find(id, false)).filter(d -> d.expiresAt().isAfter(clock.instant()));
    }

    @Override
    @Transactional(readOnly = true)
    public Draft require(UUID id) {
        return find(id).orElseThrow(() -> new ProblemException(FormProblem.DRAFT_NOT_FOUND));
    }

    @Override
    @Transactional
    public Draft save(Draft draft) {
        var now = clock.instant();
        if (mine(Optional.of(draft)).isEmpty())
            throw new ProblemException(FormProblem.DRAFT_NOT_FOUND);
        if (!store.update(draft, now, now.plus(KEPT))) {
            var there = require(draft.id());
            throw there.state() == DraftState.SUBMITTED
                    ? new ProblemException(
                            FormProblem.DRAFT_CLOSED, Objects.requireNonNull(there.dossierCode()))
                    : new ProblemException(FormProblem.DRAFT_CHANGED);
        }
        return require(draft.id());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Draft> list() {
        var account = asking.current().account();
        if (account == null) return List.of();
        Instant now = clock.instant();
        return store.open(account).stream()
                .filter(d -> mine(Optional.of(d)).isPresent() && d.expiresAt().isAfter(now))
                .toList();
    }

    @Override
    @Transactional
    public Draft lock(UUID id) {
        return mine(store.find(id, true))
                .orElseThrow(() -> new ProblemException(FormProblem.DRAFT_NOT_FOUND));
    }

    @Override
    @Transactional
    public void markSubmitted(UUID id, String dossierCode) {
        if (!store.submitted(id, dossierCode, clock.instant())) {
            var there = require(id);
            throw new ProblemException(
                    FormProblem.DRAFT_CLOSED, Objects.requireNonNullElse(there.dossierCode(), ""));
        }
    }

    @Override
    @Transactional
    public void discard(UUID id) {
        var draft = require(id);
        store.delete(draft.id());
    }

    private Optional<Draft> mine(Optional<Draft> draft) {
        var caller = asking.current();
        return draft.filter(d -> maySee(caller, d));
    }

    static boolean maySee(Caller caller, Draft draft) {
        if (caller.is(Role.SYSTEM)) return true;
        if (caller.account() == null) return false;
        if (isOfficer(caller))
            return caller.account().equals(draft.createdBy())
                    && draft.counter() != null
                    && draft.counter().equals(caller.agency());
        return caller.is(Role.CITIZEN)
                && draft.counter() == null
                && caller.account().equals(draft.account());
    }

    private static boolean isOfficer(Caller caller) {
        return caller.is(Role.OFFICER, Role.LEADER) && caller.agency() != null;
    }
}
