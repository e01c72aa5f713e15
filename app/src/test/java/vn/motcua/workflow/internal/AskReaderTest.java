package vn.motcua.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.motcua.procedure.FaultSink;
import vn.motcua.workflow.Ask;

class AskReaderTest {
    private final FaultSink faults = new FaultSink();

    private List<Ask> asks(String yaml) {
        return asks("CASE_OFFICER", yaml);
    }

    private List<Ask> asks(String who, String yaml) {
        var text =
                """
                start: appraise
                steps:
                  - id: appraise
                    name: {vi: Thẩm tra, en: Examine}
                    who: %s
                    asks:
                %s
                    outcomes:
                      - {id: ok, name: {vi: Được, en: Yes}, to: [end]}
                      - {id: no, name: {vi: Không, en: No}, to: [end], kind: NEGATIVE}
                  - id: end
                """
                        .formatted(who, yaml.indent(6).stripTrailing());
        return ProcessReader.read(text, faults).steps().getFirst().asks();
    }

    @Test
    void a_step_says_what_the_officer_types_for_the_result() {
        var asks =
                asks(
                        """
                        - {id: taxCode, type: number, required: true, label: {vi: Mã số, en: Number}}
                        - {id: why, label: {vi: Vì sao, en: Why}, outcomes: [no]}
                        """);
        assertThat(faults.faults()).isEmpty();
        assertThat(asks).extracting(Ask::type).containsExactly(Ask.Type.NUMBER, Ask.Type.TEXT);
        var step =
                vn.motcua.workflow.StepDefinition.of(
                        "s",
                        vn.motcua.workflow.StepKind.TASK,
                        vn.motcua.workflow.Who.NOBODY,
                        vn.motcua.workflow.OutcomeDefinition.of("ok", "end"));
        assertThat(asks.getFirst().askedWith(step.outcomes().getFirst())).isTrue();
        assertThat(asks.getLast().askedWith(step.outcomes().getFirst())).isFalse();
    }

    @Test
    void a_faulty_ask_is_told_with_its_line_and_the_remedy() {
        var _ =
                asks(
                        """
                        - {id: date, label: {vi: Ngày, en: Day}}
                        - {id: book, label: {vi: Sổ, en: Book}, outcomes: [maybe]}
                        - {id: book, type: choice, label: {vi: Sổ, en: Book}}
                        - {id: name, options: [{id: a, label: {vi: A, en: A}}], label: {vi: Tên, en: Name}}
                        """);
        var told = faults.faults().stream().map(fault -> fault.sentence(Locale.of("vi"))).toList();
        assertThat(told).hasSize(5).allMatch(line -> line.contains("process.yaml"));
        assertThat(String.join("\n", told))
                .contains(
                        "dòng 7",
                        "đã dành cho số và ngày",
                        "không có kết quả \"maybe\"",
                        "ít nhất hai lựa chọn",
                        "hỏi \"book\" hai lần",
                        "Bỏ options");
        assertThat(faults.faults().getFirst().sentence(Locale.ENGLISH))
                .contains("line 7", "bookNumber");
    }

    @Test
    void only_a_step_of_officers_asks() {
        var _ = asks("CITIZEN", "- {id: book, label: {vi: Sổ, en: Book}}");
        assertThat(faults.faults()).hasSize(1);
        assertThat(faults.faults().getFirst().sentence(Locale.ENGLISH))
                .contains("process.yaml", "line 6", "CASE_OFFICER or APPROVER");
    }
}
