package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import vn.motcua.kernel.ProblemException;

class EnginePropertiesTest {
    private static final Variables ONLINE = Variables.of("ONLINE");
    private static final Pattern TOKEN = Pattern.compile("\"((?:\\d+of\\d+\\.)*)\\d+@");
    private static final Pattern SHARE = Pattern.compile("of(\\d+)");

    @Provide
    Arbitrary<Blocks> blocks() {
        return Blocks.some();
    }

    @Property(tries = 400)
    void no_part_of_a_dossier_is_lost_or_doubled(
            @ForAll("blocks") Blocks blocks, @ForAll long luck) {
        var walk = new Walk(Blocks.process(blocks), luck);
        var opened = new HashSet<String>();
        for (int i = 0; i < 60 && !walk.state.finished(); i++) {
            assertThat(shares(walk.state)).isCloseTo(1.0, within(1e-9));
            walk.effects.forEach(
                    effect -> {
                        if (effect instanceof Effect.StepOpened(var step))
                            assertThat(opened.add(step.token())).isTrue();
                    });
            walk.step();
        }
        if (walk.state.finished()) assertThat(walk.state.open()).isEmpty();
    }

    @Property(tries = 300)
    void a_dossier_can_finish_from_wherever_it_is(
            @ForAll("blocks") Blocks blocks, @ForAll long luck) {
        var walk = new Walk(Blocks.process(blocks), luck);
        for (int i = 0; i < 15 && !walk.state.finished(); i++) walk.step();
        for (int i = 0; i < 400 && !walk.state.finished(); i++) walk.forward();
        assertThat(walk.state.finished()).isTrue();
        assertThat(walk.state.issued()).isEqualTo(Issue.GRANTED);
    }

    @Property(tries = 300)
    void a_state_written_and_read_again_is_the_same(
            @ForAll("blocks") Blocks blocks, @ForAll long luck) {
        var walk = new Walk(Blocks.process(blocks), luck);
        for (int i = 0; i < 25 && !walk.state.finished(); i++) {
            var json = walk.state.toJson();
            var read = walk.process.state(json.replace(",", " , ").replace(":[", ": ["));
            assertThat(read).isEqualTo(walk.state);
            assertThat(read.open()).isEqualTo(walk.state.open());
            assertThat(read.marking()).isEqualTo(walk.state.marking());
            walk.step();
        }
    }

