package vn.motcua.dossier.internal.queue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;

/// Those who lead an agency arrange its counters: what is done there, at which desks, when. Each
/// change is journaled, and a kind of business people may take tickets for always has a desk.
@Service
class Arranging {
    private final ArrangeStore store;
    private final Permissions permissions;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    Arranging(
            ArrangeStore store,
            Permissions permissions,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.store = store;
        this.permissions = permissions;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    record Arranged(
            List<ArrangeStore.Kind> kinds, List<ArrangeStore.Desk> desks, CounterHours hours) {}

    @Transactional(readOnly = true)
    public Arranged now() {
        var agency = agency();
        return new Arranged(store.kinds(agency), store.desks(agency), store.hours(agency));
    }

    /// What the open desks of an agency are called, for everybody to read.
    @Transactional(readOnly = true)
    public Map<Integer, LocalText> names(String agency) {
        var names = new HashMap<Integer, LocalText>();
        for (var desk : store.openDesks(agency))
            if (desk.name() != null) names.put(desk.number(), desk.name());
        return names;
    }

    private String agency() {
        permissions.require(PositionKind.LEADER, PositionKind.APPROVER);
        return Objects.requireNonNull(asking.current().agency());
    }

    /// A new kind of business is done at every open desk, until a desk leaves it.
    ///
    /// @return field to message key; nothing is kept unless it is empty
    @Transactional
    public Map<String, String> keep(KindTyped typed) {
        var agency = agency();
        store.begin(agency);
        var all = store.kinds(agency);
        var faults = typed.faults(all);
        if (!faults.isEmpty()) return faults;
        if (typed.id() == null) {
            var kind = typed.kind(all.stream().mapToInt(k -> k.place()).max().orElse(0) + 1);
            store.insert(agency, kind);
            store.everywhere(agency, kind.id());
            write(agency, "kind", kind.id(), kind.open());
            return faults;
        }
        var kind = typed.kind(0);
        required(all.stream().anyMatch(known -> known.id().equals(kind.id())));
        meanwhile(store.update(agency, kind));
        if (kind.open() && nowhere(agency, kind.id())) store.everywhere(agency, kind.id());
        write(agency, "kind", kind.id(), kind.open());
        return faults;
    }

    private boolean nowhere(String agency, String kind) {
        return store.openDesks(agency).stream().noneMatch(desk -> desk.kinds().contains(kind));
    }

    /// Whoever waits for a desk that closes is called by any other.
    ///
    /// @return field to message key; nothing is kept unless it is empty
    @Transactional
    public Map<String, String> keep(DeskTyped typed) {
        var agency = agency();
        var today = HanoiTime.dateOf(clock.instant());
        store.begin(agency);
        var kinds = store.kinds(agency);
        var desks = store.desks(agency);
        boolean known = desks.stream().anyMatch(d -> typed.number().equals("" + d.number()));
        required(typed.fresh() || known);
        boolean busy = !typed.fresh() && store.busy(agency, today, typed.value());
        var faults = typed.faults(kinds, desks, busy);
        if (!faults.isEmpty()) return faults;
        var desk = typed.desk();
        required(kinds.stream().map(ArrangeStore.Kind::id).toList().containsAll(desk.kinds()));
        if (typed.fresh()) store.insert(agency, desk);
        else meanwhile(store.update(agency, desk));
        if (!desk.open()) store.release(agency, today, desk.number());
        write(agency, "desk", String.valueOf(desk.number()), desk.open());
        return faults;
    }

    /// @return field to message key; nothing is kept unless it is empty
    @Transactional
    public Map<String, String> keep(HoursTyped typed) {
        var agency = agency();
        store.begin(agency);
        var faults = typed.faults();
        if (!faults.isEmpty()) return faults;
        meanwhile(store.save(agency, typed.hours()));
        write(agency, "hours", "", !typed.always());
        return faults;
    }

    private static void required(boolean there) {
        if (!there) throw new ProblemException(QueueProblem.NOT_FOUND);
    }

    private static void meanwhile(boolean mine) {
        if (!mine) throw new ProblemException(QueueProblem.ARRANGED);
    }

    private void write(String agency, String what, String id, boolean open) {
        var caller = asking.current();
        journal.append(
                new Entry(
                        "queue.arranged",
                        "queue",
                        UUID.nameUUIDFromBytes(agency.getBytes(StandardCharsets.UTF_8)),
                        agency,
                        new Actor(caller.role().setting(), caller.account(), agency),
                        clock.instant(),
                        Map.of("what", what, "id", id, "open", open)));
    }
}
