package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.workflow.Blocks.task;
import static vn.motcua.workflow.Play.refused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.TimeLimit;

class UndoTest {
    private static final Process PROCESS =
            Process.of(
                    "receive",
                    List.of(
                            task("receive", OutcomeDefinition.of("ok", "site", "opinion")),
                            task("site", OutcomeDefinition.of("ok", "join"))
                                    .withTimers(
                                            new TimerDefinition(
                                                    TimeLimit.workingHours(4),
                                                    new TimerAct.Warn(),
                                                    null)),
                            task("opinion", OutcomeDefinition.of("ok", "join")),
                            StepDefinition.join("join", "decide"),
                            task(
                                    "decide",
                                    OutcomeDefinition.of("tell", "tell"),
                                    OutcomeDefinition.of("call", "other"),
                                    OutcomeDefinition.of("again", "decide").limitedTo(1),
                                    OutcomeDefinition.of("council", "council"),
                                    OutcomeDefinition.of("sign", "hand").issuing(Issue.GRANTED)),
                            StepDefinition.of(
                                            "tell",
                                            StepKind.AUTOMATIC,
                                            Who.NOBODY,
                                            OutcomeDefinition.of("ok", "hand"))
                                    .withWork(
                                            StepDefinition.Work.PLAIN.serving(
                                                    new Service.Notify(LocalText.of("Xong")))),
                            StepDefinition.of(
                                            "other",
                                            StepKind.WAIT,
                                            Who.NOBODY,
                                            OutcomeDefinition.of(Call.GRANTED, "hand"),
                                            OutcomeDefinition.of(Call.REJECTED, "hand"),
                                            OutcomeDefinition.of(Call.FAILED, "hand"))
                                    .withWork(
                                            StepDefinition.Work.PLAIN.calling(
                                                    new Call("1.004222", "commune", Map.of()))),
                            task(
                                            "council",
                                            OutcomeDefinition.of("yes", "hand"),
                                            OutcomeDefinition.of("no", "hand"))
                                    .withWork(
                                            StepDefinition.Work.PLAIN.by(
                                                    Several.quorum(2, 3, "no"))),
                            task("hand", OutcomeDefinition.of("ok", "end")),
                            StepDefinition.end("end")));

    @Test
    void a_step_taken_back_is_open_again_under_a_token_never_used() {
        var play = Play.of(PROCESS);
        var before = play.state;
        var token = before.open().getFirst().token();
        play.go("receive.ok");
        var opened = play.state.open();
        play.apply(new Action.Undo(before));
        assertThat(play.open()).containsExactly("receive");
        assertThat(play.state.marking()).isEqualTo(before.marking());
        assertThat(play.state.open().getFirst().token()).isNotEqualTo(token);
        assertThat(play.effects)
                .containsExactly(
                        new Effect.TimerCancelled(opened.getFirst()),
                        new Effect.StepCancelled(opened.getFirst()),
                        new Effect.StepCancelled(opened.getLast()),
                        new Effect.StepOpened(play.state.open().getFirst()));
        refused(Refusal.STEP_NOT_OPEN, () -> play.apply(new Action.Complete(token, "ok")));
        play.go("receive.ok");
        assertThat(play.state.open()).doesNotContainAnyElementsOf(opened);
    }

    @Test
    void branches_that_had_joined_part_again() {
        var play = Play.of(PROCESS).go("receive.ok", "opinion.ok");
        var before = play.state;
        play.go("site.ok").apply(new Action.Undo(before));
        assertThat(play.open()).containsExactly("site");
        assertThat(play.effects)
                .contains(
                        new Effect.TimerArmed(
                                play.step("site"), PROCESS.step("site").timers().getFirst(), 0));
        play.go("site.ok");
        assertThat(play.open()).containsExactly("decide");
    }

    @Test
    void what_a_neighbour_or_a_later_step_did_since_stands_in_the_way() {
        var play = Play.of(PROCESS).go("receive.ok");
        var before = play.state;
        play.go("opinion.ok");
        var one = play.state;
        play.go("site.ok");
        refused(Refusal.UNDO_OVERTAKEN, () -> play.apply(new Action.Undo(before)));
        play.apply(new Action.Undo(one));
        refused(Refusal.UNDO_OVERTAKEN, () -> play.apply(new Action.Undo(before)));
    }

