package vn.motcua.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.motcua.workflow.Blocks;
import vn.motcua.workflow.Guard;
import vn.motcua.workflow.Issue;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.Several;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;
import vn.motcua.workflow.TimerDefinition;
import vn.motcua.workflow.Who;
import vn.motcua.worktime.TimeLimit;

/// Sound processes with one thing broken. Not one may pass, and each refusal can be read.
class UnsoundProcessesTest {
    private static final Guard MAYBE = Guard.of("answered == true", _ -> true);

    /// What a hasty author does to a sound process. Empty where there is nothing to break.
    enum Mutation {
        CUT_A_BRANCH(
                (table, luck) ->
                        outcome(
                                table,
                                luck,
                                (step, it) -> it.to().size() > 1,
                                (_, it) -> it.leadingTo(it.to().subList(1, it.to().size())))),
        END_INSIDE(
                (table, luck) ->
                        outcome(
                                table,
                                luck,
                                (step, it) -> step.kind() != StepKind.END && it.issues() == null,
                                (_, it) -> it.leadingTo(List.of("end")))),
        END_BESIDE(
                (table, luck) ->
                        step(
                                table,
                                luck,
                                it -> it.kind() == StepKind.TASK && !it.id().equals("sign"),
                                it -> plus(it, OutcomeDefinition.of("extra", "end")))),
        ANOTHER_JOIN(
                (table, luck) -> {
                    var joins = ids(table, StepKind.JOIN);
                    if (joins.size() < 2) return Optional.empty();
                    var from = joins.get(luck.nextInt(joins.size()));
                    joins.remove(from);
                    var to = joins.get(luck.nextInt(joins.size()));
                    return outcome(
                            table,
                            luck,
                            (step, it) -> it.to().contains(from),
                            (_, it) ->
                                    it.leadingTo(
                                            it.to().stream()
                                                    .map(id -> id.equals(from) ? to : id)
                                                    .toList()));
                }),
        JOIN_BECOMES_A_TASK(
                (table, luck) ->
                        step(
                                table,
                                luck,
                                it -> it.kind() == StepKind.JOIN,
                                it ->
                                        Blocks.task(
                                                it.id(),
                                                it.outcomes().toArray(OutcomeDefinition[]::new)))),
        JOIN_WITHOUT_SPLIT(
                (table, luck) -> {
                    var all = new ArrayList<>(table);
                    all.replaceAll(
                            it ->
                                    it.id().equals("start")
                                            ? it.withOutcomes(
                                                    List.of(OutcomeDefinition.of("ok", "lonely")))
                                            : it);
                    var first = table.getFirst().outcomes().getFirst().to().getFirst();
                    all.add(StepDefinition.join("lonely", first));
                    return Optional.of(all);
                }),
        ALL_OUTCOMES_GUARDED(
                (table, luck) ->
                        step(
                                table,
                                luck,
                                it -> it.kind() == StepKind.TASK,
                                it ->
                                        it.withOutcomes(
                                                it.outcomes().stream()
                                                        .map(o -> o.when(MAYBE))
                                                        .toList()))),
        ALL_BRANCHES_GUARDED(
                (table, luck) -> {
                    var some = table.stream().filter(it -> it.id().startsWith("some")).findFirst();
                    if (some.isEmpty()) return Optional.empty();
                    var first = some.get().outcomes().getFirst().to().getFirst();
                    return step(table, luck, it -> it.id().equals(first), it -> it.when(MAYBE));
                }),
        CONDITION_WITHOUT_ELSE(
                (table, luck) ->
                        step(table, luck, it -> it.id().equals("sign"), it -> it.when(MAYBE))),
        ROUND_AND_ROUND(
                (table, luck) ->
                        step(
                                table,
                                luck,
                                it -> it.kind() == StepKind.AUTOMATIC,
                                it ->
                                        it.withOutcomes(
                                                List.of(OutcomeDefinition.of("on", it.id()))))),
        NO_WAY_OUT(
                (table, luck) ->
                        step(
                                table,
                                luck,
                                it -> it.kind() == StepKind.TASK,
                                it ->
                                        it.withOutcomes(
                                                List.of(OutcomeDefinition.of("on", it.id()))))),
        ANSWERED_TWICE(
                (table, luck) ->
                        step(
                                table,
                                luck,
                                it -> it.id().equals("start"),
                                it ->
                                        it.withOutcomes(
                                                List.of(
                                                        it.outcomes()
                                                                .getFirst()
                                                                .issuing(Issue.REJECTED))))),
        NEVER_ANSWERED(
                (table, luck) ->
                        step(
                                table,
                                luck,
                                it -> it.id().equals("sign"),
                                it -> it.withOutcomes(List.of(OutcomeDefinition.of("on", "end"))))),
        QUORUM_ABOVE_COUNT(
                (table, luck) ->
                        step(
                                table,
                                luck,
                                it -> it.kind() == StepKind.TASK && it.timers().isEmpty(),
                                it ->
                                        it.withWork(
                                                it.work()
                                                        .by(
                                                                new Several(
                                                                        2,
                                                                        Several.Rule.QUORUM,
                                                                        3,
                                                                        it.outcomes()
                                                                                .getFirst()
                                                                                .id()))))),
        TIMER_ON_A_PASSAGE(
                (table, luck) ->
                        step(
                                table,
                                luck,
                                it -> it.kind() == StepKind.JOIN || it.kind() == StepKind.AUTOMATIC,
                                it ->
                                        it.withTimers(
                                                TimerDefinition.ending(
                                                        TimeLimit.workingDays(1),
                                                        it.outcomes().getFirst().id(),
                                                        null)))),
        TIMER_WITHOUT_OUTCOME(
                (table, luck) ->
                        step(
                                table,
                                luck,
                                it -> it.kind() == StepKind.TASK,
                                it ->
                                        it.withTimers(
                                                TimerDefinition.ending(
                                                        TimeLimit.workingDays(1),
                                                        "nothing",
                                                        null)))),
        NOT_BY_A_STRANGER(
                (table, luck) ->
                        step(
                                table,
                                luck,
                                it -> it.id().equals("sign"),
                                it -> it.withWho(it.who().notBy("nobody-knows")))),
        NOBODY(
                (table, luck) ->
                        step(
                                table,
                                luck,
                                it -> it.kind() == StepKind.TASK,
                                it -> it.withWho(Who.NOBODY)));

