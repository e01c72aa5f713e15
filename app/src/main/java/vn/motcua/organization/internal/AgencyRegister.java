package vn.motcua.organization.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.organization.AgencyKind;
import vn.motcua.organization.AgencyUnit;
import vn.motcua.organization.OrganizationProblem;
import vn.motcua.organization.Province;

/// Keeps the tree of agencies in memory. A token in the database changes with every change of the
/// tree; it is looked at every few seconds, so a change made on another node shows here too. A
/// transaction that changes agencies sees its own changes; others see them once it is committed.
@Component
class AgencyRegister implements Agencies {
    private static final long LOOK_EVERY = Duration.ofSeconds(2).toNanos();

    private final AgencyStore store;
    private final AdministrativeUnits administrativeUnits;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable AgencyTree tree;
    private volatile long lookedAt;

    AgencyRegister(AgencyStore store, AdministrativeUnits administrativeUnits, Clock clock) {
        this.store = store;
        this.administrativeUnits = administrativeUnits;
        this.clock = clock;
    }

    @Override
    public Optional<Agency> find(String code) {
        return tree().find(code);
    }

    @Override
    public Agency require(String code) {
        return find(code)
                .orElseThrow(() -> new ProblemException(OrganizationProblem.UNKNOWN_AGENCY, code));
    }

    @Override
    public Optional<Agency> byAnyCode(String code) {
        return tree().byAnyCode(code);
    }

    @Override
    public List<Agency> children(String code) {
        return tree().children(code);
    }

    @Override
    public List<Agency> ofKind(AgencyKind kind, @Nullable String provinceCode) {
        return tree().ofKind(kind, province(provinceCode), today());
    }

    @Override
    public Optional<Agency> competent(
            String unitGroup, @Nullable String provinceCode, @Nullable String communeCode) {
        var province = province(provinceCode);
        if (communeCode != null && province == null) {
            province =
                    administrativeUnits
                            .commune(communeCode, today())
                            .map(c -> c.provinceCode())
                            .orElse(null);
        }
        return tree().competent(unitGroup, province, communeCode, today());
    }

    @Override
    public Set<String> unitGroups() {
        return tree().unitGroups();
    }

    @Override
    public List<Agency> roots() {
        return tree().roots();
    }

    @Override
    public List<AgencyUnit> units(String code) {
        return tree().units(require(code));
    }

    @Override
    public void add(Agency agency) {
        var parent = agency.parent();
        if (parent != null) require(parent);
        if (!store.insert(agency)) {
            throw new ProblemException(OrganizationProblem.AGENCY_EXISTS, agency.code());
        }
        changed();
    }

    @Override
    public void put(Collection<Agency> agencies) {
        if (agencies.isEmpty()) return;
        store.upsert(agencies);
        changed();
    }

    private @Nullable String province(@Nullable String code) {
        if (code == null) return null;
        return administrativeUnits.provinceToday(code).map(Province::code).orElse(code);
    }

    private LocalDate today() {
        return HanoiTime.dateOf(clock.instant());
    }

    private AgencyTree tree() {
        var own = own();
        if (own != null) return own.tree();
        var known = tree;
        if (known != null && System.nanoTime() - lookedAt < LOOK_EVERY) return known;
        if (known != null && !looking.tryLock()) return known;
        if (known == null) looking.lock();
        try {
            return look();
        } finally {
            looking.unlock();
        }
    }

    private AgencyTree look() {
        var known = tree;
        if (known != null && known.token.equals(store.token())) {
            lookedAt = System.nanoTime();
            return known;
        }
        var fresh = load();
        tree = fresh;
        lookedAt = System.nanoTime();
        return fresh;
    }

    /// The token is read first: a change in between costs one more reading, never an old tree.
    private AgencyTree load() {
        var token = store.token();
        return new AgencyTree(token, store.agencies(), store.otherCodes(), store.units());
    }

    private void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget();
            return;
        }
        var own = own();
        if (own != null) {
            own.forget();
            return;
        }
        TransactionSynchronizationManager.bindResource(this, new OwnView());
        TransactionSynchronizationManager.registerSynchronization(new Ending());
    }

    private void forget() {
        lookedAt = System.nanoTime() - LOOK_EVERY;
    }

    private @Nullable OwnView own() {
        return (OwnView) TransactionSynchronizationManager.getResource(this);
    }

    /// The tree as the transaction sees it that is changing it.
    private final class OwnView {
        private @Nullable AgencyTree seen;

        AgencyTree tree() {
            var known = seen;
            if (known == null) seen = known = load();
            return known;
        }

        void forget() {
            seen = null;
        }
    }

    private final class Ending implements TransactionSynchronization {
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(AgencyRegister.this);
        }

        @Override
        public void resume() {
            if (own() == null) {
                TransactionSynchronizationManager.bindResource(AgencyRegister.this, new OwnView());
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(AgencyRegister.this);
            forget();
        }
    }
}
