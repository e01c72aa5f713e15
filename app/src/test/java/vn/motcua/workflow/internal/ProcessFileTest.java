package vn.motcua.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ChannelRule;
import vn.motcua.procedure.Fault;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.Records;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.Term;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Engine;
import vn.motcua.workflow.OpenStep;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.StepKind;
import vn.motcua.workflow.Variables;

class ProcessFileTest {
    private static final String PERMIT =
            """
            start: receive
            steps:
              - id: receive
                name: {vi: Tiếp nhận, en: Receive}
                who: RECEPTIONIST
                hours: 2
                to: lookup
              - id: lookup
                name: {vi: Tra cứu, en: Look up}
                who: SYSTEM
                outcomes:
                  - {id: house, name: {vi: Nhà ở, en: House}, onlyWhen: "kind == 'house' && size(storeys) < 3", to: [sign]}
                  - {id: other, name: {vi: Công trình khác, en: Other}, to: [site, opinion]}
              - id: site
                name: {vi: Khảo sát tại chỗ, en: Site visit}
                who: {position: CASE_OFFICER, unit: xay-dung}
                hours: 16
                outcomes:
                  - {id: seen, name: {vi: Đã khảo sát, en: Seen}, to: [gather]}
              - id: opinion
                name: {vi: Hỏi ý kiến, en: Ask opinion}
                who: SYSTEM
                counted: false
                timer: {after: {quantity: 12, unit: CALENDAR_DAY}, outcome: agree, note: {vi: Im lặng là đồng ý, en: Silence is agreement}}
                outcomes:
                  - {id: agree, name: {vi: Đồng ý, en: Agree}, to: [gather]}
                  - {id: object, name: {vi: Không đồng ý, en: Object}, to: [gather], kind: NEGATIVE}
              - id: gather
                join: true
                to: sign
              - id: sign
                name: {vi: Ký, en: Sign}
                who: APPROVER
                hours: 4
                outcomes:
                  - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: GRANTED}
                  - {id: refuse, name: {vi: Từ chối, en: Refuse}, to: [end], issues: REJECTED, kind: NEGATIVE}
            """;

    private final ReleasedProcesses processes = new ReleasedProcesses(Set::of);

    private static ReleaseFiles files(String text) {
        return ReleaseFiles.ofTexts(Map.of(ReleaseFiles.PROCESS, text), new FaultSink());
    }

    private List<Fault> check(String text) {
        return processes.check(record(new Term.Within(10, "WORKING_DAY", null, null)), files(text));
    }

    private Process compile(String text) {
        var files = files(text);
        var record = record(new Term.Within(10, "WORKING_DAY", null, null));
        return processes.of(new Release(record.id(), record, files, files.hash()));
    }

    static ProcedureRecord record(String code) {
        return record(code, new Term.Within(10, "WORKING_DAY", null, null));
    }

    private static ProcedureRecord record(Term term) {
        return record("1.013225", term);
    }

    private static ProcedureRecord record(String code, Term term) {
        var rule =
                new ChannelRule(
                        Channel.ONLINE,
                        null,
                        term,
                        ChannelRule.ClockStart.COMPLETE_DOSSIER,
                        List.of(),
                        null);
        return Records.of(code, "x", List.of(rule));
    }

    @Test
    void a_sound_process_has_no_fault() {
        assertThat(check(PERMIT)).isEmpty();
    }

    @Test
    void conditions_read_the_answers_and_choose_the_way() {
        var process = compile(PERMIT);
        assertThat(afterReceiving(process, Map.of("kind", "house", "storeys", List.of(1, 2))))
                .containsExactly("sign");
        assertThat(afterReceiving(process, Map.of("kind", "factory")))
                .containsExactly("site", "opinion");
        assertThat(afterReceiving(process, Map.of())).containsExactly("site", "opinion");
    }

    private static List<String> afterReceiving(Process process, Map<String, Object> answers) {
        var variables = new Variables("ONLINE", answers);
        var start = Engine.start(process, variables).state();
        var done = new Action.Complete("receive", "done");
        var state = Engine.apply(process, start, done, variables).state();
        return state.open().stream().map(OpenStep::stepId).toList();
    }

    @Test
    void a_system_step_with_a_timer_waits_and_one_without_does_not() {
        var process = compile(PERMIT);
        assertThat(process.step("lookup").kind()).isEqualTo(StepKind.AUTOMATIC);
        assertThat(process.step("opinion").kind()).isEqualTo(StepKind.WAIT);
    }

