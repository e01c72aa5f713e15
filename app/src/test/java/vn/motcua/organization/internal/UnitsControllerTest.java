package vn.motcua.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class UnitsControllerTest {
    private final MockMvcTester pages =
            MockMvcTester.of(
                    List.of(
                            new UnitsController(
                                    new Units(),
                                    Clock.fixed(
                                            Instant.parse("2026-11-23T02:00:00Z"),
                                            ZoneOffset.UTC))),
                    builder -> builder.build());

    @Test
    void a_typed_name_is_answered_with_todays_communes_and_may_be_kept() {
        var answer = pages.get().uri("/units/communes?province=79&q={q}", "p12 go vap").exchange();
        assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "max-age=86400, public");
        assertThat(answer)
                .bodyJson()
                .hasPathSatisfying("$[0].name", v -> assertThat(v).isEqualTo("Phường An Hội Tây"))
                .hasPathSatisfying(
                        "$[0].former", v -> assertThat(v).isEqualTo("Phường 12, Quận Gò Vấp"));
    }

    @Test
    void without_a_name_all_communes_of_the_province_are_listed() {
        assertThat(pages.get().uri("/units/communes?province=79").exchange())
                .bodyJson()
                .hasPathSatisfying("$.length()", v -> assertThat(v).isEqualTo(168));
        assertThat(pages.get().uri("/units/communes").exchange()).bodyText().isEqualTo("[]");
        assertThat(pages.get().uri("/units/communes?province=xx&q=a").exchange())
                .bodyText()
                .isEqualTo("[]");
    }
}
