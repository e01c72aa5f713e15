package vn.motcua.dossier.internal.forecast;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.workflow.StepDefinition;

/// Whether the working time left will do for what lies ahead.
///
/// @param slack working time to spare; negative when it will not do
/// @param cause the step that takes most of what lies ahead; null when nothing does
/// @param takes how long that step usually takes
public record Outlook(Duration slack, @Nullable StepDefinition cause, Duration takes) {
    /// A step that has taken longer than usual still takes this part of the usual time.
    private static final int AT_LEAST = 4;

    /// @param left working time to the appointment; negative when it has passed
    /// @param way what lies ahead, the present step first
    /// @param spent working time the present step has taken already
    public static Outlook of(Duration left, List<Ahead.Leg> way, Duration spent) {
        var needed = Duration.ZERO;
        @Nullable StepDefinition cause = null;
        var most = Duration.ZERO;
        for (int i = 0; i < way.size(); i++) {
            var leg = way.get(i);
            var takes = i == 0 ? rest(leg.takes(), spent) : leg.takes();
            needed = needed.plus(takes);
            if (takes.compareTo(most) > 0) {
                most = takes;
                cause = leg.step();
            }
        }
        return new Outlook(
                left.minus(needed), cause, cause == null ? Duration.ZERO : usual(way, cause));
    }

    private static Duration usual(List<Ahead.Leg> way, StepDefinition cause) {
        return way.stream()
                .filter(leg -> leg.step() == cause)
                .map(Ahead.Leg::takes)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static Duration rest(Duration takes, Duration spent) {
        var rest = takes.minus(spent);
        var least = takes.dividedBy(AT_LEAST);
        return rest.compareTo(least) < 0 ? least : rest;
    }

    public boolean late() {
        return slack.isNegative();
    }
}
