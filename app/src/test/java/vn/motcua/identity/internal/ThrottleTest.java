package vn.motcua.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    @Test
    void the_first_mistakes_cost_nothing_then_the_wait_doubles() {
        assertThat(Throttle.ACCOUNT.delay(4)).isZero();
        assertThat(Throttle.ACCOUNT.delay(5)).hasSeconds(15);
        assertThat(Throttle.ACCOUNT.delay(6)).hasSeconds(30);
        assertThat(Throttle.ACCOUNT.delay(7)).hasSeconds(60);
        assertThat(Throttle.ADDRESS.delay(99)).isZero();
    }

    @Property
    void more_failures_never_wait_less_and_nobody_waits_for_good(
            @ForAll Throttle kind, @ForAll @IntRange(max = 100_000) int failures) {
        assertThat(kind.delay(failures + 1))
                .isGreaterThanOrEqualTo(kind.delay(failures))
                .isLessThanOrEqualTo(Duration.ofMinutes(15));
    }
}