    @Property(tries = 200)
    void a_closed_step_cannot_be_completed_again(
            @ForAll("blocks") Blocks blocks, @ForAll long luck) {
        var walk = new Walk(Blocks.process(blocks), luck);
        for (int i = 0; i < 20; i++) {
            var stale = walk.onward(walk.state.open().getFirst());
            walk.apply(stale);
            if (walk.state.finished()) break;
            var expected = closes(walk.effects) ? Refusal.STEP_NOT_OPEN : Refusal.SEAT_TAKEN;
            assertThatThrownBy(() -> walk.apply(stale))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isEqualTo(expected));
        }
    }

    @Property(tries = 300)
    void the_order_of_independent_branches_does_not_matter(
            @ForAll("blocks") Blocks blocks, @ForAll long luck) {
        var process = Blocks.process(new Blocks.Parallel(List.of(blocks, blocks)));
        var walk = new Walk(process, luck);
        for (int i = 0; i < 20 && !walk.state.finished(); i++) {
            var open = walk.state.open();
            if (open.size() > 1) {
                var one = walk.any(open.getFirst());
                var other = walk.any(open.getLast());
                var state = walk.state;
                var oneFirst = walk.after(walk.after(state, one), other);
                var otherFirst = walk.after(walk.after(state, other), one);
                assertThat(oneFirst).isEqualTo(otherFirst);
            }
            walk.step();
        }
    }

    private static boolean closes(List<Effect> effects) {
        return effects.stream().anyMatch(Effect.StepClosed.class::isInstance);
    }

    /// Whatever was completed last: taken back, the dossier is where it was, what was closed is
    /// open under a token never seen, what was opened is cancelled, and it can be done again.
    @Property(tries = 400)
    void what_was_done_last_and_taken_back_leaves_no_trace(
            @ForAll("blocks") Blocks blocks, @ForAll long luck) {
        var walk = new Walk(Blocks.process(blocks), luck);
        var seen = new HashSet<String>();
        for (int i = 0; i < 30 && !walk.state.finished(); i++) {
            var before = walk.state;
            before.open().forEach(open -> seen.add(open.token() + open.stepId()));
            var action = walk.any();
            walk.apply(action);
            var after = walk.state;
            after.open().forEach(open -> seen.add(open.token() + open.stepId()));
            if (after.equals(before) || after.finished()) continue;
            try {
                walk.apply(new Action.Undo(before));
                Statistics.collect("taken back");
            } catch (ProblemException refused) {
                Statistics.collect("refused");
                assertThat(refused.problem())
                        .isIn(Refusal.UNDO_CALLED, Refusal.UNDO_ISSUED, Refusal.UNDO_OVERTAKEN);
                continue;
            }
            takenBack(walk, before, after, seen);
            walk.state = after;
        }
        Statistics.coverage(it -> it.check("taken back").percentage(share -> share > 30));
    }

    private static void takenBack(Walk walk, State before, State after, HashSet<String> seen) {
        var undone = walk.state;
        assertThat(undone.marking()).isEqualTo(before.marking());
        assertThat(walk.process.state(undone.toJson())).isEqualTo(undone);
        assertThat(undone.open())
                .extracting(OpenStep::stepId)
                .isEqualTo(before.open().stream().map(OpenStep::stepId).toList());
        for (var effect : walk.effects) {
            if (effect instanceof Effect.StepOpened(var open)) {
                assertThat(seen).doesNotContain(open.token() + open.stepId());
            }
            if (effect instanceof Effect.StepCancelled(var open)) {
                assertThat(after.open()).contains(open);
                assertThat(undone.open()).doesNotContain(open);
            }
        }
    }

    /// Whatever other branches have done meanwhile: it is as if only they had gone on.
    @Property(tries = 400)
    void what_one_branch_did_is_taken_back_while_the_others_have_gone_on(
            @ForAll("blocks") Blocks blocks, @ForAll long luck) {
        var process = Blocks.process(new Blocks.Parallel(List.of(blocks, blocks)));
        var walk = new Walk(process, luck);
        for (int i = 0; i < 20 && !walk.state.finished(); i++) {
            var before = walk.state;
            var here = before.open().get(walk.luck.nextInt(before.open().size()));
            var done = walk.onward(here);
            var others = new ArrayList<Action>();
            for (var open : before.open())
                if (!open.token().equals(here.token())) others.add(walk.any(open));
            walk.apply(done);
            var alone = before;
            if (!walk.state.finished() && walk.state.issued() == before.issued())
                alone = withOthers(walk, alone, done, others);
            walk.state = walk.after(before, done);
        }
        Statistics.label("sideways").coverage(it -> it.check("taken back").count(n -> n > 50));
    }

    private static State withOthers(Walk walk, State before, Action done, List<Action> others) {
        var alone = before;
        for (var other : others) {
            try {
                var both = walk.after(walk.state, other);
                alone = walk.after(alone, other);
                if (both.finished() || both.issued() != before.issued()) return alone;
                walk.state = both;
            } catch (ProblemException joined) {
                return alone;
            }
            State back;
            try {
                back = walk.after(walk.state, new Action.Undo(before, done));
            } catch (ProblemException refused) {
                assertThat(refused.problem())
                        .isIn(Refusal.UNDO_CALLED, Refusal.UNDO_ISSUED, Refusal.UNDO_OVERTAKEN);
                Statistics.label("sideways").collect("refused");
                continue;
            }
            Statistics.label("sideways").collect("taken back");
            assertThat(back.marking()).isEqualTo(alone.marking());
            assertThat(walk.process.state(back.toJson())).isEqualTo(back);
        }
        return alone;
    }

    /// Until the result is handed over, whatever comes after the signature may be open.
    @Property(tries = 300)
    void an_answer_taken_back_is_given_again_by_the_step_that_gave_it(
            @ForAll("blocks") Blocks blocks, @ForAll long luck) {
        var walk = new Walk(handingOver(blocks), luck);
        for (int i = 0; i < 400 && !walk.state.isOpen("sign"); i++) walk.forward();
        var signing = walk.state.open().getFirst();
        var reopen = new Action.Reopen(signing.token(), "sign");
        assertThatThrownBy(() -> walk.apply(reopen))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(Refusal.NOTHING_ISSUED));
        walk.forward();
        for (int i = walk.luck.nextInt(3); i > 0; i--) walk.step();
        var open = walk.state.open();
        walk.apply(reopen);
        assertThat(walk.state.issued()).isNull();
        assertThat(walk.process.state(walk.state.toJson())).isEqualTo(walk.state);
        var again = walk.state.open();
        assertThat(again).extracting(OpenStep::stepId).containsExactly("sign");
        assertThat(again.getFirst().token()).isNotEqualTo(signing.token());
        assertThat(open).extracting(OpenStep::token).doesNotContain(again.getFirst().token());
        for (var step : open) assertThat(walk.effects).contains(new Effect.StepCancelled(step));
        walk.forward();
        assertThat(walk.state.issued()).isEqualTo(Issue.GRANTED);
        for (int i = 0; i < 10 && !walk.state.finished(); i++) walk.forward();
        assertThat(walk.state.finished()).isTrue();
    }

    private static Process handingOver(Blocks blocks) {
        var steps = new ArrayList<>(Blocks.table(blocks));
        var signed = OutcomeDefinition.of("signed", "print", "tell").issuing(Issue.GRANTED);
        steps.replaceAll(
                step -> step.id().equals("sign") ? step.withOutcomes(List.of(signed)) : step);
        steps.add(Blocks.task("print", OutcomeDefinition.of("printed", "gather")));
        steps.add(Blocks.task("tell", OutcomeDefinition.of("told", "gather")));
        steps.add(StepDefinition.join("gather", "hand-over"));
        steps.add(Blocks.task("hand-over", OutcomeDefinition.of("done", "end")));
        return Process.of("start", steps);
    }

    /// A dossier is one whole; a branch of a split into n is an n-th of what was split.
    private static double shares(State state) {
        double sum = 0;
        var tokens = TOKEN.matcher(state.toJson());
        while (tokens.find()) {
            double share = 1;
            var sizes = SHARE.matcher(tokens.group(1));
            while (sizes.find()) share /= Integer.parseInt(sizes.group(1));
            sum += share;
        }
        return sum;
    }

    private static final class Walk {
        final Process process;
        final Random luck;
        State state;
        List<Effect> effects;

        Walk(Process process, long seed) {
            this.process = process;
            this.luck = new Random(seed);
            var moved = Engine.start(process, ONLINE);
            this.state = moved.state();
            this.effects = moved.effects();
        }

        /// Anything that can happen: an outcome, a vote, a timer.
        Action any() {
            var open = state.open();
            return any(open.get(luck.nextInt(open.size())));
        }

        Action any(OpenStep open) {
            var timers = open.step().timers();
            if (!timers.isEmpty() && luck.nextInt(3) == 0) {
                return new Action.TimerFired(open.token(), luck.nextInt(timers.size()));
            }
            var outcomes = Engine.outcomes(state, open.token(), ONLINE);
            return answer(open, outcomes.get(luck.nextInt(outcomes.size())).id());
        }

        private Action answer(OpenStep open, String outcome) {
            var several = open.step().several();
            if (several == null) return new Action.Complete(open.token(), outcome);
            var given = state.votes(open.token());
            int seat = 1;
            while (given.containsKey(seat)) seat++;
            return new Action.Vote(open.token(), seat, outcome);
        }

        /// What leads on towards the end.
        Action onward(OpenStep open) {
            return answer(open, open.step().outcomes().getFirst().id());
        }

        void step() {
            apply(any());
        }

        void forward() {
            apply(onward(state.open().getFirst()));
        }

        void apply(Action action) {
            var moved = Engine.apply(process, state, action, ONLINE);
            state = moved.state();
            effects = moved.effects();
        }

        State after(State from, Action action) {
            return Engine.apply(process, from, action, ONLINE).state();
        }
    }
}
