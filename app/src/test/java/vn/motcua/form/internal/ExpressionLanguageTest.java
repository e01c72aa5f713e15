package vn.motcua.form.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionLanguageTest {
    private final ExpressionLanguage language =
            new ExpressionLanguage(Set.of("born", "name", "guests", "others", "mother", "start"));

    private final Map<String, Object> variables = new HashMap<>();

    {
        variables.put("channel", "ONLINE");
        variables.put("today", "2026-11-23");
        for (var id : List.of("born", "name", "guests", "others", "mother", "start"))
            variables.put(id, dev.cel.common.values.NullValue.NULL_VALUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "born == null ; true",
                "years(born, today) < 18 ; false",
                "name == 'An' || channel == 'ONLINE' ; true",
                "mother != null && mother.fullName == 'An' ; false",
                "mother.fullName == 'An' ; false",
                "size(guests) > 0 ; false",
                "count(guests, 'sex', 'male') == 0 ; true",
                "days('2026-11-20', today) == 3 ; true",
                "years('2008-11-24', today) == 17 ; true",
                "years('2008-11-23', today) == 18 ; true",
                "years('1960', today) == 66 ; true",
                "days('2026-02-30', today) == null ; true",
                "start in ['a', 'b'] ; false"
            })
    void an_absent_answer_is_null_and_never_makes_a_condition_hold(String source, boolean holds)
            throws ExpressionFault {
        assertThat(language.condition(source).holds(variables, Sample.ONLINE)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01,6", "2026-11-26,3", "2026-11-24,1", "2026-11-23,0", "2026-11-30,5"})
    void working_days_until_a_date_are_counted_from_today_without_the_date_itself(
            String date, long days) throws ExpressionFault {
        variables.put("start", date);
        assertThat(language.value("workingDaysUntil(start)").value(variables, Sample.ONLINE))
                .contains(days);
    }

    @Test
    void items_with_a_value_are_counted() throws ExpressionFault {
        variables.put("guests", List.of(Map.of("sex", "male"), Map.of("sex", "female"), Map.of()));
        assertThat(language.value("count(guests, 'sex', 'male')").value(variables, Sample.ONLINE))
                .contains(1L);
        assertThat(
                        language.condition("guests.exists(g, has(g.sex) && g.sex == 'female')")
                                .holds(variables, Sample.ONLINE))
                .isTrue();
    }

    @Test
    void an_expression_knows_which_answers_it_reads() throws ExpressionFault {
        assertThat(
                        language.condition(
                                        "guests.all(g, g.age > 3) && born < today && channel == ''")
                                .reads())
                .containsExactlyInAnyOrder("guests", "born");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody == 1",
                "born +",
                "today + 1",
                "name.getClass()",
                "java.lang.Runtime.getRuntime()",
                "'%s'.format([name])",
                "size(1, 2, 3)",
                "true ? 1 : 'a' + 1"
            })
    void what_is_not_in_the_vocabulary_is_refused(String source) {
        assertThatThrownBy(() -> language.value(source))
                .isInstanceOfSatisfying(
                        ExpressionFault.class,
                        f -> assertThat(f.key()).isEqualTo("form.fault.expression"));
    }

    @Test
    void a_condition_must_be_true_or_false() {
        assertThatThrownBy(() -> language.condition("years(born, today) + 1 > 3 ? 'a' : 'b'"))
                .isInstanceOfSatisfying(
                        ExpressionFault.class,
                        f -> assertThat(f.key()).isEqualTo("form.fault.expression-no-condition"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guests.all(a, others.exists(b, a == b))",
                "guests.map(a, guests.map(b, guests)).size() > 0",
                "guests.filter(a, a.name.matches('(a*)*b') && a.other.matches('x') && a.z.matches('y')).size() == 0"
            })
    void an_expression_that_could_run_long_is_refused(String source) {
        assertThatThrownBy(() -> language.condition(source))
                .isInstanceOfSatisfying(
                        ExpressionFault.class,
                        f -> assertThat(f.key()).isEqualTo("form.fault.expression-too-costly"));
    }

    @Test
    void a_very_long_expression_is_refused() {
        assertThatThrownBy(() -> language.condition("true" + " || true".repeat(200)))
                .isInstanceOfSatisfying(
                        ExpressionFault.class,
                        f -> assertThat(f.key()).isEqualTo("form.fault.expression-too-long"));
        assertThatThrownBy(() -> language.condition("(".repeat(60) + "true" + ")".repeat(60)))
                .isInstanceOf(ExpressionFault.class);
    }

    @Test
    void a_list_longer_than_any_form_allows_ends_the_evaluation_without_an_answer()
            throws ExpressionFault {
        variables.put("guests", java.util.stream.LongStream.range(0, 5_000).boxed().toList());
        assertThat(language.condition("guests.all(g, g >= 0)").holds(variables, Sample.ONLINE))
                .isFalse();
    }
}