        private final BiFunction<List<StepDefinition>, Random, Optional<List<StepDefinition>>>
                change;

        Mutation(BiFunction<List<StepDefinition>, Random, Optional<List<StepDefinition>>> change) {
            this.change = change;
        }
    }

    @Provide
    Arbitrary<Blocks> blocks() {
        return Blocks.some();
    }

    @Property(tries = 500)
    void a_process_with_one_thing_broken_is_refused_in_words(
            @ForAll("blocks") Blocks blocks, @ForAll Mutation mutation, @ForAll long luck) {
        var whole = new Blocks.Sequence(List.of(blocks, splits(), new Blocks.Automatic()));
        var broken = mutation.change.apply(Blocks.table(whole), new Random(luck));
        if (broken.isEmpty()) return;
        var findings = Soundness.check("start", broken.get(), List.of("ONLINE"));
        assertThat(findings).as(() -> mutation + " " + broken.get()).isNotEmpty();
        for (var finding : findings) {
            for (var locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
                var fault = finding.at("process.yaml", 1);
                assertThat(fault.text(locale)).doesNotStartWith("workflow.").doesNotContain("{");
                assertThat(fault.remedy(locale)).doesNotStartWith("workflow.");
            }
        }
    }

    /// So that there is something to break of every kind.
    private static Blocks splits() {
        var two = List.<Blocks>of(new Blocks.Task(), new Blocks.Automatic());
        return new Blocks.Sequence(
                List.of(new Blocks.Parallel(two), new Blocks.Inclusive(two, List.of(true))));
    }

    private static List<String> ids(List<StepDefinition> table, StepKind kind) {
        return new ArrayList<>(
                table.stream().filter(it -> it.kind() == kind).map(StepDefinition::id).toList());
    }

    private static StepDefinition plus(StepDefinition step, OutcomeDefinition extra) {
        var outcomes = new ArrayList<>(step.outcomes());
        outcomes.add(extra);
        return step.withOutcomes(outcomes);
    }

    private static Optional<List<StepDefinition>> step(
            List<StepDefinition> table,
            Random luck,
            Predicate<StepDefinition> which,
            java.util.function.UnaryOperator<StepDefinition> change) {
        var candidates = table.stream().filter(which).toList();
        if (candidates.isEmpty()) return Optional.empty();
        var chosen = candidates.get(luck.nextInt(candidates.size()));
        var all = new ArrayList<>(table);
        all.set(all.indexOf(chosen), change.apply(chosen));
        return Optional.of(all);
    }

    private static Optional<List<StepDefinition>> outcome(
            List<StepDefinition> table,
            Random luck,
            java.util.function.BiPredicate<StepDefinition, OutcomeDefinition> which,
            BiFunction<StepDefinition, OutcomeDefinition, OutcomeDefinition> change) {
        return step(
                table,
                luck,
                step -> step.outcomes().stream().anyMatch(it -> which.test(step, it)),
                step -> {
                    var outcomes = new ArrayList<>(step.outcomes());
                    for (int o = 0; o < outcomes.size(); o++) {
                        if (!which.test(step, outcomes.get(o))) continue;
                        outcomes.set(o, change.apply(step, outcomes.get(o)));
                        break;
                    }
                    return step.withOutcomes(outcomes);
                });
    }
}
