package vn.motcua.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.TimeLimit;

/// Processes put together from blocks, which are sound by construction.
public sealed interface Blocks {
    record Task() implements Blocks {}

    record Automatic() implements Blocks {}

    record Sequence(List<Blocks> parts) implements Blocks {}

    record Choice(List<Blocks> ways) implements Blocks {}

    record Parallel(List<Blocks> branches) implements Blocks {}

    record Loop(Blocks body, int atMost) implements Blocks {}

    record OnlySometimes(boolean holds) implements Blocks {}

    /// The first branch is always taken, each other one when its condition holds.
    record Inclusive(List<Blocks> branches, List<Boolean> hold) implements Blocks {}

    record People(Several several) implements Blocks {}

    /// Warns, passes the work on, and ends by itself.
    record Timed() implements Blocks {}

    record Serving(Service service) implements Blocks {}

    record Called() implements Blocks {}

    /// As a sub-process stands in its process: a way in, its steps, a way out.
    record Sub(Blocks body) implements Blocks {}

    static Arbitrary<Blocks> some() {
        return level(3).withoutEdgeCases();
    }

    private static Arbitrary<Blocks> level(int depth) {
        Arbitrary<Blocks> leaf =
                Arbitraries.frequencyOf(
                        Tuple.of(5, Arbitraries.just(new Task())),
                        Tuple.of(1, Arbitraries.just(new Automatic())),
                        Tuple.of(1, Arbitraries.of(true, false).map(OnlySometimes::new)),
                        Tuple.of(1, several().map(People::new)),
                        Tuple.of(1, Arbitraries.just(new Timed())),
                        Tuple.of(1, Arbitraries.of(SERVICES).map(Serving::new)),
                        Tuple.of(1, Arbitraries.just(new Called())));
        if (depth == 0) return leaf;
        var inner = level(depth - 1);
        var some = inner.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaf),
                Tuple.of(3, some.map(Sequence::new)),
                Tuple.of(2, some.map(Choice::new)),
                Tuple.of(3, some.map(Parallel::new)),
                Tuple.of(2, some.flatMap(Blocks::inclusive)),
                Tuple.of(1, inner.map(Sub::new)),
                Tuple.of(
                        2,
                        inner.flatMap(
                                body ->
                                        Arbitraries.integers()
                                                .between(0, 2)
                                                .map(n -> new Loop(body, n)))));
    }

    private static Arbitrary<Blocks> inclusive(List<Blocks> branches) {
        return Arbitraries.of(true, false)
                .list()
                .ofSize(branches.size() - 1)
                .map(hold -> new Inclusive(branches, hold));
    }

    private static Arbitrary<Several> several() {
        return Arbitraries.of(
                Several.first(2),
                Several.all(2, "no"),
                Several.quorum(2, 3, "no"),
                Several.quorum(3, 4, "yes"));
    }

    List<Service> SERVICES =
            List.of(
                    new Service.Bill(List.of()),
                    new Service.Notify(LocalText.of("Xong")),
                    new Service.Sign(),
                    new Service.IssueResult());

    List<TimerDefinition> TIMERS =
            List.of(
                    new TimerDefinition(TimeLimit.workingHours(4), new TimerAct.Warn(), null),
                    new TimerDefinition(
                            TimeLimit.workingDays(1), new TimerAct.Escalate(Position.LEADER), null),
                    TimerDefinition.ending(TimeLimit.calendarDays(12), "ok", null));

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
                case Inclusive(var branches, var hold) -> inclusive(branches, hold, next);
                case People(var several) ->
                        add(
                                task(
                                                id("people"),
                                                OutcomeDefinition.of("yes", next),
                                                OutcomeDefinition.of("no", next))
                                        .withWork(StepDefinition.Work.PLAIN.by(several)));
                case Timed() ->
                        add(
                                task(
                                                id("timed"),
                                                OutcomeDefinition.of("ok", next),
                                                OutcomeDefinition.of("other", next))
                                        .withTimers(TIMERS.toArray(TimerDefinition[]::new)));
                case Serving(var service) ->
                        add(
                                StepDefinition.of(
                                                id("service"),
                                                service.waits()
                                                        ? StepKind.WAIT
                                                        : StepKind.AUTOMATIC,
                                                Who.NOBODY,
                                                OutcomeDefinition.of("ok", next))
                                        .withWork(StepDefinition.Work.PLAIN.serving(service)));
                case Called() -> called(next);
                case Sub(var body) -> {
                    var out = add(passage(id("out"), next));
                    yield add(passage(id("in"), build(body, out)));
                }
                case Loop(var body, var atMost) -> {
                    var check = id("check");
                    var head = build(body, check);
                    yield addLoop(check, head, next, atMost);
                }
            };
        }

        private static StepDefinition passage(String id, String next) {
            return StepDefinition.of(
                    id, StepKind.AUTOMATIC, Who.NOBODY, OutcomeDefinition.of("on", next));
        }

        private String called(String next) {
            var outcomes = Call.OUTCOMES.stream().map(it -> OutcomeDefinition.of(it, next));
            return add(
                    StepDefinition.of(id("call"), StepKind.WAIT, Who.NOBODY)
                            .withOutcomes(outcomes.toList())
                            .withWork(
                                    StepDefinition.Work.PLAIN.calling(
                                            new Call("1.004222", "commune", Map.of()))));
        }

        private String inclusive(List<Blocks> branches, List<Boolean> hold, String next) {
            var join = add(StepDefinition.join(id("join"), next));
            var heads = new ArrayList<String>();
            for (int b = 0; b < branches.size(); b++) {
                var gate =
                        task(id("gate"), OutcomeDefinition.of("ok", build(branches.get(b), join)));
                boolean holds = b == 0 || hold.get(b - 1);
                var guard = b == 0 ? null : Guard.of("guard" + gate.id(), _ -> holds);
                heads.add(add(gate.when(guard)));
            }
            var split = OutcomeDefinition.of("ok", heads.toArray(String[]::new));
            return add(task(id("some"), split.splitting(SplitKind.INCLUSIVE)));
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
