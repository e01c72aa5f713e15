package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Caller.Duty;
import vn.motcua.identity.Role;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.Staff;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.WorkingCalendar;

/// Who may act on a dossier: an officer of the agency that handles it, in a position the act
/// belongs to. Every act of an officer begins here.
@Component
public class Permissions {
    private final Staff staff;
    private final DossierStore dossiers;
    private final Calendars calendars;
    private final Asking asking;
    private final Clock clock;

    Permissions(
            Staff staff, DossierStore dossiers, Calendars calendars, Asking asking, Clock clock) {
        this.staff = staff;
        this.dossiers = dossiers;
        this.calendars = calendars;
        this.asking = asking;
        this.clock = clock;
    }

    /// An officer and the dossier they act on, locked, as they saw it.
    ///
    /// @param work all pieces of work of the dossier
    record Acting(
            Dossier dossier,
            List<Task> work,
            Caller by,
            Posts posts,
            Instant now,
            WorkingCalendar calendar) {
        ProblemException notAllowed() {
            return new ProblemException(DossierProblem.NOT_ALLOWED_NOW, dossier.code().value());
        }

        void requireTask(Task task) {
            if (!posts.mayDo(task)) throw new ProblemException(DossierProblem.NOT_YOUR_STEP);
        }
    }

    /// The posts the caller holds today in the agency they act for.
    public Posts posts(Caller caller) {
        var held = new HashSet<Duty>();
        if (caller.account() != null)
            for (var member : staff.of(caller.account()))
                if (member.agency().equals(caller.agency()))
                    held.add(new Duty(member.position(), member.unit()));
        return new Posts(caller.agency(), held);
    }

    /// @throws ProblemException `dossier.not-your-step` when none of these positions is held
    public void require(PositionKind... allowed) {
        var _ = officer(allowed);
    }

    private Posts officer(PositionKind... allowed) {
        var caller = asking.current();
        if (caller.is(Role.OFFICER, Role.LEADER)) {
            var posts = posts(caller);
            if (posts.holds(allowed)) return posts;
        }
        throw new ProblemException(DossierProblem.NOT_YOUR_STEP);
    }

    /// Begins an act: the officer may do it, and the dossier is still the one they saw.
    Acting begin(UUID id, int version, PositionKind... allowed) {
        var posts = officer(allowed);
        var locked = dossiers.tryLockWithWork(id).orElseThrow(() -> outOfReach(id));
        var dossier = locked.dossier();
        if (!posts.actsOn(dossier)) throw new ProblemException(DossierProblem.NOT_YOUR_AGENCY);
        if (dossier.version() != version)
            throw new ProblemException(DossierProblem.CHANGED_MEANWHILE, dossier.code().value());
        return new Acting(
                dossier,
                locked.work(),
                asking.current(),
                posts,
                clock.instant(),
                calendars.of(dossier.agency()));
    }

    /// Begins something officers of the agency do beside the process: a finding, a note, a
    /// message. It moves nobody's work, so any post at the agency will do and no version is
    /// asked.
    public Dossier beside(UUID id) {
        var posts = officer(PositionKind.values());
        var dossier = dossiers.tryLock(id).orElseThrow(() -> outOfReach(id));
        if (!posts.actsOn(dossier)) throw new ProblemException(DossierProblem.NOT_YOUR_AGENCY);
        return dossier;
    }

    /// Something one may read is there, and somebody else's to handle.
    private ProblemException outOfReach(UUID id) {
        return new ProblemException(
                dossiers.find(id).isPresent()
                        ? DossierProblem.NOT_YOUR_AGENCY
                        : DossierProblem.NOT_FOUND);
    }
}