    @Test
    void an_unknown_target_is_told_with_its_line_and_a_remedy() {
        var faults = check(PERMIT.replace("to: [site, opinion]", "to: [site, opinions]"));
        assertThat(faults).hasSize(1);
        var fault = faults.getFirst();
        assertThat(fault.line()).isEqualTo(8);
        assertThat(fault.text(Locale.ROOT)).contains("Tra cứu", "opinions");
        assertThat(fault.remedy(Locale.ROOT)).isNotBlank();
        assertThat(fault.text(Locale.ENGLISH)).contains("Look up", "opinions");
    }

    @Test
    void a_branch_that_misses_the_join_is_told_by_the_way_that_leads_there() {
        var faults = check(PERMIT.replace("en: Seen}, to: [gather]}", "en: Seen}, to: [sign]}"));
        assertThat(sentences(faults, "en"))
                .contains("end-inside-split")
                .contains("Site visit → Sign (Sign)");
    }

    @Test
    void a_dossier_that_cannot_finish_is_told_by_the_way_that_leads_there() {
        var faults =
                check(
                        PERMIT.replace(
                                        "to: [end], issues: REJECTED, kind: NEGATIVE}",
                                        "to: [limbo], issues: REJECTED, kind: NEGATIVE}")
                                + """
                                  - id: limbo
                                    name: {vi: Chờ mãi, en: Limbo}
                                    who: CASE_OFFICER
                                    to: limbo
                                """);
        assertThat(sentences(faults, "en")).contains("cannot-finish").contains("Sign (Refuse)");
    }

    @Test
    void steps_that_take_longer_than_the_law_allows_are_refused() {
        var record = record(new Term.Within(2, "WORKING_DAY", null, null));
        var faults = processes.check(record, files(PERMIT));
        assertThat(sentences(faults, "vi")).contains("22 giờ", "16 giờ", "Khảo sát tại chỗ 16");
    }

    @Test
    void a_condition_that_is_no_condition_is_refused() {
        assertThat(check(PERMIT.replace("kind == 'house' && size(storeys) < 3", "channel + 1")))
                .extracting(Fault::key)
                .containsExactly("workflow.fault.bad-condition");
        assertThat(check(PERMIT.replace("kind == 'house' && size(storeys) < 3", "kind =")))
                .extracting(Fault::key)
                .containsExactly("workflow.fault.bad-condition");
    }

    @Test
    void a_step_without_anybody_to_do_it_is_refused() {
        assertThat(check(PERMIT.replace("    who: APPROVER\n", "")))
                .extracting(Fault::key)
                .contains("workflow.fault.missing-who");
    }

    @Test
    void a_condition_without_else_is_refused() {
        assertThat(check(PERMIT.replace("hours: 4", "onlyWhen: \"kind == 'x'\"")))
                .extracting(Fault::key)
                .containsExactly("workflow.fault.no-else");
    }

    @Test
    void a_step_for_a_channel_that_is_not_offered_cannot_be_reached() {
        var text =
                PERMIT.replace(
                        "who: APPROVER",
                        "who: APPROVER\n    onlyWhen: \"channel == 'POSTAL'\"\n    else: end");
        assertThat(check(text)).extracting(Fault::key).contains("workflow.fault.unreachable");
    }

    @Test
    void every_fault_has_words_and_a_remedy_in_both_languages() throws Exception {
        for (var name : List.of("workflow.properties", "workflow_en.properties")) {
            var bundle = new java.util.Properties();
            try (var in = ProcessFileTest.class.getResourceAsStream("/messages/" + name)) {
                bundle.load(
                        new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
            }
            var faults =
                    bundle.stringPropertyNames().stream()
                            .filter(key -> key.startsWith("workflow.fault."))
                            .collect(Collectors.toSet());
            assertThat(faults).isNotEmpty();
            for (var key : faults) {
                if (!key.endsWith(".remedy")) assertThat(faults).contains(key + ".remedy");
            }
            for (var refusal : vn.motcua.workflow.Refusal.values()) {
                assertThat(bundle).containsKey("problem." + refusal.code() + ".title");
            }
        }
    }

    private static String sentences(List<Fault> faults, String language) {
        var locale = Locale.forLanguageTag(language);
        return faults.stream()
                .map(fault -> fault.key() + " " + fault.text(locale))
                .collect(Collectors.joining("\n"));
    }
}
