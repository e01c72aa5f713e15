package vn.motcua.dossier.internal.queue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.internal.intake.TrackingKey;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.PositionKind;

/// The queue of an agency's counters. Whoever comes takes a ticket, at the kiosk without saying who
/// they are or online with their account; officers call, serve, skip and pass on. Numbers begin
/// anew each day and have no gaps.
@Service
public class Queue {
    private static final String SUBJECT = "queue-ticket";

    private final QueueStore store;
    private final ArrangeStore arranged;
    private final Gate gate;
    private final Agencies agencies;
    private final Permissions permissions;
    private final Journal journal;
    private final Asking asking;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int most;

    Queue(
            QueueStore store,
            ArrangeStore arranged,
            Gate gate,
            Agencies agencies,
            Permissions permissions,
            Journal journal,
            Asking asking,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${motcua.queue.tickets-per-address:60}") int most) {
        this.store = store;
        this.arranged = arranged;
        this.gate = gate;
        this.agencies = agencies;
        this.permissions = permissions;
        this.journal = journal;
        this.asking = asking;
        this.transaction = transaction;
        this.clock = clock;
        this.most = most;
    }

    LocalDate today() {
        return HanoiTime.dateOf(clock.instant());
    }

    /// @throws ProblemException for an agency that is none
    String agency(String code) {
        return agencies.find(code)
                .map(agency -> agency.code())
                .orElseThrow(() -> new ProblemException(QueueProblem.NOT_FOUND));
    }

    /// A new ticket for today; the one held already when the same person asks again online.
    ///
    /// @param address network address of whoever asks
    Ticket take(
            String agencyCode,
            String serviceId,
            @Nullable String priority,
            String dossierCode,
            String address) {
        var caller = asking.current();
        var agency = agency(agencyCode);
        var now = clock.instant();
        var day = HanoiTime.dateOf(now);
        var account = caller.is(Role.CITIZEN) ? caller.account() : null;
        return asSystem(
                () -> {
                    gate.require(agency, now);
                    if (!store.free(address, now, most))
                        throw new ProblemException(QueueProblem.TOO_MANY);
                    var service =
                            arranged.kinds(agency).stream()
                                    .filter(known -> known.open() && known.id().equals(serviceId))
                                    .findFirst()
                                    .orElseThrow(
                                            () -> new ProblemException(QueueProblem.NOT_FOUND));
                    if (account != null) {
                        var held = store.held(account, agency, day, serviceId);
                        if (held.isPresent()) return held.get();
                    }
                    boolean known =
                            store.groups().stream().anyMatch(group -> group.id().equals(priority));
                    var ticket =
                            new Ticket(
                                    Ids.next(clock),
                                    agency,
                                    day,
                                    serviceId,
                                    store.nextNumber(agency, day, service.prefix()),
                                    TrackingKey.next(),
                                    known ? priority : null,
                                    Ticket.State.WAITING,
                                    now,
                                    account,
                                    DossierCode.parse(dossierCode)
                                            .map(DossierCode::value)
                                            .orElse(null),
                                    null,
                                    null,
                                    0,
                                    null,
                                    null);
                    store.insert(ticket);
                    write("taken", ticket, caller, now, Map.of("service", serviceId));
                    return ticket;
                });
    }

    /// Number of a new ticket without wishes.
    public String taken(String agency, String service, String address) {
        return take(agency, service, null, "", address).number();
    }

