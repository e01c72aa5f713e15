package vn.motcua.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"G22", "H29", "H29.101", "H21.17", "H37.003", "H15.50.05.13", "G09.20"})
    void codes_seen_in_publications_are_codes(String code) {
        assertThat(AgencyCode.parse(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "29.101",
                "H2",
                "H291",
                "A22",
                "H29.",
                "H29.1",
                "H29.1001",
                "H29 .101",
                "H29.ă1",
                "H29.101.102.103.104.105.106.107.108.109"
            })
    void anything_else_is_refused(String typed) {
        assertThat(AgencyCode.read(typed)).isEmpty();
        assertThatThrownBy(() -> new AgencyCode(typed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "000.00.00.G22, G22",
        "000.00.00.h29, H29",
        "000.12.34.H15, H15.34.12",
        "000.00.17.H21, H21.17",
        "003.00.37.H37, H37.37.00.003"
    })
    void the_form_of_before_2020_is_read_from_right_to_left(String old, String code) {
        assertThat(AgencyCode.parse(old).value()).isEqualTo(code);
        assertThat(AgencyCode.isOldForm(old)).isTrue();
    }

    @Test
    void a_code_names_those_above_it() {
        var code = new AgencyCode("H15.50.05");
        assertThat(code.lineage()).containsExactly("H15.50.05", "H15.50", "H15");
        assertThat(code.isWithin(new AgencyCode("H15.50"))).isTrue();
        assertThat(code.isWithin(new AgencyCode("H15.50.05"))).isTrue();
        assertThat(new AgencyCode("H15.501").isWithin(new AgencyCode("H15.50"))).isFalse();
        assertThat(code.root().value()).isEqualTo("H15");
    }
}
