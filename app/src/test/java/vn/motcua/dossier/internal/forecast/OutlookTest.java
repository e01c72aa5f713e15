package vn.motcua.dossier.internal.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.motcua.workflow.Issue;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;
import vn.motcua.workflow.Who;

/// What lies ahead of a dossier, and whether the time left will do.
class OutlookTest {
    private static StepDefinition step(String id, OutcomeDefinition... outcomes) {
        return StepDefinition.of(id, StepKind.TASK, Who.of(Position.CASE_OFFICER), outcomes);
    }

    /// Appraise, with a way back and a refusal; two opinions side by side; sign, which issues.
    private static final Process PROCESS =
            Process.of(
                    "appraise",
                    List.of(
                            step(
                                    "appraise",
                                    OutcomeDefinition.of("ok", "fire", "water"),
                                    OutcomeDefinition.of("no", "end")),
                            step("fire", OutcomeDefinition.of("ok", "join")),
                            step("water", OutcomeDefinition.of("ok", "join")),
                            StepDefinition.join("join", "sign"),
                            step(
                                    "sign",
                                    OutcomeDefinition.of("back", "appraise"),
                                    OutcomeDefinition.of("sign", "print").issuing(Issue.GRANTED)),
                            step("print", OutcomeDefinition.of("ok", "end")),
                            StepDefinition.end("end")));

    private static List<Ahead.Leg> ahead(Map<String, Integer> hours, String from) {
        return new Ahead(PROCESS, step -> Duration.ofHours(hours.getOrDefault(step.id(), 0)))
                .from(from);
    }

    @Test
    void the_way_ahead_takes_the_longer_branch_and_ends_with_the_result() {
        var hours = Map.of("appraise", 4, "fire", 8, "water", 16, "sign", 2, "print", 50);
        var way = ahead(hours, "appraise");
        assertThat(way)
                .extracting(leg -> leg.step().id())
                .containsExactly("appraise", "water", "sign");
        assertThat(Ahead.total(way)).isEqualTo(Duration.ofHours(22));
        assertThat(ahead(hours, "nowhere")).isEmpty();
    }

    @Test
    void the_step_that_takes_most_is_named_as_the_cause() {
        var way = ahead(Map.of("appraise", 4, "water", 16, "sign", 2), "appraise");
        var outlook = Outlook.of(Duration.ofHours(10), way, Duration.ZERO);
        assertThat(outlook.late()).isTrue();
        assertThat(outlook.slack()).isEqualTo(Duration.ofHours(-12));
        assertThat(outlook.cause()).isNotNull().extracting(StepDefinition::id).isEqualTo("water");
        assertThat(outlook.takes()).isEqualTo(Duration.ofHours(16));
    }

    @Property
    void more_time_left_is_never_worse_and_time_spent_never_makes_it_later(
            @ForAll @IntRange(max = 60) int appraise,
            @ForAll @IntRange(max = 60) int water,
            @ForAll @IntRange(min = -50, max = 200) int left,
            @ForAll @IntRange(max = 100) int spent) {
        var way = ahead(Map.of("appraise", appraise, "water", water), "appraise");
        var now = Outlook.of(Duration.ofHours(left), way, Duration.ofHours(spent));
        var more = Outlook.of(Duration.ofHours(left + 1), way, Duration.ofHours(spent));
        var longer = Outlook.of(Duration.ofHours(left), way, Duration.ofHours(spent + 1));
        assertThat(more.slack()).isEqualTo(now.slack().plusHours(1));
        assertThat(longer.slack()).isGreaterThanOrEqualTo(now.slack());
        assertThat(now.slack()).isLessThanOrEqualTo(Duration.ofHours(left));
        assertThat(now.late()).isEqualTo(now.slack().isNegative());
    }

    @Property
    void the_learnt_median_is_within_a_tenth_of_the_true_one(
            @ForAll @Size(min = 1, max = 60)
                    List<@IntRange(min = 10, max = 20_000) Integer> minutes) {
        var counted = new TreeMap<Integer, Long>();
        for (int each : minutes)
            counted.merge(Lengths.bucket(Duration.ofMinutes(each)), 1L, Long::sum);
        var sorted = minutes.stream().sorted().toList();
        double median = sorted.get((sorted.size() - 1) / 2);
        assertThat((double) Lengths.median(counted).toMinutes())
                .isBetween(median * 0.9 - 1, median * 1.1 + 1);
    }
}
