package vn.motcua.form.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.motcua.form.Answers;

class SettlerTest {
    static final String YAML =
            """
            sections:
              - id: s
                title: Phần
                questions:
                  - id: kind
                    title: Loại
                    fields:
                      - {id: kind, type: choice, label: Loại, options: [{value: own, label: A}, {value: agent, label: B}]}
                  - id: agent
                    title: Người được ủy quyền
                    visibleWhen: "kind == 'agent'"
                    fields:
                      - {id: agentName, type: text, label: Tên, required: true}
                      - {id: agentFee, type: yes-no, label: Có thù lao}
                  - id: fee
                    title: Thù lao
                    visibleWhen: "agentFee == true"
                    fields:
                      - {id: fee, type: money, label: Thù lao}
                      - {id: feeTwice, type: money, label: Gấp đôi, calculate: "fee * 2"}
                  - id: guests
                    title: Khách
                    fields:
                      - id: guests
                        type: repeat
                        label: Khách
                        fields:
                          - {id: foreign, type: yes-no, label: Người nước ngoài}
                          - {id: passport, type: text, label: Hộ chiếu, visibleWhen: "foreign == true", requiredWhen: "foreign == true"}
                      - {id: foreigners, type: number, label: Số người nước ngoài, calculate: "count(guests, 'foreign', true)"}
                  - id: other
                    title: Khác
                    fields:
                      - {id: other, type: text, label: Khác}
            roles: {ownerName: agentName, summary: "'Hồ sơ ' + kind", ownerPhone: other}
            """;

    private final CompiledForm form = Sample.form(YAML);

    private static final Map<String, Object> ALL =
            Map.of(
                    "kind",
                    "agent",
                    "agentName",
                    "An",
                    "agentFee",
                    true,
                    "fee",
                    5_000,
                    "guests",
                    List.of(
                            Map.of("foreign", true, "passport", "B1"),
                            Map.of("foreign", false, "passport", "B2")),
                    "other",
                    "x");

    @Test
    void answers_to_questions_no_longer_asked_are_dropped_all_the_way_down() {
        var settled = form.settle(Answers.of(ALL).with("kind", "own"), Sample.ONLINE);
        assertThat(settled.values()).containsOnlyKeys("kind", "guests", "foreigners", "other");
        assertThat(settled.at("guests[1].passport")).isEmpty();
        assertThat(form.questions(Answers.of(ALL).with("kind", "own"), Sample.ONLINE))
                .extracting(q -> q.id())
                .containsExactly("kind", "guests", "other");
    }

    @Test
    void calculated_answers_are_filled_in_and_typed_ones_in_their_place_ignored() {
        var settled = form.settle(Answers.of(ALL).with("feeTwice", 1), Sample.ONLINE);
        assertThat(settled.number("feeTwice")).contains(10_000L);
        assertThat(settled.number("foreigners")).contains(1L);
    }

    @Test
    void a_hidden_required_field_is_not_missed_and_a_shown_one_is() {
        assertThat(form.validate(Answers.of(Map.of("kind", "own")), Sample.ONLINE)).isEmpty();
        assertThat(Sample.keys(form, Answers.of(Map.of("kind", "agent"))))
                .containsExactly("missing.enter");
        assertThat(
                        form.validate(
                                Answers.of(Map.of("guests", List.of(Map.of("foreign", true)))),
                                Sample.ONLINE))
                .extracting(f -> f.path() + " " + f.pointer())
                .containsExactly("guests[0].passport /guests/0/passport");
    }

    @Test
    void a_change_computes_only_what_depends_on_it() {
        var before = form.settler().settle(Answers.of(ALL).values(), Sample.ONLINE);
        assertThat(before.computed()).isEqualTo(13);
        var other = form.settler().change(before, Answers.of(ALL).with("other", "y").values());
        assertThat(other.computed()).isEqualTo(1);
        assertThat(other.values().get("other")).isEqualTo("y");
        var fee = form.settler().change(before, Answers.of(ALL).with("fee", 7).values());
        assertThat(fee.computed()).isEqualTo(2);
        assertThat(fee.values().get("feeTwice")).isEqualTo(14L);
        var kind = form.settler().change(before, Answers.of(ALL).with("kind", "own").values());
        assertThat(kind.computed()).isEqualTo(7);
        assertThat(kind.values())
                .isEqualTo(
                        form.settle(Answers.of(ALL).with("kind", "own"), Sample.ONLINE).values());
    }

