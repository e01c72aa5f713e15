package vn.motcua.dossier.internal.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import vn.motcua.identity.Caller.Duty;
import vn.motcua.organization.PositionKind;

/// Whom work goes to, and what a delegation lends, for any office.
class AssignmentRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static UUID id(int number) {
        return new UUID(7, number);
    }

    /// An office of ten, some of them away, some standing in.
    private record Office(
            List<Holder> able, Set<UUID> barred, List<Absence> today, Map<UUID, Long> load) {
        static Office any(Random random) {
            var able = new ArrayList<Holder>();
            var barred = new HashSet<UUID>();
            var today = new ArrayList<Absence>();
            var load = new HashMap<UUID, Long>();
            for (int i = 0; i < 10; i++) {
                if (random.nextBoolean()) able.add(new Holder(id(i), "Người " + i % 4));
                if (random.nextInt(4) == 0) barred.add(id(i));
                load.put(id(i), (long) random.nextInt(3));
                if (random.nextInt(3) > 0) continue;
                int other = random.nextInt(11);
                today.add(absence(i, other == i || other == 10 ? null : id(other)));
            }
            return new Office(able, barred, today, load);
        }

        List<Candidate> candidates() {
            return Load.candidates(able, barred, today, load);
        }

        boolean away(UUID person) {
            return today.stream().anyMatch(absence -> absence.person().equals(person));
        }
    }

    private static Absence absence(int person, @Nullable UUID delegate) {
        return new Absence(
                new UUID(9, person),
                "H29.101",
                id(person),
                "Người " + person % 4,
                delegate,
                delegate == null ? null : "Người thay",
                Set.of(new Duty(PositionKind.APPROVER, "u")),
                DAY,
                DAY);
    }

    @Property
    void work_goes_to_nobody_away_or_barred_and_to_nobody_with_more_than_another(
            @ForAll Random random) {
        var office = Office.any(random);
        var least = Load.least(office.candidates());
        var there =
                office.able().stream()
                        .map(Holder::account)
                        .filter(one -> !office.away(one) && !office.barred().contains(one))
                        .toList();
        if (least.isEmpty()) assertThat(there).isEmpty();
        else {
            var one = least.get();
            assertThat(office.away(one.account())).isFalse();
            assertThat(office.barred()).doesNotContain(one.account());
            for (var other : there)
                assertThat(one.load()).isLessThanOrEqualTo(office.load().getOrDefault(other, 0L));
        }
    }

    @Property
    void whoever_stands_in_stands_in_for_somebody_able_absent_and_not_barred(
            @ForAll Random random) {
        var office = Office.any(random);
        var able = office.able().stream().map(Holder::account).toList();
        for (var one : office.candidates()) {
            var absent = one.absent();
            if (absent == null) assertThat(able).contains(one.account());
            else {
                assertThat(able).contains(absent.account()).doesNotContain(one.account());
                assertThat(office.away(absent.account())).isTrue();
                assertThat(office.barred()).doesNotContain(absent.account(), one.account());
            }
        }
        assertThat(office.candidates()).extracting(Candidate::account).doesNotHaveDuplicates();
    }

    @Property
    void the_choice_does_not_depend_on_the_order_people_are_read_in(@ForAll Random random) {
        var office = Office.any(random);
        var turned =
                new Office(
                        office.able().reversed(), office.barred(), office.today(), office.load());
        assertThat(Load.least(turned.candidates())).isEqualTo(Load.least(office.candidates()));
    }

    private static Duty duty(int number) {
        var kinds = PositionKind.values();
        return new Duty(kinds[number % kinds.length], "u" + number / kinds.length);
    }

    private static Set<Duty> duties(Random random) {
        var duties = new HashSet<Duty>();
        for (int i = 0; i < 10; i++) if (random.nextInt(3) == 0) duties.add(duty(i));
        return duties;
    }

    @Property
    void nothing_is_lent_but_what_the_lender_holds_on_a_day_of_the_delegation(
            @ForAll Random random) {
        var held = new HashMap<UUID, Set<Duty>>();
        for (int i = 0; i < 5; i++) held.put(id(i), duties(random));
        var absences = new ArrayList<Absence>();
        for (int i = 0; i < 5; i++)
            absences.add(
                    new Absence(
                            new UUID(9, i),
                            "H29.101",
                            id(i),
                            "Người " + i,
                            random.nextBoolean() ? id(5) : id((i + 1) % 5),
                            "Người thay",
                            duties(random),
                            DAY.minusDays(random.nextInt(3)),
                            random.nextInt(4) == 0
                                    ? Absence.FOR_EVER
                                    : DAY.plusDays(random.nextInt(5) - 2)));
        var own = duties(random);
        var lent = Lending.of(id(5), own, absences, DAY, held::get);
        if (own.isEmpty()) assertThat(lent).isEmpty();
        for (var lending : lent) {
            var lender = lending.principal().account();
            // What was lent to the lender is not theirs to lend on.
            assertThat(held.get(lender)).contains(lending.duty());
            assertThat(absences)
                    .anyMatch(
                            absence ->
                                    absence.person().equals(lender)
                                            && id(5).equals(absence.delegate())
                                            && absence.covers(DAY)
                                            && absence.posts().contains(lending.duty()));
        }
    }

    @Property
    void a_delegation_holds_from_its_first_day_to_its_last(@ForAll Random random) {
        var from = DAY.plusDays(random.nextInt(20));
        var to = from.plusDays(random.nextInt(20));
        var absence =
                new Absence(
                        id(1), "H29.101", id(1), "An", id(2), "Bình", Set.of(duty(1)), from, to);
        assertThat(absence.covers(from)).isTrue();
        assertThat(absence.covers(to)).isTrue();
        assertThat(absence.covers(from.minusDays(1))).isFalse();
        assertThat(absence.covers(to.plusDays(1))).isFalse();
        assertThat(absence.overlaps(to, to.plusDays(3))).isTrue();
        assertThat(absence.overlaps(to.plusDays(1), to.plusDays(3))).isFalse();
        assertThat(absence.overlaps(from.minusDays(3), from.minusDays(1))).isFalse();
    }
}