    private <T> T asSystem(java.util.function.Supplier<T> work) {
        return asking.as(
                Caller.system(),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    /// What everybody may see of a ticket whose key they hold.
    ///
    /// @param minutes how long it will still take, more or less; null when it does not wait
    record Standing(Ticket ticket, int ahead, @Nullable Integer minutes) {}

    Standing standing(String key) {
        return asSystem(
                () -> {
                    var ticket =
                            store.byKey(key)
                                    .orElseThrow(
                                            () -> new ProblemException(QueueProblem.NOT_FOUND));
                    if (ticket.state() != Ticket.State.WAITING)
                        return new Standing(ticket, 0, null);
                    int ahead = store.ahead(ticket);
                    return new Standing(
                            ticket, ahead, minutes(ticket.agency(), ticket.service(), ahead));
                });
    }

    /// Those before, times the usual time of one, shared by the desks at work.
    private int minutes(String agency, String service, int ahead) {
        var now = clock.instant();
        var pace = store.pace(agency, HanoiTime.dateOf(now), now);
        double usual =
                pace.minutes() != null
                        ? Math.max(1, pace.minutes())
                        : arranged.kinds(agency).stream()
                                .filter(known -> known.id().equals(service))
                                .mapToInt(ArrangeStore.Kind::minutes)
                                .findFirst()
                                .orElse(8);
        return (int) Math.ceil((ahead + 1) * usual / Math.max(1, pace.desks()));
    }

    /// What hangs on the wall: numbers and desks, nothing about anybody.
    record Screen(List<Ticket> called, int waiting) {}

    Screen screen(String code) {
        var agency = agency(code);
        var day = today();
        return asSystem(
                () ->
                        new Screen(
                                store.shown(agency, day, "CALLED,SERVING", 8),
                                store.waiting(agency, day)));
    }

    List<ArrangeStore.Kind> services(String code) {
        var agency = agency(code);
        return asSystem(() -> arranged.kinds(agency));
    }

    List<QueueStore.Group> groups() {
        return asSystem(store::groups);
    }

    int waiting(String code) {
        var agency = agency(code);
        return asSystem(() -> store.waiting(agency, today()));
    }

    private record Officer(Caller caller, UUID account, String agency) {}

    private Officer officer() {
        permissions.require(PositionKind.RECEPTIONIST);
        var caller = asking.current();
        return new Officer(
                caller,
                Objects.requireNonNull(caller.account()),
                Objects.requireNonNull(caller.agency()));
    }

    /// An officer's view of the queue.
    record Hall(
            List<ArrangeStore.Desk> desks,
            List<ArrangeStore.Kind> services,
            List<QueueStore.Group> groups,
            Optional<Ticket> inHand,
            List<Ticket> waiting,
            int waitingInAll,
            List<Ticket> skipped) {}

    @Transactional(readOnly = true)
    public Hall hall() {
        var officer = officer();
        var day = today();
        return new Hall(
                arranged.openDesks(officer.agency()),
                arranged.kinds(officer.agency()),
                store.groups(),
                store.inHand(officer.agency(), day, officer.account()),
                store.shown(officer.agency(), day, "WAITING", 20),
                store.waiting(officer.agency(), day),
                store.shown(officer.agency(), day, "SKIPPED", 10));
    }

    /// Calls the next one to this desk. Whoever is being served there has been served by then.
    @Transactional
    public void callNext(int deskNumber) {
        var officer = officer();
        var now = clock.instant();
        var day = HanoiTime.dateOf(now);
        var desk = desk(officer, deskNumber);
        store.lock(officer.agency(), officer.account());
        var before = store.inHand(officer.agency(), day, officer.account());
        if (before.isPresent()) {
            if (before.get().state() == Ticket.State.CALLED)
                throw new ProblemException(QueueProblem.BUSY);
            done(before.get().id());
        }
        var next =
                store.callNext(officer.agency(), day, desk, officer.account(), now)
                        .orElseThrow(() -> new ProblemException(QueueProblem.NOBODY));
        write("called", next, officer.caller(), now, Map.of("desk", deskNumber));
    }

    private ArrangeStore.Desk desk(Officer officer, int number) {
        return arranged.openDesks(officer.agency()).stream()
                .filter(desk -> desk.number() == number)
                .findFirst()
                .orElseThrow(() -> new ProblemException(QueueProblem.NOT_FOUND));
    }

    @Transactional
    public void callAgain(UUID id) {
        move(
                id,
                "called",
                List.of(Ticket.State.CALLED),
                "calls = calls + 1, called_at = :now",
                null);
    }

    @Transactional
    public void serve(UUID id) {
        move(
                id,
                "serving",
                List.of(Ticket.State.CALLED),
                "state = 'SERVING', serving_at = :now",
                null);
    }

    @Transactional
    public void done(UUID id) {
        move(
                id,
                "served",
                List.of(Ticket.State.SERVING),
                "state = 'SERVED', ended_at = :now",
                null);
    }

    /// Nobody came.
    @Transactional
    public void skip(UUID id) {
        move(
                id,
                "skipped",
                List.of(Ticket.State.CALLED),
                "state = 'SKIPPED', ended_at = :now",
                null);
    }

    /// They came after all.
    @Transactional
    public void bringBack(UUID id, int deskNumber) {
        var officer = officer();
        var desk = desk(officer, deskNumber);
        store.lock(officer.agency(), officer.account());
        var busy = store.inHand(officer.agency(), today(), officer.account());
        if (busy.isPresent()) throw new ProblemException(QueueProblem.BUSY);
        move(
                id,
                "called",
                List.of(Ticket.State.SKIPPED),
                "state = 'CALLED', desk = :desk, officer = :officer, called_at = :now, ended_at = null",
                desk.number());
    }

    /// To another desk, before everybody else there.
    @Transactional
    public void pass(UUID id, int deskNumber) {
        var desk = desk(officer(), deskNumber);
        move(
                id,
                "passed",
                List.of(Ticket.State.CALLED, Ticket.State.SERVING),
                "state = 'WAITING', desk = :desk, officer = null, serving_at = null",
                desk.number());
    }

    private void move(
            UUID id, String what, List<Ticket.State> from, String change, @Nullable Integer desk) {
        var officer = officer();
        var now = clock.instant();
        var ticket =
                store.find(id)
                        .filter(found -> found.agency().equals(officer.agency()))
                        .orElseThrow(() -> new ProblemException(QueueProblem.NOT_FOUND));
        if (!store.move(id, from, change, new QueueStore.Moved(now, desk, officer.account())))
            throw new ProblemException(QueueProblem.CHANGED);
        write(what, ticket, officer.caller(), now, desk == null ? Map.of() : Map.of("desk", desk));
    }

    /// How long people wait, for those who lead the agency; looking is written down.
    @Transactional
    public List<QueueStore.Figure> figures(int days) {
        permissions.require(PositionKind.LEADER, PositionKind.APPROVER);
        var caller = asking.current();
        var agency = Objects.requireNonNull(caller.agency());
        var now = clock.instant();
        var to = HanoiTime.dateOf(now);
        journal.append(
                new Entry(
                        "queue.figures-viewed",
                        "queue",
                        UUID.nameUUIDFromBytes(agency.getBytes(StandardCharsets.UTF_8)),
                        agency,
                        new Actor(caller.role().setting(), caller.account(), agency),
                        now,
                        Map.of("days", days)));
        return store.figures(agency, to.minusDays(days - 1L), to);
    }

    private void write(
            String what, Ticket ticket, Caller by, Instant at, Map<String, Object> more) {
        var data = new LinkedHashMap<String, Object>();
        data.put("number", ticket.number());
        data.putAll(more);
        journal.append(
                new Entry(
                        "queue." + what,
                        SUBJECT,
                        ticket.id(),
                        ticket.agency(),
                        new Actor(by.role().setting(), by.account(), by.agency()),
                        at,
                        data));
    }
}