    @Property(tries = 200)
    void the_order_of_answering_makes_no_difference(@ForAll long seed) {
        var random = new Random(seed);
        var entries = new ArrayList<>(ALL.entrySet());
        Collections.shuffle(entries, random);
        var raw = new LinkedHashMap<String, Object>();
        var running = form.settler().settle(Map.of(), Sample.ONLINE);
        for (var e : entries) {
            raw.put(e.getKey(), e.getValue());
            running = form.settler().change(running, Answers.of(raw).values());
        }
        assertThat(running.values())
                .isEqualTo(form.settle(Answers.of(ALL), Sample.ONLINE).values());
        assertThat(running.values().keySet())
                .containsExactlyElementsOf(
                        form.settle(Answers.of(ALL), Sample.ONLINE).values().keySet());
    }

    @Property(tries = 200)
    void changing_step_by_step_ends_where_settling_at_once_does(
            @ForAll @Size(max = 12) List<Integer> steps) {
        var raw = Answers.of(ALL);
        var running = form.settler().settle(raw.values(), Sample.ONLINE);
        var keys = ALL.keySet().stream().sorted().toList();
        for (int step : steps) {
            var key = keys.get(Math.floorMod(step, keys.size()));
            raw = raw.at(key).isPresent() ? raw.with(key, null) : raw.with(key, ALL.get(key));
            running = form.settler().change(running, raw.values());
        }
        var whole = form.settler().settle(raw.values(), Sample.ONLINE);
        assertThat(running.values()).isEqualTo(whole.values());
        assertThat(running.asked()).isEqualTo(whole.asked());
    }

    @Test
    void roles_come_from_settled_answers_and_are_absent_when_unknown() {
        var roles = form.roles(Answers.of(ALL), Sample.ONLINE);
        assertThat(roles.ownerName()).isEqualTo("An");
        assertThat(roles.summary()).isEqualTo("Hồ sơ agent");
        assertThat(form.roles(Answers.of(ALL).with("kind", "own"), Sample.ONLINE).ownerName())
                .isNull();
        assertThat(form.roles(Answers.empty(), Sample.ONLINE).summary()).isNull();
    }

    @Test
    void a_case_of_the_procedure_is_decided_over_the_answers() {
        assertThat(form.holds("kind == 'agent' && fee > 100", Answers.of(ALL), Sample.ONLINE))
                .isTrue();
        assertThat(form.holds("fee > 100", Answers.empty(), Sample.ONLINE)).isFalse();
        assertThat(form.checks("fees > 100")).isPresent();
    }

    @Test
    void answers_are_told_in_words() {
        var yaml =
                """
                sections:
                  - id: s
                    title: {vi: Phần, en: Part}
                    questions:
                      - id: q
                        title: Câu
                        fields:
                          - {id: born, type: partial-date, label: {vi: Sinh, en: Born}}
                          - {id: day, type: date, label: Ngày}
                          - {id: price, type: money, label: Giá}
                          - {id: area, type: number, label: Diện tích, decimals: 1}
                          - {id: home, type: address, label: Nơi ở}
                          - {id: yes, type: yes-no, label: Có không}
                          - {id: call, type: phone, label: Điện thoại}
                          - {id: dad, type: person, label: Cha}
                          - {id: none, type: text, label: Trống}
                roles: {ownerName: dad.fullName}
                """;
        var answers =
                Answers.parse(
                        """
                        {"born": "1960-05", "day": "2026-11-20", "price": 1234567, "area": 12.5, "yes": false,
                         "home": {"province": "79", "commune": "26743", "street": "12 Lê Lợi"},
                         "call": "+84912345678", "dad": {"fullName": "Trần Quốc Bảo", "birthDate": "1994", "sex": "male"}}
                        """);
        var lines =
                Sample.form(yaml)
                        .describe(answers, Sample.ONLINE, java.util.Locale.of("vi"))
                        .getFirst()
                        .lines();
        assertThat(lines)
                .extracting(l -> String.join("|", l.values()))
                .containsExactly(
                        "5/1960",
                        "20/11/2026",
                        "1.234.567\u00a0₫",
                        "12,5",
                        "12 Lê Lợi, Phường Bến Thành, Thành phố Hồ Chí Minh",
                        "Không",
                        "0912 345 678",
                        "Trần Quốc Bảo, 1994, Nam",
                        "");
        assertThat(
                        Sample.form(yaml)
                                .describe(answers, Sample.ONLINE, java.util.Locale.ENGLISH)
                                .getFirst()
                                .title())
                .isEqualTo("Part");
    }

    @Test
    void the_form_is_told_as_json_schema() {
        var schema = form.schema(java.util.Locale.of("vi"));
        assertThat(schema.get("additionalProperties")).isEqualTo(false);
        assertThat(
                        ((Map<?, ?>) java.util.Objects.requireNonNull(schema.get("properties")))
                                .keySet().stream().map(String::valueOf).toList())
                .contains("kind", "guests", "feeTwice");
        assertThat(schema.get("$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }
}
