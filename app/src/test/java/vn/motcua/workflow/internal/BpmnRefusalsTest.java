package vn.motcua.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.Fault;
import vn.motcua.workflow.Bpmn;
import vn.motcua.workflow.BpmnProblem;
import vn.motcua.workflow.Issue;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;
import vn.motcua.workflow.Who;

/// What a table of steps cannot say, and what could do harm, is refused by name.
class BpmnRefusalsTest {
    private static final String HEAD = "<startEvent id='s'/>" + flow("s", "a");
    private static final String TAIL = flow("a", "e") + "<endEvent id='e'/>";
    private final Bpmn bpmn = new BpmnExchange();

    private static String flow(String from, String to) {
        return "<sequenceFlow id='"
                + from
                + to
                + "' sourceRef='"
                + from
                + "' targetRef='"
                + to
                + "'/>";
    }

    private static String task(String more, String inside) {
        return "<userTask id='a' name='A' flowable:candidateGroups='CASE_OFFICER' "
                + more
                + ">"
                + inside
                + "</userTask>";
    }

    static Stream<Arguments> foreign() {
        return Stream.of(
                with(
                        "<scriptTask id='a' scriptFormat='groovy'><script>x</script></scriptTask>",
                        "bpmn-element"),
                with("<businessRuleTask id='a'/>", "bpmn-element"),
                with("<serviceTask id='a' flowable:class='com.evil.Run'/>", "bpmn-attribute"),
                with("<serviceTask id='a' flowable:expression='${bean.run()}'/>", "bpmn-attribute"),
                with("<serviceTask id='a' flowable:type='shell'/>", "bpmn-service"),
                with("<serviceTask id='a' flowable:type='motcua-bill'/>", "bpmn-service-mark"),
                with("<callActivity id='a' calledElement='1.004222'/>", "bpmn-call-mark"),
                with(task("flowable:assignee='${x.y()}'", ""), "bpmn-attribute"),
                with(
                        task(
                                "",
                                "<extensionElements><flowable:taskListener event='create' "
                                        + "class='com.evil.Run'/></extensionElements>"),
                        "bpmn-foreign"),
                with("<userTask id='a' name='A' flowable:candidateGroups='admins'/>", "bpmn-group"),
                with("<userTask id='a' name='A'/>", "bpmn-one-group"),
                with(
                        task("", "")
                                + "<boundaryEvent id='b' attachedToRef='a'>"
                                + "<errorEventDefinition/></boundaryEvent>",
                        "bpmn-element"),
                with(
                        task("", "")
                                + "<boundaryEvent id='b' attachedToRef='a'>"
                                + "<timerEventDefinition><timeDuration>PT5H</timeDuration>"
                                + "</timerEventDefinition></boundaryEvent>"
                                + flow("b", "e"),
                        "bpmn-duration"),
                with(task("", "") + "<subProcess id='x'/>", "bpmn-element"),
                with(
                        task(
                                "",
                                "<multiInstanceLoopCharacteristics isSequential='true'>"
                                        + "<loopCardinality>3</loopCardinality>"
                                        + "</multiInstanceLoopCharacteristics>"),
                        "bpmn-several"),
                with(task("", "") + "<startEvent id='s2'/>", "bpmn-one-start"),
                with(task("", "") + "<laneSet id='l'/>", "bpmn-element"));
    }

    private static Arguments with(String middle, String key) {
        return Arguments.of(HEAD + middle + TAIL, "workflow.fault." + key);
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void what_a_table_of_steps_cannot_say_is_refused_by_name(String process, String key) {
        var read = bpmn.read(BpmnRoundTripTest.drawing(process));
        assertThat(read.text()).isNull();
        assertThat(read.faults()).extracting(Fault::key).contains(key);
        assertThat(read.faults())
                .allSatisfy(
                        fault -> {
                            assertThat(fault.text(Locale.ENGLISH)).doesNotContain("workflow.");
                            assertThat(fault.text(Locale.ROOT)).doesNotContain("workflow.");
                            assertThat(fault.remedy(Locale.ROOT)).doesNotContain("workflow.");
                        });
    }

    @Test
    void a_drawing_that_is_read_but_unsound_is_refused_with_a_way_to_the_trouble() {
        var read = bpmn.read(BpmnRoundTripTest.drawing(HEAD + task("", "") + TAIL));
        assertThat(read.faults()).extracting(Fault::key).contains("workflow.fault.no-result");
    }

    @Test
    void entities_from_outside_are_not_followed() {
        var document =
                """
                <?xml version="1.0"?>
                <!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">
                <documentation>&x;</documentation></process></definitions>
                """;
        assertRefused(document, "bpmn-doctype");
    }

    @Test
    void entities_that_grow_are_not_expanded() {
        var document =
                """
                <?xml version="1.0"?>
                <!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">&c;</definitions>
                """;
        assertRefused(document, "bpmn-doctype");
    }

    @Test
    void a_document_too_large_too_deep_or_of_another_kind_is_refused() {
        assertRefused(" ".repeat(Bpmn.MOST_BYTES + 1), "bpmn-too-large");
        var deep = "<process>".repeat(60) + "</process>".repeat(60);
        var model = "xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'";
        assertRefused("<definitions " + model + ">" + deep + "</definitions>", "bpmn-too-large");
        assertRefused("<html/>", "bpmn-no-definitions");
        assertRefused("not xml at all", "bpmn-not-xml");
        assertRefused("<definitions " + model + ">", "bpmn-not-xml");
        assertRefused("<definitions " + model + "/>", "bpmn-one-process");
    }

    private void assertRefused(String document, String key) {
        var read = bpmn.read(document.getBytes(StandardCharsets.UTF_8));
        assertThat(read.text()).isNull();
        assertThat(read.faults()).extracting(Fault::key).contains("workflow.fault." + key);
    }

    @Test
    void branches_that_do_not_lie_inside_one_another_cannot_be_drawn() {
        var officer = Who.of(Position.CASE_OFFICER);
        var process =
                Process.of(
                        "split",
                        List.of(
                                step("split", officer, OutcomeDefinition.of("ok", "a", "b")),
                                step("a", officer, OutcomeDefinition.of("ok", "shared")),
                                step("b", officer, OutcomeDefinition.of("ok", "shared")),
                                step("shared", officer, OutcomeDefinition.of("ok", "both")),
                                StepDefinition.join("both", "sign"),
                                step(
                                        "sign",
                                        officer,
                                        OutcomeDefinition.of("ok", "end").issuing(Issue.GRANTED)),
                                StepDefinition.end("end")));
        assertThatThrownBy(() -> bpmn.write("x", LocalText.of("x"), process))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> {
                            assertThat(refused.problem()).isEqualTo(BpmnProblem.NOT_IN_BLOCKS);
                            assertThat(refused.arguments()).containsExactly("shared");
                        });
    }

    private static StepDefinition step(String id, Who who, OutcomeDefinition outcome) {
        return StepDefinition.of(id, StepKind.TASK, who, outcome);
    }
}
