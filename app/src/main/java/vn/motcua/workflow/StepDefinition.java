package vn.motcua.workflow;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// One row of the official step table: who does what, in how many hours, and where it leads.
///
/// @param publicName what the tracking page says; null keeps the step inside the house
/// @param outcomes never empty but for an end; a join has one
public record StepDefinition(
        String id,
        StepKind kind,
        LocalText name,
        @Nullable LocalText publicName,
        Who who,
        Time time,
        List<OutcomeDefinition> outcomes,
        Condition condition,
        Work work) {
    /// @param hours working time meant for the step; zero when it has none
    /// @param counted whether the officers' clock runs while the step is open
    /// @param timers in the order they fire; one that ends the step is the last
    public record Time(Duration hours, boolean counted, List<TimerDefinition> timers) {
        public static final Time NONE = new Time(Duration.ZERO, true, List.of());

        public Time {
            timers = List.copyOf(timers);
        }
    }

    /// @param onlyWhen the step is left out when this does not hold
    /// @param otherwise where a dossier goes that leaves the step out; empty where the step is
    ///     only a branch of inclusive splits, which then is not opened
    public record Condition(@Nullable Guard onlyWhen, List<String> otherwise) {
        public static final Condition ALWAYS = new Condition(null, List.of());

        public Condition {
            otherwise = List.copyOf(otherwise);
        }
    }

    /// @param supplement whether the officer may ask for a supplement here
    /// @param asks what the officer types for the result
    /// @param several null where one person decides
    /// @param service what the platform itself does here; null for none
    /// @param call the other procedure this step waits for; null for none
    public record Work(
            boolean supplement,
            List<Ask> asks,
            @Nullable Several several,
            @Nullable Service service,
            @Nullable Call call) {
        public static final Work PLAIN = new Work(false, List.of(), null, null, null);

        public Work {
            asks = List.copyOf(asks);
        }

        public Work by(@Nullable Several people) {
            return new Work(supplement, asks, people, service, call);
        }

        public Work serving(@Nullable Service built) {
            return new Work(supplement, asks, several, built, call);
        }

        public Work calling(@Nullable Call other) {
            return new Work(supplement, asks, several, service, other);
        }
    }

    public StepDefinition {
        outcomes = List.copyOf(outcomes);
    }

    public static StepDefinition of(
            String id, StepKind kind, Who who, OutcomeDefinition... outcomes) {
        return new StepDefinition(
                id,
                kind,
                LocalText.of(id),
                kind.opens() ? LocalText.of(id) : null,
                who,
                Time.NONE,
                List.of(outcomes),
                Condition.ALWAYS,
                Work.PLAIN);
    }

    public static StepDefinition end(String id) {
        return of(id, StepKind.END, Who.NOBODY);
    }

    public static StepDefinition join(String id, String... to) {
        return of(id, StepKind.JOIN, Who.NOBODY, OutcomeDefinition.of("joined", to));
    }

    public StepDefinition withOutcomes(List<OutcomeDefinition> others) {
        return new StepDefinition(id, kind, name, publicName, who, time, others, condition, work);
    }

    public StepDefinition withTime(Time other) {
        return new StepDefinition(
                id, kind, name, publicName, who, other, outcomes, condition, work);
    }

    public StepDefinition withTimers(TimerDefinition... timers) {
        return withTime(new Time(hours(), counted(), List.of(timers)));
    }

    public StepDefinition when(@Nullable Guard guard, String... elsewhere) {
        return withCondition(new Condition(guard, List.of(elsewhere)));
    }

    public StepDefinition withCondition(Condition other) {
        return new StepDefinition(id, kind, name, publicName, who, time, outcomes, other, work);
    }

    public StepDefinition withWork(Work other) {
        return new StepDefinition(
                id, kind, name, publicName, who, time, outcomes, condition, other);
    }

    public StepDefinition withWho(Who other) {
        return new StepDefinition(
                id, kind, name, publicName, other, time, outcomes, condition, work);
    }

    public Duration hours() {
        return time.hours();
    }

    public boolean counted() {
        return time.counted();
    }

    public List<TimerDefinition> timers() {
        return time.timers();
    }

    /// The timer that ends the step by itself; null when none does.
    public @Nullable TimerDefinition timer() {
        for (var timer : timers()) if (timer.outcome() != null) return timer;
        return null;
    }

    public @Nullable Guard onlyWhen() {
        return condition.onlyWhen();
    }

    public List<String> otherwise() {
        return condition.otherwise();
    }

    public boolean supplement() {
        return work.supplement();
    }

    public List<Ask> asks() {
        return work.asks();
    }

    public @Nullable Several several() {
        return work.several();
    }

    public @Nullable Service service() {
        return work.service();
    }

    public @Nullable Call call() {
        return work.call();
    }

    /// What is asked with this outcome.
    public List<Ask> asksWith(String outcomeId) {
        var outcome = outcome(outcomeId);
        return outcome == null
                ? List.of()
                : asks().stream().filter(ask -> ask.askedWith(outcome)).toList();
    }

    public @Nullable OutcomeDefinition outcome(String outcomeId) {
        for (var outcome : outcomes) if (outcome.id().equals(outcomeId)) return outcome;
        return null;
    }

    /// Every step this one leads to, each once, in the order written.
    public List<String> targets() {
        return Stream.concat(
                        outcomes.stream().flatMap(outcome -> outcome.to().stream()),
                        otherwise().stream())
                .distinct()
                .toList();
    }
}
