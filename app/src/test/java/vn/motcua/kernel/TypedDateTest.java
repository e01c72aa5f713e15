package vn.motcua.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDateTest {
    @Test
    void a_day_is_read_as_people_and_as_addresses_write_it() {
        var day = LocalDate.of(2026, 11, 4);
        assertThat(TypedDate.read(" 4/11/2026 ")).contains(day);
        assertThat(TypedDate.read("04-11-2026")).contains(day);
        assertThat(TypedDate.read("4.11.2026")).contains(day);
        assertThat(TypedDate.read("2026-11-04")).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30/2/2026", "11/2026", "24/11/26", "2026-13-01", "hôm nay"})
    void what_is_no_day_is_none(String text) {
        assertThat(TypedDate.read(text)).isEmpty();
    }

    @Property
    void every_day_written_on_a_page_is_read_again(
            @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
        assertThat(TypedDate.read(HanoiTime.date(day))).contains(day);
        assertThat(TypedDate.read(day.toString())).contains(day);
    }
}
