package vn.motcua.workflow;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// One row of the official step table: who does what, in how many hours, and where it leads.
///
/// @param publicName what the tracking page says; null keeps the step inside the house
/// @param hours working time meant for the step; zero when it has none
/// @param counted whether the officers' clock runs while the step is open
/// @param outcomes never empty but for an end; a join has one
/// @param supplement whether the officer may ask for a supplement here
/// @param onlyWhen the step is left out when this does not hold
/// @param otherwise where a dossier goes that leaves the step out
/// @param asks what the officer types for the result
public record StepDefinition(
        String id,
        StepKind kind,
        LocalText name,
        @Nullable LocalText publicName,
        Who who,
        Duration hours,
        boolean counted,
        List<OutcomeDefinition> outcomes,
        @Nullable TimerDefinition timer,
        boolean supplement,
        @Nullable Guard onlyWhen,
        List<String> otherwise,
        List<Ask> asks) {
    public StepDefinition {
        outcomes = List.copyOf(outcomes);
        otherwise = List.copyOf(otherwise);
        asks = List.copyOf(asks);
    }

    /// A step that asks nothing.
    public StepDefinition(
            String id,
            StepKind kind,
            LocalText name,
            @Nullable LocalText publicName,
            Who who,
            Duration hours,
            boolean counted,
            List<OutcomeDefinition> outcomes,
            @Nullable TimerDefinition timer,
            boolean supplement,
            @Nullable Guard onlyWhen,
            List<String> otherwise) {
        this(
                id,
                kind,
                name,
                publicName,
                who,
                hours,
                counted,
                outcomes,
                timer,
                supplement,
                onlyWhen,
                otherwise,
                List.of());
    }

    public static StepDefinition of(
            String id, StepKind kind, Who who, OutcomeDefinition... outcomes) {
        return new StepDefinition(
                id,
                kind,
                LocalText.of(id),
                kind.opens() ? LocalText.of(id) : null,
                who,
                Duration.ZERO,
                true,
                List.of(outcomes),
                null,
                false,
                null,
                List.of());
    }

    public static StepDefinition end(String id) {
        return of(id, StepKind.END, Who.NOBODY);
    }

    public static StepDefinition join(String id, String... to) {
        return of(id, StepKind.JOIN, Who.NOBODY, OutcomeDefinition.of("joined", to));
    }

    public StepDefinition withOutcomes(List<OutcomeDefinition> others) {
        return new StepDefinition(
                id,
                kind,
                name,
                publicName,
                who,
                hours,
                counted,
                others,
                timer,
                supplement,
                onlyWhen,
                otherwise,
                asks);
    }

    public StepDefinition withTimer(@Nullable TimerDefinition other) {
        return new StepDefinition(
                id,
                kind,
                name,
                publicName,
                who,
                hours,
                counted,
                outcomes,
                other,
                supplement,
                onlyWhen,
                otherwise,
                asks);
    }

    public StepDefinition when(@Nullable Guard guard, String... elsewhere) {
        return new StepDefinition(
                id,
                kind,
                name,
                publicName,
                who,
                hours,
                counted,
                outcomes,
                timer,
                supplement,
                guard,
                List.of(elsewhere),
                asks);
    }

    /// What is asked with this outcome.
    public List<Ask> asksWith(String outcomeId) {
        var outcome = outcome(outcomeId);
        return outcome == null
                ? List.of()
                : asks.stream().filter(ask -> ask.askedWith(outcome)).toList();
    }

    public @Nullable OutcomeDefinition outcome(String outcomeId) {
        for (var outcome : outcomes) if (outcome.id().equals(outcomeId)) return outcome;
        return null;
    }
}
