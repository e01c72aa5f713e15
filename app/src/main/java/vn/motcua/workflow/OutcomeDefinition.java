package vn.motcua.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// One way out of a step.
///
/// @param to where it leads; several targets open branches
/// @param split which of several targets open
/// @param issues the answer the dossier gets by this outcome
/// @param onlyWhen offered only when this holds
/// @param atMost how often a dossier may take it; 0 when there is no limit
public record OutcomeDefinition(
        String id,
        LocalText name,
        List<String> to,
        SplitKind split,
        OutcomeKind kind,
        @Nullable Issue issues,
        @Nullable Guard onlyWhen,
        int atMost) {
    public OutcomeDefinition {
        to = List.copyOf(to);
    }

    public static OutcomeDefinition of(String id, String... to) {
        return of(id, LocalText.of(id), List.of(to));
    }

    public static OutcomeDefinition of(String id, LocalText name, List<String> to) {
        return new OutcomeDefinition(
                id, name, to, SplitKind.PARALLEL, OutcomeKind.POSITIVE, null, null, 0);
    }

    public OutcomeDefinition issuing(@Nullable Issue issue) {
        return new OutcomeDefinition(id, name, to, split, kind, issue, onlyWhen, atMost);
    }

    public OutcomeDefinition when(@Nullable Guard guard) {
        return new OutcomeDefinition(id, name, to, split, kind, issues, guard, atMost);
    }

    public OutcomeDefinition limitedTo(int times) {
        return new OutcomeDefinition(id, name, to, split, kind, issues, onlyWhen, times);
    }

    public OutcomeDefinition leadingTo(List<String> targets) {
        return new OutcomeDefinition(id, name, targets, split, kind, issues, onlyWhen, atMost);
    }

    public OutcomeDefinition splitting(SplitKind other) {
        return new OutcomeDefinition(id, name, to, other, kind, issues, onlyWhen, atMost);
    }

    public boolean negative() {
        return kind == OutcomeKind.NEGATIVE;
    }

    public boolean inclusive() {
        return split == SplitKind.INCLUSIVE;
    }
}
