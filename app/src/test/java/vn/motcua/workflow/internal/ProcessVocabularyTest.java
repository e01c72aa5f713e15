package vn.motcua.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.procedure.FaultSink;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Call;
import vn.motcua.workflow.Engine;
import vn.motcua.workflow.Formula;
import vn.motcua.workflow.OpenStep;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.ProcessDiagram;
import vn.motcua.workflow.Service;
import vn.motcua.workflow.Several;
import vn.motcua.workflow.State;
import vn.motcua.workflow.StepKind;
import vn.motcua.workflow.TimerAct;
import vn.motcua.workflow.Variables;
import vn.motcua.workflow.Who;

/// What `process.yaml` can say beyond single steps, and what is refused of it.
class ProcessVocabularyTest {
    private static final String PERMIT =
            """
            start: receive
            steps:
              - id: receive
                name: {vi: Tiếp nhận, en: Receive}
                who: RECEPTIONIST
                to: ask
              - id: ask
                name: {vi: Xin ý kiến, en: Ask}
                who: {position: CASE_OFFICER, assign: LOAD}
                outcomes:
                  - {id: ok, name: {vi: Xin, en: Ask}, to: [survey-1, fire, council], split: INCLUSIVE}
              - id: fire
                name: {vi: Phòng cháy, en: Fire safety}
                who: {position: CASE_OFFICER, agency: fire-police}
                onlyWhen: "floors > 6"
                timers:
                  - {after: {quantity: 4, unit: WORKING_HOUR}, warn: true}
                  - {after: {quantity: 1, unit: WORKING_DAY}, escalate: LEADER}
                  - {after: {quantity: 12, unit: CALENDAR_DAY}, outcome: agreed, note: {vi: Im lặng, en: Silence}}
                outcomes:
                  - {id: agreed, name: {vi: Đồng ý, en: Agreed}, to: [gather]}
                  - {id: opposed, name: {vi: Phản đối, en: Opposed}, to: [gather], kind: NEGATIVE}
              - id: council
                name: {vi: Hội đồng, en: Council}
                who: APPROVER
                people: {count: 3, decide: QUORUM, quorum: 2, else: rejected}
                outcomes:
                  - {id: accepted, name: {vi: Thông qua, en: Accepted}, to: [gather]}
                  - {id: rejected, name: {vi: Không thông qua, en: Rejected}, to: [gather]}
              - id: survey-1
                name: {vi: Khảo sát, en: Survey}
                use: survey
                inputs: {area: landArea}
                outcomes:
                  - {id: fine, name: {vi: Đạt, en: Fine}, to: [gather]}
                  - {id: poor, name: {vi: Không đạt, en: Poor}, to: [gather], kind: NEGATIVE}
              - id: gather
                join: true
                to: bill
              - id: bill
                name: {vi: Nộp lệ phí, en: Pay the fee}
                service: {kind: BILL, fees: [building-permit]}
                to: other
              - id: other
                name: {vi: Thủ tục khác, en: Another procedure}
                call: {procedure: "1.004222", agency: commune-police, inputs: {fullName: "applicant.fullName", storeys: "floors + 1"}}
                outcomes:
                  - {id: granted, name: {vi: Được, en: Granted}, to: [tell]}
                  - {id: rejected, name: {vi: Bị từ chối, en: Rejected}, to: [tell]}
                  - {id: failed, name: {vi: Không xong, en: Failed}, to: [tell]}
              - id: tell
                name: {vi: Báo, en: Tell}
                service: {kind: NOTIFY, text: {vi: Sắp xong, en: Nearly done}}
                to: sign
              - id: sign
                name: {vi: Ký, en: Sign}
                who: {position: APPROVER, assign: HAND, notBy: [ask, survey-1.visit]}
                outcomes:
                  - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: GRANTED}
            processes:
              survey:
                start: visit
                inputs: [area]
                steps:
                  - id: visit
                    name: {vi: Đến nơi, en: Visit}
                    who: CASE_OFFICER
                    outcomes:
                      - {id: ok, name: {vi: Được, en: Ok}, to: [measure]}
                      - {id: no, name: {vi: Không, en: No}, to: [poor]}
                  - id: measure
                    name: {vi: Đo, en: Measure}
                    who: CASE_OFFICER
                    onlyWhen: "area > 100 && 'area' != ''"
                    else: fine
                    to: fine
                  - {id: fine, end: true}
                  - {id: poor, end: true}
            """;

    private static ProcessReader.Reading read(String text) {
        var faults = new FaultSink();
        var reading = ProcessReader.read(text, faults);
        assertThat(faults.faults().stream().map(it -> it.sentence(Locale.ENGLISH))).isEmpty();
        return reading;
    }

    private static List<String> faults(String text) {
        var sink = new FaultSink();
        var reading = ProcessReader.read(text, sink);
        if (!sink.isEmpty()) {
            sink.faults().forEach(it -> assertThat(it.line()).isPositive());
            return sink.faults().stream().map(it -> it.key().substring(15)).toList();
        }
        return Soundness.check(reading.start(), reading.steps(), List.of("ONLINE")).stream()
                .peek(
                        it ->
                                assertThat(it.at("process.yaml", 1).text(Locale.ROOT))
                                        .doesNotContain("{"))
                .map(Finding::key)
                .toList();
    }

