package vn.motcua.form.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class FormPostTest {
    private static FormPost post(String line, String... pairs) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        for (int i = 0; i < pairs.length; i += 2) sent.add(pairs[i], pairs[i + 1]);
        var fields = Sample.field(line).allQuestions().getFirst().fields();
        return FormPost.read(fields, "", sent, Set.of(), Sample.ONLINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | '  Nguyễn   Thị  An ' | Nguyễn Thị An",
                "personal-id | 001 075 123456 | 001075123456",
                "tax-code | 0100109106001 | 0100109106-001",
                "phone | 0912.345.678 | +84912345678",
                "email | An@Vidu.VN | an@vidu.vn",
                "time | 9h5 | 09:05",
                "time | 14:05 | 14:05",
                "time | 7 giờ | 07:00",
                "money | 1.500.000 đ | 1500000",
                "money | 16000 | 16000",
                "number | 1.200 | 1200",
                "yes-no | true | true"
            })
    void what_people_write_is_understood(String type, String typed, String stored) {
        var post = post("{id: a, type: " + type + ", label: Ô}", "a", typed);
        assertThat(post.faults()).isEmpty();
        assertThat(String.valueOf(post.answers().get("a"))).isEqualTo(stored);
    }

    @Test
    void a_bad_date_is_kept_as_typed_with_words_beside_it() {
        var line = "{id: a, type: date, label: Ngày sinh}";
        var post = post(line, "a.day", "31", "a.month", "2", "a.year", "2026");
        assertThat(post.faults())
                .extracting(f -> f.path() + " " + f.key())
                .containsExactly("a form.answer.not-a-date");
        assertThat(post.typed().one("a.day")).isEqualTo("31");
        assertThat(post.answers()).containsEntry("a", null);
        assertThat(
                        post(line, "a.day", "3", "a.month", "", "a.year", "2026")
                                .faults()
                                .getFirst()
                                .key())
                .isEqualTo("form.answer.date-parts");
        assertThat(
                        post(line, "a.day", "3", "a.month", "2", "a.year", "26")
                                .faults()
                                .getFirst()
                                .key())
                .isEqualTo("form.answer.date-year");
        assertThat(post(line, "a.day", " 3", "a.month", "02", "a.year", "2026").answers())
                .containsEntry("a", "2026-02-03");
        assertThat(post(line).answers()).containsEntry("a", null);
    }

    @Test
    void a_partial_date_may_be_a_year_or_a_month() {
        var line = "{id: a, type: partial-date, label: Ngày sinh}";
        assertThat(post(line, "a.year", "1960").answers()).containsEntry("a", "1960");
        assertThat(post(line, "a.month", "5", "a.year", "1960").answers())
                .containsEntry("a", "1960-05");
        assertThat(post(line, "a.day", "1", "a.month", "5", "a.year", "1960").answers())
                .containsEntry("a", "1960-05-01");
        assertThat(post(line, "a.day", "1", "a.year", "1960").faults()).hasSize(1);
    }

    @Test
    void a_commune_is_found_by_name_without_marks() {
        var post =
                post(
                        "{id: a, type: address, label: Nơi ở}",
                        "a.province",
                        "79",
                        "a.commune",
                        "ben thanh",
                        "a.street",
                        "12 Lê Lợi");
        assertThat(post.faults()).isEmpty();
        assertThat(post.answers().get("a"))
                .isEqualTo(Map.of("province", "79", "commune", "26743", "street", "12 Lê Lợi"));
    }

    @Test
    void a_former_or_ambiguous_name_offers_todays_communes_and_keeps_the_text() {
        var line = "{id: a, type: address, label: Nơi ở}";
        var post = post(line, "a.province", "79", "a.commune", "Phường 5");
        assertThat(post.faults())
                .extracting(f -> f.path() + " " + f.key())
                .containsExactly("a.commune form.answer.commune-choose");
        assertThat(post.matches().get("a"))
                .extracting(m -> m.commune().name() + " ← " + m.former())
                .containsExactly(
                        "Phường An Đông ← Phường 5, Quận 5", "Phường Chợ Quán ← Phường 5, Quận 5");
        assertThat(post.typed().one("a.commune")).isEqualTo("Phường 5");
        var chosen =
                post(line, "a.province", "79", "a.commune", "Phường 5", "a.communeCode", "26801");
        assertThat(chosen.faults()).isEmpty();
        assertThat(chosen.answers().get("a"))
                .isEqualTo(Map.of("province", "79", "commune", "26801"));
    }

    @Test
    void a_choice_from_an_earlier_list_does_not_outlive_a_changed_text() {
        var line = "{id: a, type: address, label: Nơi ở}";
        var post =
                post(line, "a.province", "79", "a.commune", "Bến Thành", "a.communeCode", "26801");
        assertThat(post.answers().get("a")).isEqualTo(Map.of("province", "79", "commune", "26743"));
        assertThat(
                        post(line, "a.province", "79", "a.commune", "Không Có")
                                .faults()
                                .getFirst()
                                .key())
                .isEqualTo("form.answer.commune-unknown");
    }

    @Test
    void a_person_is_read_part_by_part_and_nothing_typed_is_no_person() {
        var line = "{id: a, type: person, label: Mẹ}";
        var post =
                post(
                        line,
                        "a.fullName",
                        "Nguyễn Thị An",
                        "a.birthDate.year",
                        "1996",
                        "a.sex",
                        "female",
                        "a.personalId",
                        "12");
        assertThat(post.answers().get("a"))
                .isEqualTo(
                        Map.of(
                                "fullName",
                                "Nguyễn Thị An",
                                "birthDate",
                                "1996",
                                "sex",
                                "female",
                                "personalId",
                                "12"));
        assertThat(post(line, "a.fullName", " ").answers()).containsEntry("a", null);
    }

    @Test
    void an_answer_written_out_and_read_again_is_the_same() {
        var form =
                Sample.field(
                        "{id: a, type: person, label: Mẹ, parts: [fullName, birthDate, sex, personalId, phone, address]}");
        var fields = form.allQuestions().getFirst().fields();
        Map<String, Object> person =
                Map.of(
                        "fullName",
                        "An",
                        "birthDate",
                        "1996-03-14",
                        "sex",
                        "female",
                        "personalId",
                        "079196004123",
                        "phone",
                        "+84912345678",
                        "address",
                        Map.of("province", "79", "commune", "26743", "street", "1"));
        var typed = Typed.of(fields, Map.of("a", person), "", Sample.ONLINE);
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        typed.controls().forEach(sent::addAll);
        assertThat(FormPost.read(fields, "", sent, Set.of(), Sample.ONLINE).answers().get("a"))
                .isEqualTo(person);
    }

    @Test
    void fields_the_page_only_shows_are_not_read() {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.add("a", "forged");
        var fields =
                Sample.field("{id: a, type: text, label: Tên}").allQuestions().getFirst().fields();
        assertThat(FormPost.read(fields, "", sent, Set.of("a"), Sample.ONLINE).answers()).isEmpty();
    }

    @Test
    void a_preset_stands_in_the_field_until_answered() {
        var fields =
                Sample.field("{id: a, type: number, label: Số bản, default: 0}")
                        .allQuestions()
                        .getFirst()
                        .fields();
        assertThat(Typed.of(fields, Map.of(), "", Sample.ONLINE).one("a")).isEqualTo("0");
        assertThat(Typed.of(fields, Map.of("a", 3L), "", Sample.ONLINE).one("a")).isEqualTo("3");
    }
}
