package vn.motcua.workflow;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/// Processes put together from blocks, which are sound by construction.
public sealed interface Blocks {
    record Task() implements Blocks {}

    record Automatic() implements Blocks {}

    record Sequence(List<Blocks> parts) implements Blocks {}

    record Choice(List<Blocks> ways) implements Blocks {}

    record Parallel(List<Blocks> branches) implements Blocks {}

    record Loop(Blocks body, int atMost) implements Blocks {}

    record OnlySometimes(boolean holds) implements Blocks {}

    static Arbitrary<Blocks> some() {
        return level(3);
    }

    private static Arbitrary<Blocks> level(int depth) {
        Arbitrary<Blocks> leaf =
                Arbitraries.frequencyOf(
                        Tuple.of(5, Arbitraries.just(new Task())),
                        Tuple.of(1, Arbitraries.just(new Automatic())),
                        Tuple.of(1, Arbitraries.of(true, false).map(OnlySometimes::new)));
        if (depth == 0) return leaf;
        var inner = level(depth - 1);
        var some = inner.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaf),
                Tuple.of(3, some.map(Sequence::new)),
                Tuple.of(2, some.map(Choice::new)),
                Tuple.of(3, inner.list().ofMinSize(2).ofMaxSize(3).map(Parallel::new)),
                Tuple.of(
                        2,
                        inner.flatMap(
                                body ->
                                        Arbitraries.integers()
                                                .between(0, 2)
                                                .map(n -> new Loop(body, n)))));
    }

    /// The table of steps: the block, then a signature, then the end. Starts at its first
    /// row.
    static List<StepDefinition> table(Blocks block) {
        var builder = new Builder();
        var first = builder.build(block, "sign");
        builder.steps.add(
                task("sign", OutcomeDefinition.of("signed", "end").issuing(Issue.GRANTED)));
        builder.steps.add(StepDefinition.end("end"));
        var steps = new ArrayList<>(builder.steps);
        steps.addFirst(task("start", OutcomeDefinition.of("ok", first)));
        return steps;
    }

    static Process process(Blocks block) {
        return Process.of("start", table(block));
    }

    static StepDefinition task(String id, OutcomeDefinition... outcomes) {
        return StepDefinition.of(id, StepKind.TASK, Who.of(Position.CASE_OFFICER), outcomes);
    }

    final class Builder {
        private final List<StepDefinition> steps = new ArrayList<>();
        private int count;

        private String id(String kind) {
            return kind + ++count;
        }

        private String add(StepDefinition step) {
            steps.add(step);
            return step.id();
        }

        /// Answers the id of the block's first step.
        String build(Blocks block, String next) {
            return switch (block) {
                case Task() -> add(task(id("task"), OutcomeDefinition.of("ok", next)));
                case Automatic() ->
                        add(
                                StepDefinition.of(
                                        id("auto"),
                                        StepKind.AUTOMATIC,
                                        Who.NOBODY,
                                        OutcomeDefinition.of("ok", next)));
                case OnlySometimes(var holds) ->
                        add(
                                task(id("maybe"), OutcomeDefinition.of("ok", next))
                                        .when(Guard.of("guard" + count, _ -> holds), next));
                case Sequence(var parts) -> {
                    var first = next;
                    for (var part : parts.reversed()) first = build(part, first);
                    yield first;
                }
                case Choice(var ways) -> {
                    var outcomes = new ArrayList<OutcomeDefinition>();
                    for (var way : ways) {
                        outcomes.add(
                                OutcomeDefinition.of("way" + outcomes.size(), build(way, next)));
                    }
                    yield add(task(id("choice"), outcomes.toArray(OutcomeDefinition[]::new)));
                }
                case Parallel(var branches) -> {
                    var join = add(StepDefinition.join(id("join"), next));
                    var heads = branches.stream().map(b -> build(b, join)).toArray(String[]::new);
                    yield add(task(id("split"), OutcomeDefinition.of("ok", heads)));
                }
                case Loop(var body, var atMost) -> {
                    var check = id("check");
                    var head = build(body, check);
                    yield addLoop(check, head, next, atMost);
                }
            };
        }

        private String addLoop(String check, String head, String next, int atMost) {
            add(
                    task(
                            check,
                            OutcomeDefinition.of("ok", next),
                            OutcomeDefinition.of("again", head).limitedTo(atMost)));
            return head;
        }
    }
}
