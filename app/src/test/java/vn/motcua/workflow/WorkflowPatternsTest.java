package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.workflow.Blocks.task;
import static vn.motcua.workflow.Play.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.worktime.TimeLimit;

/// The control-flow patterns that docs/workflow-patterns.md calls supported, one test each.
class WorkflowPatternsTest {
    private static Process process(StepDefinition... steps) {
        var all = new ArrayList<>(Arrays.asList(steps));
        all.add(task("sign", OutcomeDefinition.of("ok", "end").issuing(Issue.GRANTED)));
        all.add(StepDefinition.end("end"));
        return Process.of(steps[0].id(), all);
    }

    private static Guard when(String field) {
        return new Guard(field, Set.of(field), it -> Boolean.TRUE.equals(it.answers().get(field)));
    }

    private static Variables answers(String... yes) {
        return new Variables(
                "ONLINE", Arrays.stream(yes).collect(Collectors.toMap(it -> it, _ -> true)));
    }

    @Test
    void one_step_follows_another() {
        var play = Play.of(process(task("receive", OutcomeDefinition.of("ok", "sign"))));
        assertThat(play.open()).containsExactly("receive");
        play.go("receive.ok");
        assertThat(play.open()).containsExactly("sign");
        play.go("sign.ok");
        assertThat(play.state.finished()).isTrue();
    }

    private static final Process PARALLEL =
            process(
                    task("split", OutcomeDefinition.of("ok", "a", "b", "c")),
                    task("a", OutcomeDefinition.of("ok", "join")),
                    task("b", OutcomeDefinition.of("ok", "join")),
                    task("c", OutcomeDefinition.of("ok", "join")),
                    StepDefinition.join("join", "sign"));

    @Test
    void all_branches_open_at_once() {
        assertThat(Play.of(PARALLEL).go("split.ok").open()).containsExactly("a", "b", "c");
    }

    @Test
    void a_join_waits_for_every_branch() {
        var play = Play.of(PARALLEL).go("split.ok", "c.ok", "a.ok");
        assertThat(play.open()).containsExactly("b");
        assertThat(play.go("b.ok").open()).containsExactly("sign");
    }

    private static final Process EXCLUSIVE =
            process(
                    task(
                            "examine",
                            OutcomeDefinition.of("simple", "short"),
                            OutcomeDefinition.of("other", "sort")),
                    StepDefinition.of(
                            "sort",
                            StepKind.AUTOMATIC,
                            Who.NOBODY,
                            OutcomeDefinition.of("large", "long").when(when("large")),
                            OutcomeDefinition.of("small", "short")),
                    task("short", OutcomeDefinition.of("ok", "sign")),
                    task("long", OutcomeDefinition.of("ok", "sign")));

    @Test
    void exactly_one_way_is_taken() {
        assertThat(Play.of(EXCLUSIVE).go("examine.simple").open()).containsExactly("short");
        assertThat(Play.of(EXCLUSIVE, answers("large")).go("examine.other").open())
                .containsExactly("long");
        assertThat(Play.of(EXCLUSIVE, answers()).go("examine.other").open())
                .containsExactly("short");
    }

    @Test
    void ways_that_excluded_each_other_meet_again() {
        for (var way : List.of("short", "long")) {
            var play = Play.of(EXCLUSIVE, answers(way.equals("long") ? "large" : "small"));
            play.go("examine.other", way + ".ok");
            assertThat(play.open()).containsExactly("sign");
        }
    }

    private static final Process INCLUSIVE =
            process(
                    task(
                            "ask",
                            OutcomeDefinition.of("ok", "site", "fire", "water")
                                    .splitting(SplitKind.INCLUSIVE)),
                    task("site", OutcomeDefinition.of("ok", "join")),
                    task("fire", OutcomeDefinition.of("ok", "join")).when(when("tall")),
                    task("water", OutcomeDefinition.of("ok", "join")).when(when("river")),
                    StepDefinition.join("join", "sign"));

    @Test
    void some_of_the_branches_open() {
        assertThat(Play.of(INCLUSIVE, answers("river")).go("ask.ok").open())
                .containsExactly("site", "water");
        assertThat(Play.of(INCLUSIVE, answers()).go("ask.ok").open()).containsExactly("site");
    }

    @Test
    void a_join_waits_for_the_branches_taken_and_no_others() {
        var play = Play.of(INCLUSIVE, answers("tall")).go("ask.ok", "site.ok");
        assertThat(play.open()).containsExactly("fire");
        assertThat(play.go("fire.ok").open()).containsExactly("sign");
    }

