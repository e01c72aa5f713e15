package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.workflow.Blocks.task;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.worktime.TimeLimit;

class EngineTest {
    private static final Variables ONLINE = Variables.of("ONLINE");
    private static final Variables DIRECT = Variables.of("DIRECT");
    private static final Guard IS_ONLINE =
            new Guard("channel == 'ONLINE'", Set.of(), it -> it.channel().equals("ONLINE"));

    /// receive → appraise ⇄ ; draft-check online only, silence is consent; sign; end
    private static final Process BIRTH =
            Process.of(
                    "receive",
                    List.of(
                            task("receive", OutcomeDefinition.of("forward", "appraise")),
                            task(
                                    "appraise",
                                    OutcomeDefinition.of("ok", "draft-check"),
                                    OutcomeDefinition.of("ask", "appraise").limitedTo(1)),
                            StepDefinition.of(
                                            "draft-check",
                                            StepKind.TASK,
                                            Who.of(Position.CITIZEN),
                                            OutcomeDefinition.of("confirmed", "sign"),
                                            OutcomeDefinition.of("wrong", "appraise"))
                                    .when(IS_ONLINE, "sign")
                                    .withTimers(
                                            TimerDefinition.ending(
                                                    TimeLimit.workingDays(1),
                                                    "confirmed",
                                                    LocalText.of("Im lặng là đồng ý"))),
                            task(
                                    "sign",
                                    OutcomeDefinition.of("sign", "end").issuing(Issue.GRANTED),
                                    OutcomeDefinition.of("back", "appraise")),
                            StepDefinition.end("end")));

    private static final Process OPINIONS =
            Process.of(
                    "split",
                    List.of(
                            task("split", OutcomeDefinition.of("ok", "site", "opinion")),
                            task("site", OutcomeDefinition.of("ok", "join")),
                            task(
                                    "opinion",
                                    OutcomeDefinition.of("agree", "join"),
                                    OutcomeDefinition.of("object", "join")),
                            StepDefinition.join("join", "sign"),
                            task(
                                    "sign",
                                    OutcomeDefinition.of("sign", "end").issuing(Issue.GRANTED)),
                            StepDefinition.end("end")));

    private static State play(Process process, Variables variables, String... moves) {
        var state = Engine.start(process, variables).state();
        for (var move : moves) state = apply(process, state, variables, move).state();
        return state;
    }

    private static Moved apply(Process process, State state, Variables variables, String move) {
        int dot = move.indexOf('.');
        var action = new Action.Complete(move.substring(0, dot), move.substring(dot + 1));
        return Engine.apply(process, state, action, variables);
    }

    private static List<String> open(State state) {
        return state.open().stream().map(OpenStep::stepId).toList();
    }

    @Test
    void a_dossier_filed_online_waits_for_the_citizens_word_on_the_draft() {
        var state = play(BIRTH, ONLINE, "receive.forward", "appraise.ok");
        assertThat(open(state)).containsExactly("draft-check");
    }

    @Test
    void a_dossier_from_the_counter_goes_past_the_draft_check() {
        var moved = apply(BIRTH, play(BIRTH, DIRECT, "receive.forward"), DIRECT, "appraise.ok");
        assertThat(open(moved.state())).containsExactly("sign");
        assertThat(moved.effects()).contains(new Effect.StepSkipped(BIRTH.step("draft-check")));
    }

    @Test
    void the_citizens_silence_counts_as_consent() {
        var state = play(BIRTH, ONLINE, "receive.forward", "appraise.ok");
        var token = state.open().getFirst().token();
        var moved = Engine.apply(BIRTH, state, new Action.TimerFired(token, 0), ONLINE);
        assertThat(open(moved.state())).containsExactly("sign");
        assertThat(moved.effects().getFirst())
                .isInstanceOfSatisfying(
                        Effect.StepClosed.class,
                        closed -> {
                            assertThat(closed.byTimer()).isTrue();
                            assertThat(closed.outcome().id()).isEqualTo("confirmed");
                        });
    }

    @Test
    void an_answer_in_time_cancels_the_timer() {
        var state = play(BIRTH, ONLINE, "receive.forward", "appraise.ok");
        var moved = apply(BIRTH, state, ONLINE, "draft-check.confirmed");
        assertThat(moved.effects()).contains(new Effect.TimerCancelled(state.open().getFirst()));
    }

    @Test
    void the_timer_of_an_answered_step_is_refused() {
        var state = play(BIRTH, ONLINE, "receive.forward", "appraise.ok");
        var token = state.open().getFirst().token();
        var after = apply(BIRTH, state, ONLINE, "draft-check.confirmed").state();
        assertRefused(
                Refusal.STEP_NOT_OPEN,
                () -> Engine.apply(BIRTH, after, new Action.TimerFired(token, 0), ONLINE));
    }