    @Test
    void a_neighbour_who_went_on_does_not_stand_in_the_way_of_what_nobody_touched() {
        var play = Play.of(BRANCHES).go("receive.ok");
        var before = play.state;
        var done = new Action.Complete(play.step("site").token(), "ok");
        play.go("site.ok", "opinion.ok");
        var opened = play.step("measure");
        play.apply(new Action.Undo(before, done));
        assertThat(play.open()).containsExactly("site", "advice");
        assertThat(play.effects)
                .containsExactly(
                        new Effect.StepCancelled(opened), new Effect.StepOpened(play.step("site")));
        play.go("site.ok", "measure.ok", "advice.ok");
        assertThat(play.open()).containsExactly("decide");
    }

    @Test
    void what_it_opened_and_somebody_has_done_stands_in_the_way() {
        var play = Play.of(BRANCHES).go("receive.ok");
        var before = play.state;
        var done = new Action.Complete(play.step("site").token(), "ok");
        var other = new Action.Complete(play.step("opinion").token(), "ok");
        play.go("site.ok", "opinion.ok", "measure.ok");
        refused(Refusal.UNDO_OVERTAKEN, () -> play.apply(new Action.Undo(before, done)));
        refused(Refusal.UNDO_OVERTAKEN, () -> play.apply(new Action.Undo(before)));
        play.go("advice.ok");
        refused(Refusal.UNDO_OVERTAKEN, () -> play.apply(new Action.Undo(before, other)));
    }

    private static final Process BRANCHES =
            Process.of(
                    "receive",
                    List.of(
                            task("receive", OutcomeDefinition.of("ok", "site", "opinion")),
                            task("site", OutcomeDefinition.of("ok", "measure")),
                            task("measure", OutcomeDefinition.of("ok", "join")),
                            task("opinion", OutcomeDefinition.of("ok", "advice")),
                            task("advice", OutcomeDefinition.of("ok", "join")),
                            StepDefinition.join("join", "decide"),
                            task("decide", OutcomeDefinition.of("ok", "end")),
                            StepDefinition.end("end")));

    @Test
    void a_limited_outcome_taken_back_may_be_taken_again() {
        var play = Play.of(PROCESS).go("receive.ok", "opinion.ok", "site.ok");
        var before = play.state;
        play.go("decide.again");
        refused(Refusal.OUTCOME_NOT_OFFERED, () -> play.go("decide.again"));
        play.apply(new Action.Undo(before)).go("decide.again");
        assertThat(play.state.taken("decide", "again")).isEqualTo(1);
    }

    @Test
    void an_answer_given_a_message_sent_and_a_call_made_are_not_taken_back() {
        for (var move : List.of("sign", "tell", "call")) {
            var play = Play.of(PROCESS).go("receive.ok", "opinion.ok", "site.ok");
            var before = play.state;
            play.go("decide." + move);
            refused(
                    move.equals("sign") ? Refusal.UNDO_ISSUED : Refusal.UNDO_CALLED,
                    () -> play.apply(new Action.Undo(before)));
        }
        var play = Play.of(PROCESS).go("receive.ok", "opinion.ok", "site.ok", "decide.call");
        var before = play.state;
        play.go("other.rejected");
        refused(Refusal.UNDO_CALLED, () -> play.apply(new Action.Undo(before)));
    }

    @Test
    void one_vote_is_taken_back_and_the_others_stay() {
        var play = Play.of(PROCESS).go("receive.ok", "opinion.ok", "site.ok", "decide.council");
        play.vote(1, "yes");
        var before = play.state;
        play.vote(3, "no");
        var open = play.step("council");
        play.apply(new Action.Undo(before));
        assertThat(play.effects).containsExactly(new Effect.VoteWithdrawn(open, 3));
        assertThat(play.state).isEqualTo(before);

        play.vote(2, "yes");
        assertThat(play.open()).containsExactly("hand");
        play.apply(new Action.Undo(before));
        var again = play.step("council");
        assertThat(again.token()).isNotEqualTo(open.token());
        assertThat(play.effects)
                .contains(new Effect.Voted(again, 1, again.step().outcomes().getFirst()));
        assertThat(play.state.votes(again.token())).containsExactly(Map.entry(1, "yes"));
        play.vote(2, "yes");
        assertThat(play.open()).containsExactly("hand");
    }

    @Test
    void a_state_of_another_process_takes_nothing_back() {
        var other =
                Process.of(
                        "one",
                        List.of(
                                task("one", OutcomeDefinition.of("ok", "end")),
                                StepDefinition.end("end")));
        var play = Play.of(PROCESS).go("receive.ok");
        var stranger = Play.of(other).state;
        refused(Refusal.OTHER_PROCESS, () -> play.apply(new Action.Undo(stranger)));
    }
}
