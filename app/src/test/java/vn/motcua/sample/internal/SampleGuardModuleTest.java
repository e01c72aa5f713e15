package vn.motcua.sample.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.TestDatabase;
import vn.motcua.TestPlatform;
import vn.motcua.kernel.StartRefused;

class SampleGuardModuleTest {
    private static final String OUTSIDE = "https://dichvucong.example.vn";

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://localhost:8080, false",
        "127.0.0.1, http://127.0.0.1:8080, false",
        "localhost, http://motcua.localhost, false",
        "0.0.0.0, http://localhost:8080, true",
        "'', http://localhost:8080, true",
        "127.0.0.1, https://dichvucong.example.vn, true",
        "127.0.0.1, http://localhost.example.vn, true",
        "127.0.0.1, no address, true"
    })
    void an_instance_is_private_on_this_machine_alone(
            String address, String publicUrl, boolean reachable) {
        assertThat(SampleGuard.reachable(address, publicUrl)).isEqualTo(reachable);
    }

    @Test
    void an_instance_others_can_reach_does_not_start_with_sample_accounts() {
        var database = TestPlatform.shared().database();
        assertThatThrownBy(
                        () ->
                                TestPlatform.on(
                                        database,
                                        Map.of(
                                                "motcua.sample",
                                                false,
                                                "motcua.public-url",
                                                OUTSIDE)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--empty")
                .hasMessageContaining("--sample");
        assertThatThrownBy(
                        () ->
                                TestPlatform.on(
                                        TestDatabase.fresh(), Map.of("motcua.public-url", OUTSIDE)))
                .as("nor makes them")
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void it_starts_without_them_or_when_they_were_asked_for() {
        var empty =
                TestPlatform.fresh(Map.of("motcua.sample", false, "motcua.public-url", OUTSIDE));
        empty.stop();
        var asked =
                TestPlatform.on(
                        TestPlatform.shared().database(),
                        Map.of("motcua.sample.asked", true, "motcua.public-url", OUTSIDE));
        asked.stop();
        assertThat(asked.database()).isNotEqualTo(empty.database());
    }
}
