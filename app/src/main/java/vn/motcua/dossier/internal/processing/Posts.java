package vn.motcua.dossier.internal.processing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.assignment.Lending;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.identity.Caller.Duty;
import vn.motcua.organization.PositionKind;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.StepDefinition;

/// What somebody is in the agency they act for: pairs of a position and the unit it is held in.
/// One person may hold the same position in two units, and stand in for somebody on leave.
///
/// @param agency code; null for somebody who acts for none
/// @param held of their own
/// @param lent by people who are away
public record Posts(@Nullable String agency, Set<Duty> held, List<Lending> lent) {
    public Posts {
        held = Set.copyOf(held);
        lent = List.copyOf(lent);
    }

    public Posts(@Nullable String agency, Set<Duty> held) {
        this(agency, held, List.of());
    }

    /// Their own posts without those lent to them.
    public Posts own() {
        return lent.isEmpty() ? this : new Posts(agency, held);
    }

    /// The posts lent by one person alone.
    public Posts lentBy(Lending lending) {
        return new Posts(agency, Set.of(lending.duty()));
    }

    /// Held or lent.
    public Set<Duty> all() {
        if (lent.isEmpty()) return held;
        return Stream.concat(held.stream(), lent.stream().map(Lending::duty))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether one of these positions is held or lent, in any unit.
    public boolean holds(PositionKind... kinds) {
        for (var kind : kinds)
            if (all().stream().anyMatch(duty -> duty.position() == kind)) return true;
        return false;
    }

    /// @param unit null: in any unit
    public boolean holds(PositionKind kind, @Nullable String unit) {
        return unit == null ? holds(kind) : all().contains(new Duty(kind, unit));
    }

    /// Reading reaches down to the agencies below; acting does not. Only the agency that
    /// handles the dossier acts on it.
    public boolean actsOn(Dossier dossier) {
        return dossier.agency().equals(agency);
    }

    /// Whether this piece of work is theirs to do: their agency, a position of the step and,
    /// where the step names one, its unit.
    public boolean mayDo(Task task) {
        if (!task.agency().equals(agency)) return false;
        if (task.kind() == Task.Kind.WITHDRAWAL)
            return holds(PositionKind.RECEPTIONIST, PositionKind.CASE_OFFICER);
        return switch (task.position()) {
            case CITIZEN -> false;
            // Whoever examines also does what the platform would do once it is connected.
            case SYSTEM -> holds(PositionKind.CASE_OFFICER, task.unit());
            case RECEPTIONIST, CASE_OFFICER, APPROVER, LEADER ->
                    holds(kind(task.position()), task.unit());
        };
    }

    private static PositionKind kind(Position position) {
        return PositionKind.valueOf(position.name());
    }

    /// Before acceptance at the reception; afterwards only at a step whose release says so.
    public boolean maySupplement(Dossier dossier, List<Task> work, Process process) {
        if (dossier.beforeAcceptance()) return holds(PositionKind.RECEPTIONIST);
        return work.stream()
                .filter(task -> task.open() && !task.suspended() && mayDo(task))
                .anyMatch(
                        task ->
                                process.find(task.stepId())
                                        .map(StepDefinition::supplement)
                                        .orElse(false));
    }
}
