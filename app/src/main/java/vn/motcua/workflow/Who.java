package vn.motcua.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who does a step.
///
/// @param unit the unit inside the agency; null when any officer of that position may do it
/// @param agency group of units (`fire-police`) where the step is done at another agency;
///     null for the one that handles the dossier
/// @param assignment how the step comes to a person
/// @param notBy ids of steps; whoever completed one of them on this dossier may not do this one
public record Who(
        Position position,
        @Nullable String unit,
        @Nullable String agency,
        Assignment assignment,
        List<String> notBy) {
    public enum Assignment {
        /// Anybody of the position takes it from the list.
        POOL,
        /// Given to the one of the position with the least open work.
        LOAD,
        /// The head of the unit gives it.
        HAND
    }

    public static final Who NOBODY = of(Position.SYSTEM);

    public Who {
        notBy = List.copyOf(notBy);
    }

    public static Who of(Position position) {
        return new Who(position, null, null, Assignment.POOL, List.of());
    }

    public Who inUnit(@Nullable String other) {
        return new Who(position, other, agency, assignment, notBy);
    }

    public Who at(@Nullable String group) {
        return new Who(position, unit, group, assignment, notBy);
    }

    public Who assigned(Assignment other) {
        return new Who(position, unit, agency, other, notBy);
    }

    public Who notBy(String... steps) {
        return new Who(position, unit, agency, assignment, List.of(steps));
    }

    public boolean outside() {
        return agency != null;
    }
}
