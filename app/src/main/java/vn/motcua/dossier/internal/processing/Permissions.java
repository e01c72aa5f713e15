package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.assignment.Absence;
import vn.motcua.dossier.internal.assignment.AbsenceStore;
import vn.motcua.dossier.internal.assignment.Lending;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Caller.Duty;
import vn.motcua.identity.Caller.Principal;
import vn.motcua.identity.Role;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.Staff;
import vn.motcua.workflow.Process;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.WorkingCalendar;

/// Who may act on a dossier: an officer of the agency that handles it, in a position the act
/// belongs to. Every act of an officer begins here.
@Component
public class Permissions {
    private final Staff staff;
    private final AbsenceStore absences;
    private final DossierStore dossiers;
    private final Calendars calendars;
    private final Asking asking;
    private final Clock clock;

    Permissions(
            Staff staff,
            AbsenceStore absences,
            DossierStore dossiers,
            Calendars calendars,
            Asking asking,
            Clock clock) {
        this.staff = staff;
        this.absences = absences;
        this.dossiers = dossiers;
        this.calendars = calendars;
        this.asking = asking;
        this.clock = clock;
    }

    /// An officer and the dossier they act on, locked, as they saw it.
    ///
    /// @param work all pieces of work of the dossier
    public record Acting(
            Dossier dossier,
            List<Task> work,
            Caller by,
            Posts posts,
            Instant now,
            WorkingCalendar calendar) {
        public ProblemException notAllowed() {
            return new ProblemException(DossierProblem.NOT_ALLOWED_NOW, dossier.code().value());
        }

        /// The same act on whose behalf this piece of work is done.
        ///
        /// @throws ProblemException when the officer may not do it
        public Acting doing(Task task, Process process) {
            var account = Objects.requireNonNull(by.account());
            var right = Right.to(task, posts, account, work, process);
            if (right.refusal() != null) throw new ProblemException(right.refusal());
            return new Acting(dossier, work, by.onBehalfOf(right.behalf()), posts, now, calendar);
        }
    }

    /// The posts the caller holds today in the agency they act for, and those lent to them.
    public Posts posts(Caller caller) {
        return posts(caller, HanoiTime.dateOf(clock.instant()));
    }

    /// The posts the caller holds today, and those lent to them on a day.
    public Posts posts(Caller caller, LocalDate day) {
        var own = own(caller.account(), caller.agency());
        if (own.isEmpty() || caller.account() == null || caller.agency() == null)
            return new Posts(caller.agency(), own);
        return with(caller, own, absences.lentTo(caller.account(), caller.agency(), day), day);
    }

    private Posts with(Caller caller, Set<Duty> own, List<Absence> lending, LocalDate day) {
        if (lending.isEmpty()) return new Posts(caller.agency(), own);
        var lent =
                Lending.of(
                        Objects.requireNonNull(caller.account()),
                        own,
                        lending,
                        day,
                        person -> own(person, caller.agency()));
        return new Posts(caller.agency(), own, lent);
    }

    private Set<Duty> own(@Nullable UUID account, @Nullable String agency) {
        var held = new HashSet<Duty>();
        if (account == null) return held;
        for (var member : staff.of(account))
            if (member.agency().equals(agency))
                held.add(new Duty(member.position(), member.unit()));
        return held;
    }

    /// @throws ProblemException `dossier.not-your-step` when none of these positions is held
    public void require(PositionKind... allowed) {
        var caller = asking.current();
        if (!new Posts(caller.agency(), officer(caller)).holds(allowed))
            requireAny(posts(caller), allowed);
    }

    private static void requireAny(Posts posts, PositionKind... allowed) {
        if (!posts.holds(allowed)) throw new ProblemException(DossierProblem.NOT_YOUR_STEP);
    }

    private Set<Duty> officer(Caller caller) {
        if (!caller.is(Role.OFFICER, Role.LEADER))
            throw new ProblemException(DossierProblem.NOT_YOUR_STEP);
        return own(caller.account(), caller.agency());
    }

