package vn.motcua.form.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{id: a, type: colour, label: X} | type",
                "{id: a, type: text, label: X, visibleWhen: 'b == 1'} | expression",
                "{id: a, type: text, label: X, visibleWhen: 'size(today) + 1'} | expression-no-condition",
                "{id: today, type: text, label: X} | reserved",
                "{id: a, type: text, label: X, visibleWhen: 'a == null'} | cycle",
                "{id: a, type: text, label: X, prefill: account.password} | prefill",
                "{id: a, type: attachment, label: X, component: nothing} | component",
                "{id: a, type: text, label: X, component: birth-proof} | component-place",
                "{id: a, type: text, label: X, options: [{value: a, label: A}]} | no-options",
                "{id: a, type: choice, label: X, options: [{value: a, label: A}, {value: a, label: B}]} | option-twice",
                "{id: a, type: date, label: X, max: tomorrow} | bound",
                "{id: a, type: number, label: X, default: ten} | default",
                "{id: a, type: text, label: X, required: true, calculate: channel} | calculated-required",
                "{id: a, type: text, label: X, message: Sai} | message-alone",
                "{id: a, type: text, label: X, import: csv} | import",
                "{id: a, type: text, label: X, fields: [{id: b, type: text, label: B}]} | no-parts",
                "{id: a, type: person, label: X, parts: [soul]} | part",
                "{id: a, type: repeat, label: X, fields: [{id: b, type: repeat, label: B, fields: [{id: c, type: text, label: C}]}]} | type-inside",
                "{id: a, type: repeat, label: X, itemTitle: z, fields: [{id: b, type: text, label: B}]} | item-title",
                "{id: a, type: repeat, label: X, fields: [{id: b, type: text, label: B, visibleWhen: 'c == 1'}, {id: c, type: text, label: C, visibleWhen: 'b == 1'}]} | cycle"
            })
    void a_fault_is_told_with_its_file_line_and_remedy(String line, String key) {
        var faults = Sample.faults(Sample.withField(line));
        assertThat(faults).extracting(f -> f.key()).contains("form.fault." + key);
        var fault = faults.getFirst();
        assertThat(fault.file()).isEqualTo("form.yaml");
        assertThat(fault.line()).isEqualTo(8);
        for (var locale : new Locale[] {Locale.of("vi"), Locale.ENGLISH}) {
            assertThat(fault.text(locale)).doesNotContain("form.fault").doesNotContain("{");
            assertThat(fault.remedy(locale)).doesNotContain("form.fault").doesNotContain("{1}");
        }
    }

    @Test
    void questions_that_wait_for_each_other_are_refused() {
        var yaml =
                """
                sections:
                  - id: s
                    title: S
                    questions:
                      - {id: one, title: A, visibleWhen: "b == 'x'", fields: [{id: a, type: text, label: A}]}
                      - {id: two, title: B, visibleWhen: "a == 'x'", fields: [{id: b, type: text, label: B}]}
                roles: {ownerName: a}
                """;
        assertThat(Sample.faults(yaml))
                .extracting(f -> f.key())
                .containsExactly("form.fault.cycle");
        assertThat(Sample.faults(yaml).getFirst().args().getFirst().toString())
                .contains("a")
                .contains("b")
                .contains("→");
    }

    @Test
    void an_id_used_twice_is_refused_wherever_it_stands() {
        var yaml =
                """
                sections:
                  - id: s
                    title: S
                    questions:
                      - {id: one, title: A, fields: [{id: a, type: text, label: A}]}
                      - {id: two, title: B, fields: [{id: a, type: text, label: B}]}
                roles: {ownerName: a}
                """;
        assertThat(Sample.faults(yaml))
                .extracting(f -> f.key() + f.line())
                .containsExactly("form.fault.twice6");
    }

    @Test
    void a_broken_file_gives_faults_and_no_exception() {
        for (var yaml :
                new String[] {
                    "",
                    "sections: 3",
                    "sections: [{}]",
                    "[a]",
                    "sections: [{id: x, title: y, questions: [{fields: [7]}]}]",
                    "\t"
                }) {
            assertThat(Sample.faults(yaml)).as(yaml).isNotEmpty();
        }
    }
}
