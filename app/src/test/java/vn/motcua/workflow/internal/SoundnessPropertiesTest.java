package vn.motcua.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.motcua.workflow.Blocks;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;

class SoundnessPropertiesTest {
    private static final List<String> ONLINE = List.of("ONLINE");

    @Provide
    Arbitrary<Blocks> blocks() {
        return Blocks.some();
    }

    @Property(tries = 150)
    void processes_put_together_from_blocks_are_found_sound(@ForAll("blocks") Blocks blocks) {
        var findings = check(Blocks.table(blocks));
        Assume.that(findings.stream().noneMatch(it -> it.key().equals("too-large")));
        assertThat(findings).isEmpty();
    }

    @Property(tries = 100)
    void a_process_that_lost_a_join_is_refused(@ForAll("blocks") Blocks blocks, @ForAll long luck) {
        var table = Blocks.table(new Blocks.Parallel(List.of(blocks, new Blocks.Task())));
        var joins = table.stream().filter(step -> step.kind() == StepKind.JOIN).toList();
        var lost = joins.get(new Random(luck).nextInt(joins.size()));
        var next = lost.outcomes().getFirst().to().getFirst();
        var rest = new ArrayList<>(table);
        rest.remove(lost);
        assertThat(check(redirect(rest, id -> id.equals(lost.id()) ? next : id))).isNotEmpty();
    }

    @Property(tries = 100)
    void a_target_that_does_not_exist_is_refused(
            @ForAll("blocks") Blocks blocks, @ForAll long luck) {
        var table = Blocks.table(blocks);
        var lost = table.get(1 + new Random(luck).nextInt(table.size() - 1)).id();
        var findings = check(redirect(table, id -> id.equals(lost) ? "nowhere" : id));
        assertThat(findings).extracting(Finding::key).contains("unknown-target");
    }

    @Property(tries = 100)
    void a_step_nothing_leads_to_is_refused(@ForAll("blocks") Blocks blocks) {
        var table = new ArrayList<>(Blocks.table(blocks));
        table.add(Blocks.task("island", OutcomeDefinition.of("ok", "end")));
        assertThat(check(table)).isNotEmpty();
    }

    @Property(tries = 100)
    void a_branch_that_runs_into_the_end_is_refused(@ForAll("blocks") Blocks blocks) {
        var table = Blocks.table(new Blocks.Parallel(List.of(new Blocks.Task(), blocks)));
        var split = table.stream().filter(step -> step.id().startsWith("split")).toList().getLast();
        var broken = new ArrayList<>(table);
        var targets = new ArrayList<>(split.outcomes().getFirst().to());
        targets.set(0, "end");
        broken.set(
                table.indexOf(split),
                split.withOutcomes(List.of(split.outcomes().getFirst().leadingTo(targets))));
        assertThat(check(broken)).isNotEmpty();
    }

    @Property(tries = 100)
    void an_end_without_an_answer_is_refused(@ForAll("blocks") Blocks blocks) {
        var table = new ArrayList<>(Blocks.table(blocks));
        table.replaceAll(
                step ->
                        step.withOutcomes(
                                step.outcomes().stream().map(it -> it.issuing(null)).toList()));
        assertThat(check(table)).isNotEmpty();
    }

    private static List<Finding> check(List<StepDefinition> table) {
        return Soundness.check("start", table, ONLINE);
    }

    private static List<StepDefinition> redirect(
            List<StepDefinition> table, UnaryOperator<String> change) {
        return table.stream()
                .map(
                        step ->
                                step.withOutcomes(
                                                step.outcomes().stream()
                                                        .map(
                                                                it ->
                                                                        it.leadingTo(
                                                                                all(
                                                                                        it.to(),
                                                                                        change)))
                                                        .toList())
                                        .withCondition(
                                                new StepDefinition.Condition(
                                                        step.onlyWhen(),
                                                        all(step.otherwise(), change))))
                .toList();
    }

    private static List<String> all(List<String> ids, UnaryOperator<String> change) {
        return ids.stream().map(change).toList();
    }
}