    @Test
    void the_whole_vocabulary_is_read() {
        var reading = read(PERMIT);
        var process = Process.of(reading.start(), reading.steps());
        assertThat(Soundness.check(reading.start(), reading.steps(), List.of("ONLINE"))).isEmpty();
        assertThat(process.step("ask").who().assignment()).isEqualTo(Who.Assignment.LOAD);
        assertThat(process.step("fire").who().agency()).isEqualTo("fire-police");
        assertThat(process.step("fire").timers())
                .extracting(timer -> (Object) timer.act())
                .containsExactly(
                        new TimerAct.Warn(),
                        new TimerAct.Escalate(Position.LEADER),
                        new TimerAct.Take("agreed"));
        assertThat(process.step("council").several()).isEqualTo(Several.quorum(2, 3, "rejected"));
        assertThat(process.step("sign").who().notBy()).containsExactly("ask", "survey-1.visit");
        assertThat(process.step("bill").service())
                .isEqualTo(new Service.Bill(List.of("building-permit")));
        assertThat(process.step("bill").counted()).isFalse();
        assertThat(process.step("bill").kind()).isEqualTo(StepKind.WAIT);
        assertThat(process.step("tell").kind()).isEqualTo(StepKind.AUTOMATIC);
        assertThat(process.step("other").kind()).isEqualTo(StepKind.WAIT);
    }

