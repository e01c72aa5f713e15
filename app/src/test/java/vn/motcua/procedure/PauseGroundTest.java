package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.worktime.TimeLimit;

class PauseGroundTest {
    @Test
    void a_release_without_grounds_has_the_usual_ones() {
        assertThat(PauseGround.usual())
                .extracting(PauseGround::id)
                .containsExactly("payment", "opinion", "verification", "posting");
        assertThat(PauseGround.usual()).allMatch(ground -> ground.term() == null);
    }

    @Test
    void a_ground_may_have_a_term_after_which_silence_is_consent() {
        var faults = new FaultSink();
        var grounds =
                YamlTree.parse(
                                "procedure.yaml",
                                """
                                pauseGrounds:
                                  - id: opinion
                                    text: {vi: Chờ ý kiến, en: Waiting}
                                    basis: "Điều 1"
                                    term: {quantity: 12, unit: CALENDAR_DAY}
                                  - {id: survey, text: Đo đạc, term: {quantity: 1, unit: MONTH}}
                                """,
                                faults)
                        .listOf("pauseGrounds", PauseGround::read);
        assertThat(grounds.getFirst().term()).isEqualTo(TimeLimit.calendarDays(12));
        assertThat(grounds.getFirst().basis()).isEqualTo("Điều 1");
        assertThat(faults.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(6));
    }
}