    /// Begins an act: the officer may do it, and the dossier is still the one they saw.
    public Acting begin(UUID id, int version, PositionKind... allowed) {
        return begin(id, version, false, allowed);
    }

    /// Begins work on a step. Another agency that has an open step of the dossier in hand does
    /// that step, and no other act.
    public Acting beginWork(UUID id, int version) {
        return begin(id, version, true, PositionKind.values());
    }

    private Acting begin(UUID id, int version, boolean visiting, PositionKind... allowed) {
        var caller = asking.current();
        var own = new Posts(caller.agency(), officer(caller));
        if (!own.holds(allowed)) requireAny(posts(caller), allowed);
        var today = HanoiTime.dateOf(clock.instant());
        var locked =
                dossiers.tryLockWithWork(id, caller.account(), caller.agency(), today)
                        .or(() -> visiting ? visited(id, caller, today) : Optional.empty())
                        .orElseThrow(() -> outOfReach(id));
        var dossier = locked.dossier();
        var posts = with(caller, own.held(), AbsenceStore.read(locked.lent(), today), today);
        if (!visiting && !posts.actsOn(dossier))
            throw new ProblemException(DossierProblem.NOT_YOUR_AGENCY);
        if (dossier.version() != version)
            throw new ProblemException(DossierProblem.CHANGED_MEANWHILE, dossier.code().value());
        return new Acting(
                dossier,
                locked.work(),
                caller.onBehalfOf(behalf(posts, allowed)),
                posts,
                clock.instant(),
                calendars.of(dossier.agency()));
    }

    /// A dossier of another agency of which the caller's agency has an open step in hand. Only
    /// the platform locks it.
    private Optional<DossierStore.Locked> visited(UUID id, Caller caller, LocalDate today) {
        if (dossiers.find(id).isEmpty()) return Optional.empty();
        return asking.as(
                        Caller.system(),
                        () ->
                                dossiers.tryLockWithWork(
                                        id, caller.account(), caller.agency(), today))
                .filter(
                        locked ->
                                locked.work().stream()
                                        .anyMatch(
                                                task ->
                                                        task.open()
                                                                && task.kind() == Task.Kind.STEP
                                                                && task.agency()
                                                                        .equals(caller.agency())));
    }

    /// What an officer of another agency does to a dossier is written by the platform; the
    /// journal and the work name the officer.
    void write(Acting act, Runnable work) {
        if (act.posts().actsOn(act.dossier())) work.run();
        else asking.run(Caller.system(), work);
    }

    /// Begins something officers of the agency do beside the process: a finding, a note, a
    /// message. It moves nobody's work, so any post at the agency will do and no version is
    /// asked.
    public Dossier beside(UUID id) {
        var caller = asking.current();
        var posts = new Posts(caller.agency(), officer(caller));
        requireAny(posts, PositionKind.values());
        var dossier = dossiers.tryLock(id).orElseThrow(() -> outOfReach(id));
        if (!posts.actsOn(dossier)) throw new ProblemException(DossierProblem.NOT_YOUR_AGENCY);
        return dossier;
    }

    /// Who lent the post an act belongs to; null when the officer holds one themselves.
    private static @Nullable Principal behalf(Posts posts, PositionKind... allowed) {
        if (posts.own().holds(allowed)) return null;
        var kinds = Set.of(allowed);
        return posts.lent().stream()
                .filter(lending -> kinds.contains(lending.duty().position()))
                .map(Lending::principal)
                .findFirst()
                .orElse(null);
    }

    /// Something one may read is there, and somebody else's to handle.
    private ProblemException outOfReach(UUID id) {
        return new ProblemException(
                dossiers.find(id).isPresent()
                        ? DossierProblem.NOT_YOUR_AGENCY
                        : DossierProblem.NOT_FOUND);
    }
}
