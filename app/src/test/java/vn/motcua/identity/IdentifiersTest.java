package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    @ParameterizedTest
    @CsvSource({
        "001075123456, 001, male, 1975",
        "079199000123, 079, female, 1999",
        "062305000001, 062, female, 2005",
        "064204012345, 064, male, 2004",
    })
    void a_personal_id_tells_place_sex_and_year_of_birth(
            String number, String place, String sex, int year) {
        var id = PersonalId.parse(number).orElseThrow();
        assertThat(id.place()).isEqualTo(place);
        assertThat(id.sex()).isEqualTo(sex);
        assertThat(id.birthYear()).isEqualTo(year);
        assertThat(id.bornAbroad()).isFalse();
    }

    @Test
    void all_63_old_province_codes_are_known() {
        assertThat(PersonalId.provinceCount()).isEqualTo(63);
    }

    @ParameterizedTest
    @ValueSource(strings = {"002", "010", "017", "064"})
    void numbers_of_abolished_provinces_stay_valid_for_life(String place) {
        assertThat(PersonalId.parse(place + "075123456")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "007075123456, identity.personal-id.province",
        "097075123456, identity.personal-id.province",
        "000075123456, identity.personal-id.province",
        "01075123456, identity.personal-id.length",
        "0010751234567, identity.personal-id.length",
        "00107512345A, identity.personal-id.characters",
        "'', identity.personal-id.missing",
        "'   ', identity.personal-id.missing",
    })
    void a_wrong_personal_id_is_told_what_is_wrong(String typed, String key) {
        assertThat(PersonalId.fault(typed)).isEqualTo(key);
        assertThat(PersonalId.parse(typed)).isEmpty();
    }

    @Test
    void born_abroad_is_accepted() {
        assertThat(PersonalId.parse("132085000001").orElseThrow().bornAbroad()).isTrue();
    }

    @Test
    void blanks_and_full_width_digits_are_forgiven() {
        assertThat(PersonalId.parse(" 001 075 123 456 ").orElseThrow().value())
                .isEqualTo("001075123456");
        assertThat(PersonalId.parse("００１０７５１２３４５６")).isPresent();
    }

    @Test
    void a_personal_id_never_shows_itself_in_a_log() {
        assertThat(new PersonalId("001075123456").toString()).doesNotContain("001075");
        assertThatThrownBy(() -> new PersonalId("007075123456"))
                .hasMessage("identity.personal-id.province");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100109106",
                "0300588569",
                "0100111948",
                "0100686174",
                "0100100079",
                "0100109106-001",
                "0100109106001",
                "0100109106-999",
                "001075123456"
            })
    void valid_tax_codes(String code) {
        assertThat(TaxCode.fault(code)).isNull();
        assertThat(TaxCode.parse(code)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "0101234567, identity.tax-code.check",
        "1000000080, identity.tax-code.check",
        "1000000081, identity.tax-code.check",
        "1000000089, identity.tax-code.check",
        "0100109106-000, identity.tax-code.branch",
        "0101234567-001, identity.tax-code.check",
        "010010910, identity.tax-code.length",
        "01001091060, identity.tax-code.length",
        "01001O9106, identity.tax-code.characters",
        "007075123456, identity.personal-id.province",
        "'', identity.tax-code.missing",
    })
    void a_wrong_tax_code_is_told_what_is_wrong(String typed, String key) {
        assertThat(TaxCode.fault(typed)).isEqualTo(key);
        assertThat(TaxCode.parse(typed)).isEmpty();
    }

    @Test
    void no_digit_completes_a_prefix_whose_check_is_ten() {
        for (int k = 0; k <= 9; k++) assertThat(TaxCode.parse("100000008" + k)).isEmpty();
    }

    @Test
    void a_branch_is_kept_behind_a_dash() {
        var branch = TaxCode.parse("0100109106001").orElseThrow();
        assertThat(branch.value()).isEqualTo("0100109106-001");
        assertThat(branch.branch()).contains("001");
        assertThat(new TaxCode("0100109106").branch()).isEmpty();
        assertThat(new TaxCode("001075123456").personal()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0912345678", "+84912345678", "091 234 5678", "0912.345.678"})
    void a_mobile_number_is_kept_as_e164(String typed) {
        assertThat(PhoneNumber.parse(typed).orElseThrow().e164()).isEqualTo("+84912345678");
        assertThat(PhoneNumber.parse(typed).orElseThrow().national()).isEqualTo("0912 345 678");
    }

    @ParameterizedTest
    @CsvSource({
        "0212345678, identity.phone.form",
        "091234567, identity.phone.form",
        "+85912345678, identity.phone.form",
        "gọi tôi, identity.phone.characters",
        "'', identity.phone.missing",
    })
    void a_wrong_phone_number_is_told_what_is_wrong(String typed, String key) {
        assertThat(PhoneNumber.fault(typed)).isEqualTo(key);
        assertThat(PhoneNumber.parse(typed)).isEmpty();
    }
}
