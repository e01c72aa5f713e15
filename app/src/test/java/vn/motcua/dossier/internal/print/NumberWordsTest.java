package vn.motcua.dossier.internal.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, không",
        "5, năm",
        "10, mười",
        "15, mười lăm",
        "21, hai mươi mốt",
        "24, hai mươi bốn",
        "30, ba mươi",
        "55, năm mươi lăm",
        "101, một trăm linh một",
        "110, một trăm mười",
        "1000, một nghìn",
        "1905, một nghìn chín trăm linh năm",
        "1990, một nghìn chín trăm chín mươi",
        "2000, hai nghìn",
        "2026, hai nghìn không trăm hai mươi sáu",
        "100000000, một trăm triệu",
        "100000005, một trăm triệu không trăm linh năm",
        "2050000000, hai tỷ không trăm năm mươi triệu",
        "1000000000000, một nghìn tỷ",
    })
    void a_number_is_told_as_papers_tell_it(long number, String words) {
        assertThat(NumberWords.of(number)).isEqualTo(words);
    }

    @Test
    void a_date_is_told_with_its_month_and_year() {
        assertThat(PaperText.words(LocalDate.of(2026, 11, 24)))
                .isEqualTo(
                        "ngày hai mươi bốn tháng mười một năm hai nghìn không trăm hai mươi sáu");
        assertThat(PaperText.words(LocalDate.of(2005, 4, 1)))
                .isEqualTo("ngày một tháng tư năm hai nghìn không trăm linh năm");
    }

    @Property
    void different_numbers_have_different_words(
            @ForAll @LongRange(max = 2_000_000_000_000L) long number) {
        assertThat(NumberWords.of(number)).isNotEqualTo(NumberWords.of(number + 1));
        assertThat(NumberWords.of(number))
                .doesNotContain("  ")
                .isEqualTo(NumberWords.of(number).strip());
    }
}
