package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import vn.motcua.kernel.ProblemException;

/// A process being played.
final class Play {
    final Process process;
    final Guards guards;
    State state;
    List<Effect> effects;

    private Play(Process process, Guards guards) {
        this.process = process;
        this.guards = guards;
        var moved = Engine.start(process, guards);
        this.state = moved.state();
        this.effects = moved.effects();
    }

    static Play of(Process process) {
        return new Play(process, Variables.of("ONLINE"));
    }

    static Play of(Process process, Guards guards) {
        return new Play(process, guards);
    }

    Play apply(Action action) {
        var moved = Engine.apply(process, state, action, guards);
        state = moved.state();
        effects = moved.effects();
        return this;
    }

    /// Moves like `site.ok`.
    Play go(String... moves) {
        for (var move : moves) {
            int dot = move.lastIndexOf('.');
            apply(new Action.Complete(move.substring(0, dot), move.substring(dot + 1)));
        }
        return this;
    }

    /// At the first open step.
    Play vote(int seat, String outcome) {
        return apply(new Action.Vote(state.open().getFirst().token(), seat, outcome));
    }

    List<String> open() {
        return state.open().stream().map(OpenStep::stepId).toList();
    }

    OpenStep step(String id) {
        return state.open().stream()
                .filter(open -> open.stepId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    String closedWith() {
        return effects.stream()
                .filter(Effect.StepClosed.class::isInstance)
                .map(Effect.StepClosed.class::cast)
                .findFirst()
                .orElseThrow()
                .outcome()
                .id();
    }

    static void refused(Refusal reason, Runnable move) {
        assertThatThrownBy(move::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(reason));
    }
}