    @Test
    void the_drawing_shows_who_else_takes_part_and_what_time_does() throws Exception {
        var process = Process.of("receive", read(PERMIT).steps());
        var tall = new Variables("ONLINE", Map.of("floors", 9));
        var state = play(process, tall, "receive.done", "ask.ok");
        var vietnamese = ProcessDiagram.svg(process, state, Locale.ROOT);
        assertThat(vietnamese)
                .contains("Cơ quan khác: Cảnh sát phòng cháy")
                .contains("3 người, cần 2 ý kiến giống nhau")
                .contains("Sau 4 giờ làm việc: nhắc")
                .contains("Sau 1 ngày làm việc: chuyển")
                .contains("Sau 12 ngày: Đồng ý")
                .contains("Thủ tục 1.004222 tại")
                .contains("Lập phiếu thu, chờ nộp")
                .contains("Quy trình con", "trong: Khảo sát")
                .contains("tùy hồ sơ");
        assertThat(ProcessDiagram.svg(process, null, Locale.ENGLISH))
                .contains("Other agency: Fire police")
                .contains("3 people, 2 must agree")
                .contains("After 4 working hours: warns")
                .contains("After 1 working day: to Head")
                .contains("Sub-process", "in: Survey", "in some cases");
        assertThat(vietnamese.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeLessThan(24_000);
        Files.createDirectories(Path.of("target", "diagrams"));
        Files.writeString(Path.of("target", "diagrams", "vocabulary.svg"), vietnamese);
        Files.writeString(
                Path.of("target", "diagrams", "vocabulary-en.svg"),
                ProcessDiagram.svg(process, null, Locale.ENGLISH));
    }

    @Test
    void what_another_procedure_starts_with_is_computed_from_the_answers() {
        var call =
                Objects.requireNonNull(
                        Process.of("receive", read(PERMIT).steps()).step("other").call());
        assertThat(call).extracting(Call::procedure).isEqualTo("1.004222");
        var variables =
                new Variables(
                        "ONLINE", Map.of("applicant", Map.of("fullName", "Lê An"), "floors", 3));
        assertThat(input(call, "fullName").of(variables)).isEqualTo("Lê An");
        assertThat(input(call, "storeys").of(variables)).isEqualTo(4L);
        assertThat(input(call, "storeys").of(Variables.of("ONLINE"))).isNull();
    }

    private static Formula input(Call call, String name) {
        return Objects.requireNonNull(call.inputs().get(name));
    }

    @Test
    void a_sub_process_runs_inside_with_its_inputs_renamed_and_its_ends_leading_on() {
        var process = Process.of("receive", read(PERMIT).steps());
        assertThat(process.step("survey-1.measure").onlyWhen())
                .hasToString("landArea > 100 && 'area' != ''");
        var large = new Variables("ONLINE", Map.of("landArea", 200, "area", 5));
        assertThat(open(play(process, large, "receive.done", "ask.ok", "survey-1.visit/ok")))
                .containsExactly("survey-1.measure", "council");
        var small = new Variables("ONLINE", Map.of("landArea", 20, "area", 500));
        var state = play(process, small, "receive.done", "ask.ok", "survey-1.visit/ok");
        assertThat(open(state)).containsExactly("council");
    }

    private static State play(Process process, Variables variables, String... moves) {
        var state = Engine.start(process, variables).state();
        for (var move : moves) {
            int at = move.contains("/") ? move.indexOf('/') : move.indexOf('.');
            var action = new Action.Complete(move.substring(0, at), move.substring(at + 1));
            state = Engine.apply(process, state, action, variables).state();
        }
        return state;
    }

    private static List<String> open(State state) {
        return state.open().stream().map(OpenStep::stepId).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    quorum: 2, else | quorum: 4, else | quorum-over-count
                    else: rejected | else: refused | people-else
                    , else: rejected |  | people-no-else
                    decide: QUORUM, | decide: ALL, | quorum-unused
                    who: APPROVER\\n    people | who: CITIZEN\\n    people | people-on-passage
                    notBy: [ask, | notBy: [asked, | not-by-unknown
                    notBy: [ask, | notBy: [sign, | not-by-itself
                    notBy: [ask, | notBy: [bill, | not-by-nobody
                    notBy: [ask, | notBy: [fire, | not-by-nobody
                    who: RECEPTIONIST | who: {position: CITIZEN, assign: LOAD} | assign-nobody
                    outcome: agreed, | outcome: silent, | timer-outcome
                    {quantity: 1, unit: WORKING_DAY}, escalate | {quantity: 2, unit: WORKING_HOUR}, escalate | timer-order
                    {quantity: 1, unit: WORKING_DAY}, escalate | {quantity: 30, unit: WORKING_DAY}, escalate | timer-order
                    escalate: LEADER | outcome: opposed | timer-order
                    escalate: LEADER | escalate: CITIZEN | escalate-nobody
                    escalate: LEADER | escalate: LEADER, warn: true | timer-acts
                    use: survey | use: surveys | sub-unknown
                    use: survey | use: survey\\n    hours: 2 | use-key
                    inputs: [area] | inputs: [] | sub-input
                    inputs: {area: landArea} | inputs: {size: landArea} | sub-extra-input
                    {id: fine, name | {id: good, name | sub-no-end
                    {id: fine, name: {vi: Đạt, en: Fine}, to: [gather]} | {id: fine, name: {vi: Đạt, en: Fine}, to: [gather], atMost: 1} | sub-outcome-guarded
                    name: {vi: Đo, en: Measure}\\n        who: CASE_OFFICER\\n | name: {vi: Đo, en: Measure}\\n        use: survey\\n | sub-cycle
                    {id: failed, | {id: broken, | call-outcome
                    "floors + 1" | "floors +" | bad-formula
                    {id: granted, name: {vi: Được, en: Granted}, to: [tell]} | {id: granted, name: {vi: Được, en: Granted}, to: [nowhere]} | unknown-target
                    to: [survey-1, fire, council] | to: [fire] | inclusive-one
                    start: visit | start: look | unknown-target
                    """)
    void what_is_wrong_is_refused_by_name(String before, String after, String key) {
        var text = PERMIT.replace(line(before), line(after == null ? "" : after));
        assertThat(text).isNotEqualTo(PERMIT);
        assertThat(faults(text)).contains(key);
    }

    private static String line(String text) {
        return text.replace("\\n", "\n");
    }

    @Test
    void branches_whose_conditions_can_all_be_false_are_told_with_the_way_there() {
        var text = PERMIT.replace("to: [survey-1, fire, council]", "to: [fire, wet]");
        text =
                text.replace(
                        "  - id: gather\n",
                        """
                          - id: wet
                            name: {vi: Đất ngập, en: Wet land}
                            who: CASE_OFFICER
                            onlyWhen: "river == true"
                            to: gather
                          - id: gather
                        """);
        var reading = read(text);
        var findings = Soundness.check(reading.start(), reading.steps(), List.of("ONLINE"));
        var told =
                findings.stream()
                        .filter(it -> it.key().equals("no-branch"))
                        .map(it -> it.at("process.yaml", 1).text(Locale.ENGLISH))
                        .collect(Collectors.joining());
        assertThat(told).contains("\"Ask\"").contains("Receive → Ask");
    }

    @Test
    void an_agency_group_nobody_belongs_to_is_refused_and_so_is_a_call_to_itself() {
        var steps = read(PERMIT).steps();
        var record = ProcessFileTest.record("1.004222");
        assertThat(Outside.check(steps, record, Set.of("commune", "commune-police")))
                .extracting(it -> it.key() + " " + it.step())
                .containsExactlyInAnyOrder(
                        "unknown-agency fire", "call-itself other", "bill-fee bill");
        assertThat(Outside.check(steps, ProcessFileTest.record("1.013225"), Set.of()))
                .extracting(Finding::key)
                .containsExactly("bill-fee");
        var citizen =
                read(
                        PERMIT.replace(
                                "{position: CASE_OFFICER, agency: fire-police}",
                                "{position: CITIZEN, agency: fire-police}"));
        assertThat(Outside.check(citizen.steps(), record, Set.of()))
                .extracting(Finding::key)
                .contains("agency-nobody");
    }

    @Test
    void names_inside_texts_and_after_dots_stay() {
        assertThat(
                        Identifiers.rename(
                                "area > 1 && p.area == 'area' && \"\"\"area\"\"\" != r'\\' + areas",
                                Map.of("area", "x")))
                .isEqualTo("x > 1 && p.area == 'area' && \"\"\"area\"\"\" != r'\\' + areas");
    }
}
