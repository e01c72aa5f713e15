package vn.motcua.dossier.internal.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.internal.together.Browser;
import vn.motcua.dossier.internal.together.TogetherHouse;
import vn.motcua.dossier.internal.together.TogetherTexts;
import vn.motcua.identity.Caller;

/// How long steps take is learnt from what was done, and the page of what will be late names the
/// step that causes it.
class ForecastModuleTest {
    private static final String CODE = "9.500001";

    private final TogetherHouse house = TogetherHouse.open();

    @Test
    void lengths_of_steps_are_learnt_and_the_step_that_delays_is_named() {
        var release = house.publish(CODE, "commune", TogetherTexts.PLAIN);
        var times = house.bean(StepTimes.class);
        for (int i = 0; i < StepTimes.ENOUGH; i++) {
            assertThat(usual(times)).as("too little is known").isNull();
            var id = house.accepted("2026-09-03T08:00", release);
            house.done("2026-10-09T15:00", house.officer, id, "examine", "ok");
            house.drain(StepTimeCounter.NAME);
            times.refresh();
        }
        // The platform's own reader of the journal may be the one that counts.
        for (int i = 0; i < 400 && usual(times) == null; i++) LockSupport.parkNanos(50_000_000);
        assertThat(usual(times))
                .as("working time, not days gone by")
                .isBetween(Duration.ofHours(24 * 8), Duration.ofHours(29 * 8));

        var late = house.accepted("2026-11-20T08:00", release);
        var page = new Browser(house, "thuly").page("/desk/forecast");
        assertThat(page)
                .contains("Bước gây trễ:", "Thẩm tra", house.dossier(late).code().value())
                .containsPattern("Dự kiến trễ [^<]*do bước Thẩm tra thường mất")
                .doesNotContain("việc có hạn sớm nhất");
    }

    private @Nullable Duration usual(StepTimes times) {
        times.refresh();
        return house.as(Caller.system(), () -> times.usual(CODE, "examine")).orElse(null);
    }
}
