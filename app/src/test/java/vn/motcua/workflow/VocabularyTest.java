package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.workflow.Blocks.task;
import static vn.motcua.workflow.Play.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.TimeLimit;

/// Inclusive branches, timers, services, calls and states stored long ago.
class VocabularyTest {
    private static Guard answered(String field) {
        return new Guard(field, Set.of(field), it -> Boolean.TRUE.equals(it.answers().get(field)));
    }

    private static final Process OPINIONS =
            Process.of(
                    "ask",
                    List.of(
                            task(
                                    "ask",
                                    OutcomeDefinition.of("ok", "site", "fire", "water")
                                            .splitting(SplitKind.INCLUSIVE)),
                            task("site", OutcomeDefinition.of("ok", "join")),
                            task("fire", OutcomeDefinition.of("ok", "join")).when(answered("tall")),
                            task("water", OutcomeDefinition.of("ok", "join"))
                                    .when(answered("river")),
                            StepDefinition.join("join", "sign"),
                            task(
                                    "sign",
                                    OutcomeDefinition.of("ok", "end").issuing(Issue.GRANTED),
                                    OutcomeDefinition.of("back", "ask")),
                            StepDefinition.end("end")));

    private static Variables answers(Map<String, Object> answers) {
        return new Variables("ONLINE", answers);
    }

    @Test
    void the_join_waits_for_exactly_the_branches_taken() {
        var both = Play.of(OPINIONS, answers(Map.of("tall", true))).go("ask.ok");
        assertThat(both.open()).containsExactly("site", "fire");
        both.go("fire.ok");
        assertThat(both.open()).containsExactly("site");
        both.go("site.ok");
        assertThat(both.open()).containsExactly("sign");

        var all = Play.of(OPINIONS, answers(Map.of("tall", true, "river", true))).go("ask.ok");
        assertThat(all.open()).containsExactly("site", "fire", "water");
    }

    @Test
    void a_single_branch_taken_goes_through_the_join_at_once() {
        var one = Play.of(OPINIONS, answers(Map.of())).go("ask.ok");
        assertThat(one.open()).containsExactly("site");
        assertThat(one.state.toJson()).isEqualTo("{\"tokens\":[\"1of1.2@site\"]}");
        assertThat(OPINIONS.state(one.state.toJson())).isEqualTo(one.state);
        one.go("site.ok", "sign.back", "ask.ok", "site.ok", "sign.ok");
        assertThat(one.state.finished()).isTrue();
    }

    @Test
    void answers_that_change_later_do_not_move_what_the_join_waits_for() {
        var answers = new java.util.HashMap<String, Object>(Map.of("tall", true));
        var play = Play.of(OPINIONS, answers(answers)).go("ask.ok");
        answers.put("river", true);
        answers.remove("tall");
        play.go("site.ok", "fire.ok");
        assertThat(play.open()).containsExactly("sign");
    }

    private static final TimerDefinition WARN =
            new TimerDefinition(TimeLimit.workingHours(4), new TimerAct.Warn(), null);
    private static final TimerDefinition ESCALATE =
            new TimerDefinition(
                    TimeLimit.workingDays(1), new TimerAct.Escalate(Position.LEADER), null);
    private static final TimerDefinition SILENCE =
            TimerDefinition.ending(TimeLimit.calendarDays(12), "agree", LocalText.of("Im lặng"));

    private static final Process TIMED =
            Process.of(
                    "opinion",
                    List.of(
                            task(
                                            "opinion",
                                            OutcomeDefinition.of("agree", "sign"),
                                            OutcomeDefinition.of("object", "sign"))
                                    .withTimers(WARN, ESCALATE, SILENCE),
                            task("sign", OutcomeDefinition.of("ok", "end").issuing(Issue.GRANTED)),
                            StepDefinition.end("end")));

    @Test
    void all_timers_of_a_step_are_armed_and_only_an_outcome_ends_it() {
        var play = Play.of(TIMED);
        var open = play.step("opinion");
        assertThat(play.effects)
                .containsExactly(
                        new Effect.StepOpened(open),
                        new Effect.TimerArmed(open, WARN, 0),
                        new Effect.TimerArmed(open, ESCALATE, 1),
                        new Effect.TimerArmed(open, SILENCE, 2));
        var state = play.state;
        play.apply(new Action.TimerFired(open.token(), 0));
        assertThat(play.effects).containsExactly(new Effect.Warned(open, WARN));
        play.apply(new Action.TimerFired(open.token(), 1));
        assertThat(play.effects)
                .containsExactly(new Effect.Escalated(open, Position.LEADER, ESCALATE));
        assertThat(play.state).isEqualTo(state);
        refused(Refusal.NO_TIMER, () -> play.apply(new Action.TimerFired(open.token(), 3)));
        play.apply(new Action.TimerFired(open.token(), 2));
        assertThat(play.closedWith()).isEqualTo("agree");
        assertThat(play.effects).contains(new Effect.TimerCancelled(open));
        refused(Refusal.STEP_NOT_OPEN, () -> play.apply(new Action.TimerFired(open.token(), 0)));
    }