    @Test
    void a_loop_has_several_ways_in_and_out() {
        var process =
                process(
                        task(
                                "sort",
                                OutcomeDefinition.of("new", "draft"),
                                OutcomeDefinition.of("drafted", "check")),
                        task(
                                "draft",
                                OutcomeDefinition.of("ok", "check"),
                                OutcomeDefinition.of("urgent", "sign")),
                        task(
                                "check",
                                OutcomeDefinition.of("ok", "sign"),
                                OutcomeDefinition.of("again", "draft").limitedTo(2)));
        var play = Play.of(process).go("sort.drafted", "check.again", "draft.ok", "check.again");
        assertThat(play.open()).containsExactly("draft");
        play.go("draft.ok");
        refused(Refusal.OUTCOME_NOT_OFFERED, () -> play.go("check.again"));
        assertThat(play.go("check.ok").open()).containsExactly("sign");
        assertThat(Play.of(process).go("sort.new", "draft.urgent").open()).containsExactly("sign");
    }

    @Test
    void several_people_work_on_one_step() {
        var council =
                task(
                                "council",
                                OutcomeDefinition.of("yes", "sign"),
                                OutcomeDefinition.of("no", "council"))
                        .withWork(StepDefinition.Work.PLAIN.by(Several.all(3, "no")));
        var play = Play.of(process(council)).vote(1, "yes").vote(2, "yes");
        assertThat(play.open()).containsExactly("council");
        assertThat(play.vote(3, "yes").open()).containsExactly("sign");
    }

    private static final Process WAITING =
            process(
                    StepDefinition.of(
                                    "wait",
                                    StepKind.WAIT,
                                    Who.NOBODY,
                                    OutcomeDefinition.of("paid", "sign"),
                                    OutcomeDefinition.of("waived", "note"),
                                    OutcomeDefinition.of("silent", "remind"))
                            .withTimers(
                                    TimerDefinition.ending(
                                            TimeLimit.workingDays(5), "silent", null)),
                    task("note", OutcomeDefinition.of("ok", "sign")),
                    task("remind", OutcomeDefinition.of("ok", "wait")));

    @Test
    void whatever_happens_first_decides() {
        assertThat(Play.of(WAITING).go("wait.paid").open()).containsExactly("sign");
        assertThat(Play.of(WAITING).go("wait.waived").open()).containsExactly("note");
        var late = Play.of(WAITING);
        var open = late.step("wait");
        late.apply(new Action.TimerFired(open.token(), 0));
        assertThat(late.open()).containsExactly("remind");
        refused(Refusal.STEP_NOT_OPEN, () -> late.apply(new Action.Complete(open.token(), "paid")));
    }

    @Test
    void a_timer_takes_an_open_step_away() {
        var step =
                task(
                                "opinion",
                                OutcomeDefinition.of("given", "sign"),
                                OutcomeDefinition.of("none", "sign"))
                        .withTimers(
                                TimerDefinition.ending(TimeLimit.calendarDays(12), "none", null));
        var play = Play.of(process(step));
        var open = play.step("opinion");
        play.apply(new Action.TimerFired(open.token(), 0));
        assertThat(play.effects)
                .contains(new Effect.StepClosed(open, step.outcomes().getLast(), true));
        refused(
                Refusal.STEP_NOT_OPEN,
                () -> play.apply(new Action.Complete(open.token(), "given")));
    }

    @Test
    void stopping_closes_everything() {
        var play = Play.of(PARALLEL).go("split.ok", "a.ok");
        var open = play.state.open();
        play.apply(new Action.Stop());
        assertThat(play.state.finished()).isTrue();
        for (var step : open) assertThat(play.effects).contains(new Effect.StepCancelled(step));
        assertThat(play.effects).contains(new Effect.Finished(null));
    }

    /// The page names each of these tests, and no other, as proof of a supported pattern.
    @Test
    void the_page_of_patterns_tells_what_is_tested() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "workflow-patterns.md"));
        var rows =
                Pattern.compile(
                                "\\| (\\d+) \\| [^|]+ \\| (yes|no) \\| [^|]+ \\| (?:`(\\w+)`|–) \\|")
                        .matcher(page)
                        .results()
                        .toList();
        assertThat(rows).hasSize(20);
        var named = new TreeSet<String>();
        for (var row : rows) {
            assertThat(row.group(3) != null).isEqualTo(row.group(2).equals("yes"));
            if (row.group(3) != null) named.add(row.group(3));
        }
        var tests =
                Arrays.stream(WorkflowPatternsTest.class.getDeclaredMethods())
                        .filter(it -> it.isAnnotationPresent(Test.class))
                        .map(java.lang.reflect.Method::getName)
                        .filter(it -> !it.startsWith("the_page"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(tests);
        assertThat(Map.of("yes", 12L, "no", 8L))
                .isEqualTo(
                        rows.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                it -> it.group(2), Collectors.counting())));
    }
}
