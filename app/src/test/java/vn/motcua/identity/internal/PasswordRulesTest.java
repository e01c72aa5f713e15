package vn.motcua.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// S5.
class PasswordRulesTest {
    private static final List<String> OWN = List.of("079199000123", "canbo.lan", "0912345679");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "con mèo nằm trên mái",
                "tR4m-xe-buýt-33",
                "        lá       ",
                "🌧️🌧️🌧️ mưa to"
            })
    void any_characters_make_a_password(String password) {
        assertThat(PasswordRules.fault(password, OWN)).isNull();
    }

    @Test
    void eight_to_128_characters() {
        assertThat(PasswordRules.fault("k7#mQ2z", OWN)).isEqualTo("identity.password.short");
        assertThat(PasswordRules.fault("k7#mQ2zx", OWN)).isNull();
        assertThat(PasswordRules.fault("ab1".repeat(42) + "cd", OWN)).isNull();
        assertThat(PasswordRules.fault("ab1".repeat(43), OWN)).isEqualTo("identity.password.long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matkhau123",
                "MatKhau123",
                "iloveyou",
                "12345678",
                "87654321",
                "1234567890",
                "aaaaaaaa",
                "10101010",
                "abcdefgh",
                "vietnam2026"
            })
    void what_everybody_tries_first_is_refused(String password) {
        assertThat(PasswordRules.fault(password, OWN)).isEqualTo("identity.password.common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"079199000123", "CANBO.LAN", "0912345679"})
    void what_others_know_about_the_person_is_refused(String password) {
        assertThat(PasswordRules.fault(password, OWN)).isEqualTo("identity.password.own");
    }

    @Test
    void the_same_password_from_another_keyboard_is_the_same() {
        var passwords = new Passwords();
        var hash = passwords.hash("Hòa bình và mèo");
        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("Ho\u0300a bi\u0300nh va\u0300 me\u0300o", hash)).isTrue();
        assertThat(passwords.matches("Hoà bình và mèo", hash)).isFalse();
        assertThat(passwords.matches("Hòa bình và mèo", null)).isFalse();
        assertThat(passwords.outdated(hash)).isFalse();
    }
}
