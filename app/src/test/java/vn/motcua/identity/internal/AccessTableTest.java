package vn.motcua.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;

/// S1.
class AccessTableTest {
    private static final Caller CITIZEN = Caller.citizen(UUID.randomUUID(), "");
    private static final Caller LEADER = new Caller(Role.LEADER, UUID.randomUUID(), "H29", "");

    @Test
    void nothing_is_open_that_nobody_declared() {
        assertThat(new AccessTable(List.of()).rule("/anything")).isEmpty();
    }

    @Test
    void the_most_specific_pattern_counts_whatever_the_order() {
        var table =
                new AccessTable(
                        List.of(
                                r -> r.role("/desk/**", Role.OFFICER),
                                r -> r.role("/desk/reports/**", Role.LEADER),
                                r -> r.open("/desk/help")));
        assertThat(table.rule("/desk/reports/2026").orElseThrow().allows(LEADER)).isTrue();
        assertThat(table.rule("/desk/dossiers").orElseThrow().allows(LEADER)).isFalse();
        assertThat(table.rule("/desk/help").orElseThrow().allows(Caller.anonymous())).isTrue();
    }

    @Test
    void signed_in_means_in_some_capacity() {
        var table = new AccessTable(List.of(r -> r.signedIn("/account")));
        var rule = table.rule("/account").orElseThrow();
        assertThat(rule.allows(CITIZEN)).isTrue();
        assertThat(rule.allows(LEADER)).isTrue();
        assertThat(rule.allows(Caller.anonymous())).isFalse();
        assertThat(rule.allows(new Caller(Role.ANONYMOUS, UUID.randomUUID(), null, ""))).isFalse();
    }

    @Test
    void two_rooms_may_not_disagree_about_a_path() {
        assertThatThrownBy(
                        () ->
                                new AccessTable(
                                        List.of(
                                                r -> r.open("/tracking"),
                                                r -> r.role("/tracking", Role.CITIZEN))))
                .hasMessageContaining("/tracking");
    }

    @Test
    void no_room_may_open_everything() {
        assertThatThrownBy(() -> new AccessTable(List.of(r -> r.open("/**"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "/a\nb",
                "/ x",
                "",
                "/sign-out",
                "evil"
            })
    void only_pages_of_our_own_are_returned_to(String address) {
        assertThat(ReturnAddress.ours(address)).isEmpty();
    }

    @Test
    void a_page_of_our_own_keeps_its_query() {
        assertThat(ReturnAddress.ours("/dossiers?page=2&x=%2F"))
                .isEqualTo("/dossiers?page=2&x=%2F");
        assertThat(ReturnAddress.ours(null)).isEmpty();
    }
}
