package vn.motcua.form.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.form.Answers;

/// Each type with answers it takes and answers it sends back.
class FieldTypesTest {
    private static String line(String type, String more) {
        return "{id: a, type: "
                + type
                + ", label: Ô này"
                + (more.isEmpty() ? "" : ", " + more)
                + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | | An | ",
                "text | maxLength: 3 | Ngọc | too-long",
                "text | maxLength: 4 | Ngọc | ",
                "text | format: name | Tôn Nữ Hoàng Bảo Ngọc | ",
                "text | format: name | H'Hen Niê | ",
                "text | format: name | Nguyễn Văn A1 | not-a-name",
                "longtext | | Một câu | ",
                "time | | 14:05 | ",
                "time | | 24:05 | not-a-time",
                "time | | 9:05 | not-a-time",
                "date | | 2026-11-20 | ",
                "date | | 2026-02-29 | not-a-date",
                "date | | 20/11/2026 | not-a-date",
                "date | max: today | 2026-11-23 | ",
                "date | max: today | 2026-11-24 | date-to-today",
                "date | min: today | 2026-11-22 | date-from-today",
                "date | max: today-16y | 2010-11-23 | ",
                "date | max: today-16y | 2010-11-24 | date-too-late",
                "date | min: 2020-01-01 | 2019-12-31 | date-too-early",
                "date | | 1066-10-14 | date-too-early",
                "partial-date | | 1960 | ",
                "partial-date | | 1960-05 | ",
                "partial-date | | 1960-05-31 | ",
                "partial-date | | 1960-13 | not-a-date",
                "partial-date | | 60 | not-a-date",
                "partial-date | max: today | 2026 | ",
                "partial-date | max: today | 2026-12 | date-to-today",
                "choice | options: [{value: x, label: X}] | x | ",
                "choice | options: [{value: x, label: X}] | y | not-a-choice",
                "personal-id | | 001075123456 | ",
                "personal-id | | 062305000001 | ",
                "personal-id | | 007075123456 | identity.personal-id.province",
                "personal-id | | 01075123456 | identity.personal-id.length",
                "personal-id | | 001 075 123456 | not-canonical",
                "tax-code | | 0100109106 | ",
                "tax-code | | 0100109106-001 | ",
                "tax-code | | 0101234567 | identity.tax-code.check",
                "tax-code | | 0100109106-000 | identity.tax-code.branch",
                "tax-code | | 001075123456 | ",
                "phone | | +84912345678 | ",
                "phone | | 0912345678 | not-canonical",
                "phone | | 12345 | identity.phone.form",
                "email | | an@vidu.vn | ",
                "email | | an@vidu | not-an-email",
                "email | | an vidu.vn | not-an-email"
            })
    void a_text_is_taken_or_sent_back(String type, String more, String value, String fault) {
        assertThat(Sample.keys(line(type, more == null ? "" : more), value))
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    void numbers_keep_their_bounds_and_decimals() {
        assertThat(Sample.keys(line("number", ""), 3)).isEmpty();
        assertThat(Sample.keys(line("number", ""), 3.5)).containsExactly("not-whole");
        assertThat(Sample.keys(line("number", "decimals: 1"), 3.5)).isEmpty();
        assertThat(Sample.keys(line("number", "decimals: 1"), 3.55))
                .containsExactly("too-many-decimals");
        assertThat(Sample.keys(line("number", "min: 0, max: 20"), -1)).containsExactly("too-small");
        assertThat(Sample.keys(line("number", "min: 0, max: 20"), 21)).containsExactly("too-big");
        assertThat(Sample.keys(line("number", ""), "3")).containsExactly("not-a-number");
        assertThat(Sample.keys(line("money", ""), 1_500_000L)).isEmpty();
        assertThat(Sample.keys(line("money", ""), -1)).containsExactly("too-small");
        assertThat(Sample.keys(line("money", ""), 1.5)).containsExactly("not-money");
    }

    @Test
    void several_choices_come_from_the_list_each_once() {
        var line =
                line(
                        "choices",
                        "max: 2, options: [{value: x, label: X}, {value: y, label: Y}, {value: z, label: Z}]");
        assertThat(Sample.keys(line, List.of("x", "y"))).isEmpty();
        assertThat(Sample.keys(line, List.of("x", "q"))).containsExactly("not-a-choice");
        assertThat(Sample.keys(line, List.of("x", "x"))).containsExactly("chosen-twice");
        assertThat(Sample.keys(line, List.of("x", "y", "z"))).containsExactly("too-many-choices");
        assertThat(Sample.keys(line, "x")).containsExactly("not-a-choice");
    }

    @Test
    void a_declaration_must_be_agreed_to_and_yes_or_no_may_be_no() {
        assertThat(Sample.keys(line("declaration", "required: true"), true)).isEmpty();
        assertThat(Sample.keys(line("declaration", "required: true"), false))
                .containsExactly("missing.agree");
        assertThat(Sample.keys(line("yes-no", "required: true"), false)).isEmpty();
        assertThat(Sample.keys(line("yes-no", "required: true"), "true"))
                .containsExactly("not-yes-no");
    }

    @Test
    void an_address_is_a_commune_of_today_in_its_province() {
        var line = line("address", "required: true");
        assertThat(Sample.keys(line, Map.of("province", "79", "commune", "26743"))).isEmpty();
        assertThat(Sample.keys(line, Map.of("province", "79", "commune", "16681")))
                .containsExactly("no-commune");
        assertThat(Sample.keys(line, Map.of("province", "15"))).containsExactly("no-province");
        assertThat(Sample.keys(line, Map.of("province", "79", "commune", "26743", "district", "1")))
                .containsExactly("unknown-field");
        assertThat(Sample.keys(line, null)).containsExactly("missing.enter");
    }

    @Test
    void a_person_has_a_name_and_a_birth_date_and_numbers_that_fit() {
        var line = line("person", "required: true");
        assertThat(Sample.keys(line, Map.of("fullName", "Trần Quốc Bảo", "birthDate", "1994")))
                .isEmpty();
        assertThat(Sample.keys(line, Map.of("fullName", "Trần Quốc Bảo")))
                .containsExactly("missing.enter");
        assertThat(
                        Sample.keys(
                                line,
                                Map.of("fullName", "Bảo", "birthDate", "1994", "personalId", "12")))
                .containsExactly("identity.personal-id.length");
        assertThat(Sample.keys(line, Map.of("fullName", "Bảo", "birthDate", "1994", "pet", "cat")))
                .containsExactly("unknown-field");
        assertThat(
                        Sample.keys(
                                line("organisation", ""),
                                Map.of("name", "EVN", "taxCode", "0100100079")))
                .isEmpty();
        assertThat(
                        Sample.keys(
                                line("organisation", "parts: [name, 'taxCode?']"),
                                Map.of("name", "Chợ")))
                .isEmpty();
    }

    @Test
    void items_of_a_repeat_are_checked_one_by_one() {
        var line =
                line(
                        "repeat",
                        "min: 1, max: 2, fields: [{id: n, type: text, label: Tên, required: true}]");
        var form = Sample.field(line);
        assertThat(Sample.keys(form, Answers.of(Map.of("a", List.of(Map.of("n", "An"))))))
                .isEmpty();
        assertThat(
                        form.validate(
                                Answers.of(
                                        Map.of("a", List.of(Map.of("n", "An"), Map.of("m", "x")))),
                                Sample.ONLINE))
                .extracting(f -> f.path())
                .containsExactly("a[1].m", "a[1].n");
        assertThat(
                        Sample.keys(
                                form,
                                Answers.of(
                                        Map.of(
                                                "a",
                                                List.of(
                                                        Map.of("n", "1"),
                                                        Map.of("n", "2"),
                                                        Map.of("n", "3"))))))
                .containsExactly("too-many-items");
        assertThat(Sample.keys(form, Answers.of(Map.of("a", List.of()))))
                .containsExactly("too-few-items");
        assertThat(Sample.keys(form, Answers.of(Map.of("a", List.of("An")))))
                .containsExactly("not-a-group");
    }

    @Test
    void an_attachment_names_files_of_the_vault() {
        var line = line("attachment", "component: birth-proof, required: true");
        assertThat(Sample.keys(line, List.of("0199e3a1-1111-7111-8111-111111111111"))).isEmpty();
        assertThat(Sample.keys(line, List.of("../../etc/passwd"))).containsExactly("no-such-file");
        assertThat(Sample.keys(line, List.of())).containsExactly("missing.attach");
        var many = new ArrayList<String>();
        for (int i = 0; i < 11; i++)
            many.add("0199e3a1-1111-7111-8111-1111111111%02d".formatted(i));
        assertThat(Sample.keys(line, many)).containsExactly("too-many-files");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "longtext",
                "number",
                "money",
                "date",
                "partial-date",
                "time",
                "yes-no",
                "personal-id",
                "tax-code",
                "phone",
                "email",
                "address",
                "person",
                "organisation",
                "attachment",
                "declaration"
            })
    void an_answer_of_another_kind_is_sent_back_whatever_the_type(String type) {
        assertThat(
                        Sample.keys(
                                line(type, ""),
                                type.equals("address")
                                                || type.equals("person")
                                                || type.equals("organisation")
                                        ? "x"
                                        : Map.of("x", "y")))
                .hasSize(1);
        assertThat(Sample.keys(line(type, ""), null)).isEmpty();
        if (!type.equals("declaration"))
            assertThat(Sample.keys(line(type, "required: true"), null)).hasSize(1);
    }
}
