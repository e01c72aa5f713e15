package vn.motcua.procedure.internal.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.motcua.procedure.internal.records.Published.Act;
import vn.motcua.procedure.internal.records.Published.Decision;
import vn.motcua.procedure.internal.records.Standing.State;

class StandingTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static Decision decision(Act act, int day) {
        return new Decision(act, day + "/QĐ", null, null, null, START.plusDays(day), null);
    }

    private static State state(int day, Decision... decisions) {
        return Standing.on(START.plusDays(day), List.of(decisions), null, null).state();
    }

    @Test
    void a_decision_counts_from_its_day_on() {
        var announced = decision(Act.ANNOUNCE, 10);
        var abolished = decision(Act.ABOLISH, 20);
        assertThat(state(9, announced, abolished)).isEqualTo(State.UPCOMING);
        assertThat(state(10, announced, abolished)).isEqualTo(State.IN_FORCE);
        assertThat(state(19, abolished, announced)).isEqualTo(State.IN_FORCE);
        assertThat(state(20, announced, abolished)).isEqualTo(State.ENDED);
    }

    /// The bundle codes of 2026 died and came back under others; a code may come back, too.
    @Test
    void what_was_abolished_may_be_announced_again() {
        assertThat(state(30, decision(Act.ABOLISH, 20), decision(Act.ANNOUNCE, 30)))
                .isEqualTo(State.IN_FORCE);
        assertThat(state(20, decision(Act.ABOLISH, 20), decision(Act.ANNOUNCE, 20)))
                .isEqualTo(State.IN_FORCE);
    }

    @Test
    void what_is_only_known_to_end_was_in_force_before() {
        assertThat(state(5, decision(Act.REPLACE, 20))).isEqualTo(State.IN_FORCE);
    }

    @Test
    void its_own_last_day_ends_it_too() {
        var last = START.plusDays(5);
        assertThat(Standing.on(last, List.of(), null, last).state()).isEqualTo(State.IN_FORCE);
        assertThat(Standing.on(last.plusDays(1), List.of(), null, last).state())
                .isEqualTo(State.ENDED);
    }

    @Property(tries = 300)
    void nothing_decided_later_changes_an_earlier_day(
            @ForAll @Size(max = 6) List<@IntRange(max = 40) Integer> days,
            @ForAll @Size(value = 6) List<Act> acts,
            @ForAll @IntRange(max = 40) int day,
            @ForAll @IntRange(min = 1, max = 30) int later) {
        List<Decision> all = new ArrayList<>();
        all.add(decision(Act.ANNOUNCE, 0));
        for (int i = 0; i < days.size(); i++) all.add(decision(acts.get(i), days.get(i)));
        var before = Standing.on(START.plusDays(day), all, null, null);
        all.add(decision(Act.ABOLISH, day + later));
        assertThat(Standing.on(START.plusDays(day), all, null, null)).isEqualTo(before);
    }

    @Property(tries = 300)
    void the_order_of_the_list_does_not_matter(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(max = 40) Integer> days,
            @ForAll @Size(value = 6) List<Act> acts,
            @ForAll @IntRange(max = 40) int day) {
        List<Decision> all = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) all.add(decision(acts.get(i), days.get(i)));
        var once = Standing.on(START.plusDays(day), all, null, null);
        assertThat(Standing.on(START.plusDays(day), all.reversed(), null, null).state())
                .isEqualTo(once.state());
    }
}
