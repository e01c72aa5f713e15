package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierCodeTest {
    @Test
    void a_number_tells_agency_day_and_order_of_receipt() {
        assertThat(DossierCode.of("H29.101", LocalDate.of(2026, 11, 23), 42).value())
                .isEqualTo("H29.101-261123-0042");
    }

    @Test
    void after_9999_a_day_goes_on_with_five_digits() {
        assertThat(DossierCode.of("H26", LocalDate.of(2026, 1, 2), 10000).value())
                .isEqualTo("H26-260102-10000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H15.50.05.13-260601-0001",
                "G09.20-20260609-0092637",
                "000.00.50.H15-210305-0007",
                " h29.101 – 261123 – 0042 "
            })
    void numbers_of_every_age_and_as_people_type_them_are_read(String typed) {
        assertThat(DossierCode.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H29.101",
                "H29.101-2611-0042",
                "X29-261123-0042",
                "H29.101-261123-42",
                "' or 1=1"
            })
    void what_is_no_number_is_not_read(String typed) {
        assertThat(DossierCode.parse(typed)).isEmpty();
    }
}
