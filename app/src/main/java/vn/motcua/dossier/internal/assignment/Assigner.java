package vn.motcua.dossier.internal.assignment;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.processing.Posts;
import vn.motcua.dossier.internal.processing.Right;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Caller.Duty;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.Staff;
import vn.motcua.organization.StaffMember;
import vn.motcua.workflow.Process;

/// Finds the people a piece of work can go to.
@Component
public class Assigner {
    private final Staff staff;
    private final AbsenceStore absences;
    private final TaskStore tasks;
    private final Clock clock;

    Assigner(Staff staff, AbsenceStore absences, TaskStore tasks, Clock clock) {
        this.staff = staff;
        this.absences = absences;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// Who can do this piece of work, the least laden first.
    ///
    /// @param work all pieces of work of the dossier
    public List<Candidate> candidates(Task task, List<Task> work, Process process) {
        return candidates(task, Right.barred(task, work, process));
    }

    /// Gives work that is just opened to the one with the least open work; several people's
    /// work to as many people. Nobody there: it stays for whoever takes it.
    public List<Task> byLoad(List<Task> opened, List<Task> work, Process process) {
        if (opened.isEmpty()) return opened;
        var barred = new HashSet<>(Right.barred(opened.getFirst(), work, process));
        var given = new java.util.ArrayList<Task>();
        for (var task : opened) {
            var least = Load.least(candidates(task, barred));
            if (least.isEmpty()) {
                given.add(task);
                continue;
            }
            var one = least.get();
            var absent = one.absent();
            barred.add(one.account());
            given.add(
                    task.heldBy(
                            one.account(),
                            one.name(),
                            absent == null ? null : absent.account(),
                            absent == null ? null : absent.name()));
        }
        return given;
    }

    private List<Candidate> candidates(Task task, Set<UUID> barred) {
        var able =
                people(task.agency()).entrySet().stream()
                        .filter(entry -> new Posts(task.agency(), entry.getValue()).mayDo(task))
                        .map(Map.Entry::getKey)
                        .toList();
        var today = HanoiTime.dateOf(clock.instant());
        var away = absences.on(today, task.agency());
        var accounts = new HashSet<UUID>();
        able.forEach(person -> accounts.add(person.account()));
        for (var absence : away) if (absence.delegate() != null) accounts.add(absence.delegate());
        return Load.candidates(able, barred, away, tasks.load(task.agency(), accounts));
    }

    /// The people of an agency today with their posts, by name.
    Map<Holder, Set<Duty>> people(String agency) {
        var people = new LinkedHashMap<Holder, Set<Duty>>();
        var names = new HashMap<UUID, String>();
        for (StaffMember member : staff.inAgency(agency)) {
            var name = names.computeIfAbsent(member.account(), _ -> member.name());
            people.computeIfAbsent(new Holder(member.account(), name), _ -> new HashSet<>())
                    .add(new Duty(member.position(), member.unit()));
        }
        return people;
    }
}
