package vn.motcua.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.worktime.Calendars;

class WorkFactTest {
    private final WorkReader reader = new WorkReader(Calendars.builtIn());
    private final Map<String, WorkFact> known = new LinkedHashMap<>();

    private void tell(String what, String hanoi, Map<String, Object> more) {
        var data = new LinkedHashMap<String, Object>();
        data.put("code", "H29-1");
        data.put("procedure", "1.001193");
        data.putAll(more);
        reader.read(
                known,
                new Entry(
                        "dossier." + what,
                        "dossier",
                        new UUID(0, 1),
                        "H29.101",
                        new Actor("officer", new UUID(7, 1), null),
                        Instant.parse(hanoi + ":00+07:00"),
                        data));
    }

    private static Map<String, Object> opening() {
        return Map.of(
                "opens",
                List.of(
                        Map.of(
                                "step",
                                "appraise",
                                "token",
                                "t1",
                                "position",
                                "CASE_OFFICER",
                                "unit",
                                "ho-tich",
                                "minutes",
                                240)));
    }

    @Test
    void waiting_for_the_person_is_not_the_officers_time_and_moves_the_end_of_the_step() {
        tell("work-opened", "2026-11-02T08:00", opening());
        tell("supplement-requested", "2026-11-02T09:00", Map.of());
        tell("supplement-received", "2026-11-03T14:30", Map.of());
        tell("step-completed", "2026-11-03T15:30", Map.of("token", "t1", "step", "appraise"));
        var work = Objects.requireNonNull(known.get("t1"));
        assertThat(work.workedMinutes()).isEqualTo(120);
        assertThat(work.officer()).isEqualTo(new UUID(7, 1));
    }

    @Test
    void work_that_ends_with_its_dossier_is_neither_open_nor_done() {
        tell("work-opened", "2026-11-02T08:00", opening());
        tell("stopped", "2026-11-02T09:00", Map.of());
        var work = Objects.requireNonNull(known.get("t1"));
        assertThat(work.isOpen()).isFalse();
        assertThat(work.closedOn()).isNull();
    }

    @Test
    void what_silence_decided_is_nobodys_work() {
        tell("work-opened", "2026-11-02T08:00", opening());
        tell("step-completed", "2026-11-02T09:00", Map.of("token", "t1", "byTimer", true));
        var work = Objects.requireNonNull(known.get("t1"));
        assertThat(work.officer()).isNull();
    }

    @Property(tries = 300)
    void one_officer_more_makes_what_waits_grow_less_by_what_one_finishes(
            @ForAll @IntRange(min = 0, max = 500) int open,
            @ForAll @IntRange(min = 0, max = 500) int arrived,
            @ForAll @IntRange(min = 0, max = 500) int done,
            @ForAll @IntRange(min = 1, max = 20) int people) {
        var load = new Workload(open, 0, arrived, done, people, 4);
        assertThat(load.growth() - load.growthWithOneMore())
                .isCloseTo(load.each(), org.assertj.core.data.Offset.offset(1e-9));
        long weeks = load.weeksToClear();
        if (weeks > 0) {
            assertThat(open + weeks * load.growthWithOneMore()).isLessThanOrEqualTo(1e-6);
            assertThat(open + (weeks - 1) * load.growthWithOneMore()).isPositive();
        } else {
            assertThat(open == 0 || load.growthWithOneMore() >= 0).isTrue();
        }
    }
}