    private static StepDefinition serving(String id, StepKind kind, Service service, String next) {
        return StepDefinition.of(id, kind, Who.NOBODY, OutcomeDefinition.of("done", next))
                .withWork(StepDefinition.Work.PLAIN.serving(service));
    }

    @Test
    void services_that_wait_open_a_step_and_the_others_pass() {
        var bill = new Service.Bill(List.of());
        var tell = new Service.Notify(LocalText.of("Đã xong"));
        var issue = new Service.IssueResult();
        var process =
                Process.of(
                        "bill",
                        List.of(
                                serving("bill", StepKind.WAIT, bill, "tell"),
                                serving("tell", StepKind.AUTOMATIC, tell, "print"),
                                serving("print", StepKind.AUTOMATIC, issue, "end"),
                                StepDefinition.end("end")));
        var play = Play.of(process);
        var open = play.step("bill");
        assertThat(play.effects)
                .containsExactly(
                        new Effect.StepOpened(open),
                        new Effect.ServiceCalled(open.step(), open.token(), bill));
        play.go("bill.done");
        assertThat(play.effects)
                .containsSubsequence(
                        new Effect.ServiceCalled(process.step("tell"), null, tell),
                        new Effect.ServiceCalled(process.step("print"), null, issue),
                        new Effect.Finished(process.step("end")));
    }

    @Test
    void a_call_waits_for_the_other_dossiers_answer() {
        var call = new Call("1.004222", "commune-police", Map.of());
        var outcomes = Call.OUTCOMES.stream().map(it -> OutcomeDefinition.of(it, "sign")).toList();
        var steps = new ArrayList<StepDefinition>();
        steps.add(
                StepDefinition.of("residence", StepKind.WAIT, Who.NOBODY)
                        .withOutcomes(outcomes)
                        .withWork(StepDefinition.Work.PLAIN.calling(call)));
        steps.add(task("sign", OutcomeDefinition.of("ok", "end").issuing(Issue.GRANTED)));
        steps.add(StepDefinition.end("end"));
        var play = Play.of(Process.of("residence", steps));
        var open = play.step("residence");
        assertThat(play.effects)
                .containsExactly(new Effect.StepOpened(open), new Effect.Called(open, call));
        play.apply(new Action.Complete(open.token(), Call.FAILED));
        assertThat(play.open()).containsExactly("sign");
    }

    /// Written before votes, inclusive branches and undo were known.
    @Test
    void a_state_stored_by_an_older_version_is_read_as_ever() {
        var process =
                Process.of(
                        "split",
                        List.of(
                                task("split", OutcomeDefinition.of("ok", "site", "opinion")),
                                task("site", OutcomeDefinition.of("ok", "join")),
                                task("opinion", OutcomeDefinition.of("ok", "join")),
                                StepDefinition.join("join", "sign"),
                                task(
                                        "sign",
                                        OutcomeDefinition.of("sign", "hand").issuing(Issue.GRANTED),
                                        OutcomeDefinition.of("back", "split")),
                                task("hand", OutcomeDefinition.of("ok", "end")),
                                StepDefinition.end("end")));
        var branches = process.state("{\"tokens\":[\"1of2.3@join\",\"2of2.2@opinion\"]}");
        assertThat(branches.open()).extracting(OpenStep::token).containsExactly("2of2.2");
        var joined =
                Engine.apply(
                        process,
                        branches,
                        new Action.Complete("2of2.2", "ok"),
                        Variables.of("DIRECT"));
        assertThat(joined.state().isOpen("sign")).isTrue();

        var signed =
                process.state(
                        "{\"loops\": [\"sign.back:2\"], \"issued\": \"GRANTED\", \"tokens\": [\"14@hand\"]}");
        assertThat(signed.issued()).isEqualTo(Issue.GRANTED);
        assertThat(signed.taken("sign", "back")).isEqualTo(2);
        assertThat(signed.toJson())
                .isEqualTo(
                        "{\"tokens\":[\"14@hand\"],\"loops\":[\"sign.back:2\"],\"issued\":\"GRANTED\"}");
        assertThat(process.state("{\"tokens\":[]}").finished()).isTrue();
    }
}
