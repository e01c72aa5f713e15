package vn.motcua.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.FaultSink;
import vn.motcua.workflow.Blocks;
import vn.motcua.workflow.Bpmn;
import vn.motcua.workflow.Process;

/// What goes out as a drawing comes back as the same process.
class BpmnRoundTripTest {
    private static final LocalText NAME = LocalText.of("Thủ tục", "Procedure");
    private final Bpmn bpmn = new BpmnExchange();

    @Provide
    Arbitrary<Blocks> blocks() {
        return Blocks.some();
    }

    @TestFactory
    Stream<DynamicTest> every_process_of_the_project_comes_back_as_it_went() throws IOException {
        try (var paths = Files.walk(Path.of("..", "procedures"), 3)) {
            return paths.filter(path -> path.endsWith("process.yaml")).sorted().toList().stream()
                    .map(path -> DynamicTest.dynamicTest(path.toString(), () -> same(path)));
        }
    }

    private void same(Path path) throws IOException {
        var faults = new FaultSink();
        var reading = ProcessReader.read(Files.readString(path), faults);
        assertThat(faults.faults()).isEmpty();
        var process = Process.of(reading.start(), reading.steps());
        var drawing = bpmn.write(path.getName(2).toString(), NAME, process);
        Files.createDirectories(Path.of("target", "diagrams"));
        Files.write(Path.of("target", "diagrams", path.getName(2) + ".bpmn"), drawing);
        assertSame(process, drawing);
        assertThat(bpmn.read(drawing).faults()).isEmpty();
    }

    private void assertSame(Process process, byte[] drawing) {
        var faults = new FaultSink();
        var read = BpmnReader.read(drawing, faults);
        assertThat(faults.faults().stream().map(fault -> fault.sentence(Locale.ENGLISH))).isEmpty();
        var again = ProcessReader.read("" + read, new FaultSink());
        assertThat(again.start()).isEqualTo(process.start());
        for (var step : process.steps()) {
            var same = again.steps().stream().filter(s -> s.id().equals(step.id())).findFirst();
            assertThat(same).hasValue(step);
        }
        assertThat(again.steps()).hasSameSizeAs(process.steps());
    }

    @Property(tries = 300)
    void a_process_put_together_from_blocks_comes_back_as_it_went(@ForAll("blocks") Blocks blocks) {
        var process = Process.of("start", Blocks.table(blocks));
        var text = ProcessRows.text(process.start(), process.steps());
        var faults = new FaultSink();
        var written = ProcessReader.read(text, faults);
        assertThat(faults.faults()).as(text).isEmpty();
        assertThat(written.steps()).isEqualTo(process.steps());
        assertSame(process, bpmn.write("9.000001", NAME, process));
    }

    @Test
    void a_drawing_of_another_tool_becomes_a_table_of_steps() {
        var read = bpmn.read(drawing(SOMEBODY_ELSES));
        assertThat(read.faults().stream().map(fault -> fault.sentence(Locale.ENGLISH))).isEmpty();
        var reading = ProcessReader.read("" + read.text(), new FaultSink());
        assertThat(reading.start()).isEqualTo("activity-1");
        var appraise =
                reading.steps().stream().filter(s -> s.id().equals("activity-1")).findFirst();
        assertThat(appraise.orElseThrow().outcomes())
                .extracting(outcome -> outcome.name().vi())
                .containsExactly("Đạt", "Không đạt", "Quá hạn");
        assertThat(appraise.orElseThrow().timer()).isNotNull();
        assertThat(List.of("a", "b")).allMatch(id -> stepIds(reading.steps()).contains(id));
    }

    private static List<String> stepIds(List<vn.motcua.workflow.StepDefinition> steps) {
        return steps.stream().map(vn.motcua.workflow.StepDefinition::id).toList();
    }

    static byte[] drawing(String process) {
        return ("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  xmlns:flowable="http://flowable.org/bpmn" targetNamespace="x">
                  <process id="p">%s</process>
                </definitions>
                """
                        .formatted(process))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static final String SOMEBODY_ELSES =
            """
            <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="Activity_1"/>
            <userTask id="Activity_1" name="Thẩm định" flowable:candidateGroups="CASE_OFFICER:dat-dai"/>
            <boundaryEvent id="t" name="Quá hạn" attachedToRef="Activity_1">
              <timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition>
            </boundaryEvent>
            <sequenceFlow id="f2" sourceRef="Activity_1" targetRef="g"/>
            <exclusiveGateway id="g"/>
            <sequenceFlow id="f3" name="Đạt" sourceRef="g" targetRef="split"/>
            <sequenceFlow id="f4" name="Không đạt" sourceRef="g" targetRef="sign"/>
            <sequenceFlow id="f5" sourceRef="t" targetRef="sign"/>
            <parallelGateway id="split"/>
            <sequenceFlow id="f6" sourceRef="split" targetRef="a"/>
            <sequenceFlow id="f7" sourceRef="split" targetRef="b"/>
            <userTask id="a" name="A" flowable:candidateGroups="CASE_OFFICER"/>
            <userTask id="b" name="B" flowable:candidateGroups="CASE_OFFICER"/>
            <parallelGateway id="both"/>
            <sequenceFlow id="f8" sourceRef="a" targetRef="both"/>
            <sequenceFlow id="f9" sourceRef="b" targetRef="both"/>
            <sequenceFlow id="f10" sourceRef="both" targetRef="sign"/>
            <userTask id="sign" name="Ký" flowable:candidateGroups="APPROVER">
              <extensionElements>
                <m:row xmlns:m="urn:motcua:bpmn"><m:outcomes><m:item>
                  <m:id>sign</m:id><m:issues>GRANTED</m:issues></m:item></m:outcomes></m:row>
              </extensionElements>
            </userTask>
            <sequenceFlow id="f11" sourceRef="sign" targetRef="e"/><endEvent id="e"/>
            """;
}