    @Test
    void signing_issues_the_result_and_ends_the_process() {
        var state = play(BIRTH, DIRECT, "receive.forward", "appraise.ok");
        var moved = apply(BIRTH, state, DIRECT, "sign.sign");
        assertThat(moved.state().finished()).isTrue();
        assertThat(moved.state().issued()).isEqualTo(Issue.GRANTED);
        assertThat(moved.effects())
                .containsSequence(
                        new Effect.Issued(Issue.GRANTED, BIRTH.step("sign")),
                        new Effect.Finished(BIRTH.step("end")));
    }

    @Test
    void a_step_opened_again_by_a_loop_has_another_token() {
        var first = play(BIRTH, DIRECT, "receive.forward");
        var again = play(BIRTH, DIRECT, "receive.forward", "appraise.ok", "sign.back");
        assertThat(open(again)).isEqualTo(open(first));
        var stale = new Action.Complete(first.open().getFirst().token(), "ok");
        assertRefused(Refusal.STEP_NOT_OPEN, () -> Engine.apply(BIRTH, again, stale, DIRECT));
        assertThat(again.taken("sign", "back")).isEqualTo(1);
    }

    @Test
    void an_outcome_allowed_once_is_not_offered_twice() {
        var state = play(BIRTH, DIRECT, "receive.forward", "appraise.ask");
        assertThat(Engine.outcomes(state, "appraise", DIRECT))
                .extracting(OutcomeDefinition::id)
                .containsExactly("ok");
        assertRefused(
                Refusal.OUTCOME_NOT_OFFERED, () -> apply(BIRTH, state, DIRECT, "appraise.ask"));
        assertThat(BIRTH.state(state.toJson()).taken("appraise", "ask")).isEqualTo(1);
    }

    @Test
    void a_join_waits_for_all_branches_and_takes_any_way_out_of_each() {
        var one = play(OPINIONS, DIRECT, "split.ok", "opinion.object");
        assertThat(open(one)).containsExactly("site");
        assertThat(open(apply(OPINIONS, one, DIRECT, "site.ok").state())).containsExactly("sign");
    }

    @Test
    void an_outcome_the_step_does_not_have_is_refused() {
        var state = play(BIRTH, DIRECT);
        assertRefused(Refusal.NO_SUCH_OUTCOME, () -> apply(BIRTH, state, DIRECT, "receive.sell"));
    }

    @Test
    void a_stopped_dossier_has_no_open_step_and_no_answer() {
        var state = play(OPINIONS, DIRECT, "split.ok");
        var moved = Engine.apply(OPINIONS, state, new Action.Stop(), DIRECT);
        assertThat(moved.state().finished()).isTrue();
        assertThat(moved.state().issued()).isNull();
        assertThat(moved.effects()).filteredOn(Effect.StepCancelled.class::isInstance).hasSize(2);
        assertRefused(
                Refusal.FINISHED,
                () -> Engine.apply(OPINIONS, moved.state(), new Action.Stop(), DIRECT));
    }

    @Test
    void a_state_of_another_process_is_refused() {
        var state = play(OPINIONS, DIRECT);
        assertRefused(
                Refusal.OTHER_PROCESS, () -> Engine.apply(BIRTH, state, new Action.Stop(), DIRECT));
        assertThatThrownBy(() -> BIRTH.state(state.toJson()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_stored_state_names_its_steps() {
        assertThat(play(OPINIONS, DIRECT, "split.ok", "site.ok").toJson())
                .isEqualTo("{\"tokens\":[\"1of2.3@join\",\"2of2.2@opinion\"]}");
    }

    @Test
    void the_tracking_page_shows_what_is_done_what_is_now_and_what_comes() {
        var state = play(BIRTH, ONLINE, "receive.forward", "appraise.ok");
        assertThat(BIRTH.path(state, List.of("receive", "appraise"), ONLINE))
                .extracting(step -> step.stepId() + " " + step.stage())
                .containsExactly("receive DONE", "appraise DONE", "draft-check NOW", "sign NEXT");
        assertThat(BIRTH.path(null, List.of(), DIRECT))
                .extracting(PathStep::stepId)
                .containsExactly("receive", "appraise", "sign");
    }

    @Test
    void a_step_sent_back_is_ahead_again_and_not_done() {
        var state = play(BIRTH, DIRECT, "receive.forward", "appraise.ok", "sign.back");
        assertThat(BIRTH.path(state, List.of("receive", "appraise", "sign"), DIRECT))
                .extracting(step -> step.stepId() + " " + step.stage())
                .containsExactly("receive DONE", "appraise NOW", "sign NEXT");
    }

    @Test
    void progress_counts_the_steps_of_people() {
        assertThat(BIRTH.progress(play(BIRTH, DIRECT), DIRECT)).isEqualTo(new Progress(0, 3));
        var end = play(BIRTH, DIRECT, "receive.forward", "appraise.ok", "sign.sign");
        assertThat(BIRTH.progress(end, DIRECT).percent()).isEqualTo(100);
    }

    private static void assertRefused(Refusal reason, Runnable move) {
        assertThatThrownBy(move::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(reason));
    }
}
