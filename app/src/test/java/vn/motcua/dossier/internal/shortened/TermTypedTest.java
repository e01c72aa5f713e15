package vn.motcua.dossier.internal.shortened;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.worktime.TimeLimit;

class TermTypedTest {
    private static TermTyped percent(String percent) {
        return new TermTyped("", "", "", "ONLINE", "PERCENT", percent, "", "", "", "", "", "");
    }

    @Test
    void a_broken_day_is_not_left_to_the_office() {
        assertThat(percent("30").limit(TimeLimit.workingDays(15)))
                .contains(TimeLimit.workingDays(10));
        assertThat(percent("30").limit(TimeLimit.workingDays(20)))
                .contains(TimeLimit.workingDays(14));
        assertThat(percent("30").limit(TimeLimit.workingDays(1))).isEmpty();
        assertThat(percent("abc").limit(TimeLimit.workingDays(9))).isEmpty();
    }

    @Property
    void what_is_left_is_shorter_and_never_more_than_was_decided(
            @ForAll @IntRange(min = 1, max = 5000) int days,
            @ForAll @IntRange(min = 1, max = 99) int off) {
        percent("" + off)
                .limit(TimeLimit.workingDays(days))
                .ifPresent(
                        left -> {
                            assertThat(left.quantity()).isBetween(1, days - 1);
                            assertThat(left.quantity() * 100)
                                    .isLessThanOrEqualTo(days * (100 - off));
                        });
    }
}
