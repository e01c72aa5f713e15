package vn.motcua.dossier.internal.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Caller.Duty;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;

/// Leave and delegation, said by whoever goes or by a head of their agency. It begins and ends
/// by date; nobody has to think of it on the day.
@Service
public class Leave {
    /// Nobody plans further ahead.
    private static final int YEARS = 5;

    static final int SHOWN = 100;

    private final AbsenceStore absences;
    private final Assigner assigner;
    private final Permissions permissions;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    Leave(
            AbsenceStore absences,
            Assigner assigner,
            Permissions permissions,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.absences = absences;
        this.assigner = assigner;
        this.permissions = permissions;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// What an officer types.
    ///
    /// @param to null: without an end
    /// @param delegate null: nobody stands in
    public record Plan(
            UUID person, LocalDate from, @Nullable LocalDate to, @Nullable UUID delegate) {}

    /// Writes leave down. All posts the person holds at the agency are lent.
    ///
    /// @throws ProblemException when the dates cannot be, overlap other leave of the person, or the
    /// delegate cannot stand in
    @Transactional
    public UUID announce(Plan plan) {
        var by = officer();
        var agency = Objects.requireNonNull(by.agency());
        var people = people(agency);
        requireMay(by, plan.person());
        var person = people.get(plan.person());
        if (person == null) throw new ProblemException(DossierProblem.ABSENCE_DELEGATE);
        requireOver(by, person.account(), person.posts());
        if (!person.account().equals(by.account()) && Objects.equals(plan.delegate(), by.account()))
            throw new ProblemException(DossierProblem.ABSENCE_TO_SELF);
        var until = plan.to() == null ? Absence.FOR_EVER : plan.to();
        var today = today();
        if (plan.from().isBefore(today)
                || until.isBefore(plan.from())
                || plan.from().isAfter(today.plusYears(YEARS))
                || (plan.to() != null && until.isAfter(today.plusYears(YEARS))))
            throw new ProblemException(DossierProblem.ABSENCE_DATES);
        var others = absences.coming(today, agency, null, Integer.MAX_VALUE);
        requireFree(plan.person(), plan.from(), until, others, DossierProblem.ABSENCE_OVERLAPS);
        var delegate = delegate(plan, until, people, others);
        var absence =
                new Absence(
                        Ids.next(clock),
                        agency,
                        plan.person(),
                        person.name(),
                        plan.delegate(),
                        delegate,
                        person.posts(),
                        plan.from(),
                        until);
        absences.add(absence, by, clock.instant());
        tell("absence.announced", absence, by);
        return absence.id();
    }

    /// Somebody of the agency, there all the time: nobody stands in for somebody standing in.
    private static @Nullable String delegate(
            Plan plan, LocalDate until, Map<UUID, Member> people, List<Absence> others) {
        var id = plan.delegate();
        if (id == null) return null;
        var delegate = people.get(id);
        if (delegate == null || id.equals(plan.person()))
            throw new ProblemException(DossierProblem.ABSENCE_DELEGATE);
        requireFree(id, plan.from(), until, others, DossierProblem.ABSENCE_DELEGATE_AWAY);
        return delegate.name();
    }

    private static void requireFree(
            UUID person,
            LocalDate from,
            LocalDate to,
            List<Absence> others,
            DossierProblem problem) {
        for (var other : others)
            if (other.person().equals(person) && other.overlaps(from, to))
                throw new ProblemException(problem, other.personName());
    }

    /// Calls leave off, or ends it before its last day: what was lent is lent no more.
    @Transactional
    public void end(UUID id) {
        var by = officer();
        var absence =
                absences.find(id)
                        .filter(found -> found.agency().equals(by.agency()))
                        .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        requireMay(by, absence.person());
        requireOver(by, absence.person(), absence.posts());
        if (absences.end(id, by.account(), clock.instant())) tell("absence.ended", absence, by);
    }

    /// Somebody of the agency.
    record Member(UUID account, String name, Set<Duty> posts) {}

    /// What the page of leave shows.
    ///
    /// @param head whether the caller speaks for others too
    /// @param spoken those the caller enters leave for
    record Overview(
            UUID self,
            boolean head,
            LocalDate today,
            List<Absence> absences,
            List<Member> people,
            List<Member> spoken) {}

    @Transactional(readOnly = true)
    Overview overview() {
        var by = officer();
        var self = Objects.requireNonNull(by.account());
        var agency = Objects.requireNonNull(by.agency());
        boolean head = Hands.head(permissions.posts(by).own());
        var people = List.copyOf(people(agency).values());
        return new Overview(
                self,
                head,
                today(),
                absences.coming(today(), agency, head ? null : self, SHOWN),
                people,
                people.stream().filter(one -> over(by, one.account(), one.posts())).toList());
    }

    /// Who may speak for a person: themselves, or a head of the agency.
    void requireMay(Caller by, UUID person) {
        if (person.equals(by.account())) return;
        if (!Hands.head(permissions.posts(by).own()))
            throw new ProblemException(DossierProblem.NOT_HEAD);
    }

    /// Posts are lent by whoever holds them, or by somebody who ranks over all of them.
    private void requireOver(Caller by, UUID person, Set<Duty> posts) {
        if (!over(by, person, posts)) throw new ProblemException(DossierProblem.ABSENCE_RANK);
    }

    private boolean over(Caller by, UUID person, Set<Duty> posts) {
        return person.equals(by.account()) || rank(permissions.posts(by).held()) > rank(posts);
    }

    private static int rank(Set<Duty> posts) {
        return posts.stream().mapToInt(duty -> rank(duty.position())).max().orElse(0);
    }

    private static int rank(PositionKind position) {
        return switch (position) {
            case OPERATOR, RECEPTIONIST, CASE_OFFICER -> 0;
            case APPROVER -> 1;
            case LEADER -> 2;
        };
    }

    Map<UUID, Member> people(String agency) {
        var people = new LinkedHashMap<UUID, Member>();
        for (Map.Entry<Holder, Set<Duty>> one : assigner.people(agency).entrySet()) {
            var posts = new java.util.HashSet<>(one.getValue());
            posts.removeIf(duty -> duty.position() == PositionKind.OPERATOR);
            if (!posts.isEmpty())
                people.put(
                        one.getKey().account(),
                        new Member(one.getKey().account(), one.getKey().name(), posts));
        }
        return people;
    }

    Caller officer() {
        permissions.require(
                PositionKind.RECEPTIONIST,
                PositionKind.CASE_OFFICER,
                PositionKind.APPROVER,
                PositionKind.LEADER);
        return asking.current();
    }

    LocalDate today() {
        return HanoiTime.dateOf(clock.instant());
    }

    private void tell(String what, Absence absence, Caller by) {
        var data = new HashMap<String, Object>();
        data.put("absence", absence.id().toString());
        data.put("from", absence.from().toString());
        if (!absence.permanent()) data.put("to", absence.to().toString());
        if (absence.delegate() != null) data.put("delegate", absence.delegate().toString());
        data.put("posts", absence.posts().stream().map(Absence::text).sorted().toList());
        journal.append(entry(what, absence.person(), by, clock.instant(), data));
    }

    static Entry entry(String what, UUID person, Caller by, Instant at, Map<String, Object> data) {
        var actor = new Actor(by.role().setting(), by.account(), by.agency());
        return new Entry(what, "officer", person, by.agency(), actor, at, data);
    }
}
