package vn.motcua.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.motcua.insight.internal.Lives.Life;
import vn.motcua.journal.FeedEntry;
import vn.motcua.worktime.Calendars;

class StandingTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T02:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static DossierFact read(Life life) {
        var reader = new FactReader(Calendars.builtIn());
        DossierFact fact = null;
        long seq = 0;
        for (var entry : life.entries) fact = reader.read(fact, new FeedEntry(1, ++seq, entry));
        return java.util.Objects.requireNonNull(fact);
    }

    private static Life accepted() {
        return Lives.dossier("H29-1", "H29.101", "1.001193", "ONLINE", MONDAY)
                .happens("submitted", "SUBMITTED", Duration.ZERO)
                .with("firstDueAt", FRIDAY.toString())
                .with("dueAt", FRIDAY.toString())
                .happens("accepted", "ACCEPTED", HOUR);
    }

    @Test
    void an_apology_moves_the_appointment_but_a_result_after_the_first_date_is_late() {
        var fact =
                read(
                        accepted()
                                .with("dueAt", FRIDAY.plus(Duration.ofDays(7)).toString())
                                .happens("extended", "PROCESSING", HOUR)
                                .finishes("completed", "COMPLETED", Duration.ofDays(6)));
        assertThat(fact.measuredDueAt()).isEqualTo(FRIDAY);
        assertThat(Standing.of(fact, FRIDAY)).isEqualTo(Standing.LATE);
    }

    @Test
    void waiting_for_the_citizen_moves_the_date_that_is_measured() {
        var fact =
                read(
                        accepted()
                                .with("supplements", 1)
                                .happens("supplement-requested", "SUPPLEMENT_REQUESTED", HOUR)
                                .with("dueAt", FRIDAY.plus(Duration.ofDays(7)).toString())
                                .happens("supplement-received", "PROCESSING", Duration.ofDays(7))
                                .finishes("completed", "COMPLETED", Duration.ofDays(2)));
        assertThat(Standing.of(fact, FRIDAY)).isEqualTo(Standing.ON_TIME);
    }

    @Test
    void waiting_after_an_apology_adds_the_same_working_time_to_the_measured_date() {
        var later = Instant.parse("2026-11-27T10:00:00Z");
        var fact =
                read(
                        accepted()
                                .with("dueAt", later.toString())
                                .happens("extended", "PROCESSING", HOUR)
                                .with("dueAt", Instant.parse("2026-12-01T10:00:00Z").toString())
                                .happens("resumed", "PROCESSING", HOUR));
        assertThat(fact.measuredDueAt())
                .as("two working days after Friday 20/11; 24/11 is a holiday")
                .isEqualTo(Instant.parse("2026-11-25T10:00:00Z"));
    }

    @Test
    void more_than_one_supplement_request_counts_late_whatever_the_date() {
        var fact = read(accepted().with("supplements", 2).finishes("completed", "COMPLETED", HOUR));
        assertThat(Standing.of(fact, FRIDAY)).isEqualTo(Standing.LATE);
    }

    @Test
    void a_dossier_with_the_citizen_is_not_overdue_while_waiting() {
        var fact =
                read(
                        accepted()
                                .with("supplements", 1)
                                .happens("supplement-requested", "SUPPLEMENT_REQUESTED", HOUR));
        assertThat(Standing.of(fact, FRIDAY.plus(HOUR))).isEqualTo(Standing.OPEN_WITH_CITIZEN);
    }

    @Test
    void an_open_dossier_past_its_date_is_overdue() {
        assertThat(Standing.of(read(accepted()), FRIDAY)).isEqualTo(Standing.OPEN_IN_TIME);
        assertThat(Standing.of(read(accepted()), FRIDAY.plusSeconds(1)))
                .isEqualTo(Standing.OPEN_OVERDUE);
    }

    @Test
    void online_from_filing_to_an_electronic_result_is_proved_end_to_end() {
        var life = accepted().finishes("completed", "COMPLETED", HOUR);
        assertThat(EndToEnd.of(read(life))).as("not handed over yet").isNull();
        life.with("way", "ELECTRONIC").happens("returned", "RETURNED", HOUR);
        assertThat(EndToEnd.of(read(life))).isEqualTo(EndToEnd.PROVEN);
    }

    @Test
    void the_first_thing_off_line_is_the_cause_that_is_told() {
        var counter =
                accepted()
                        .with("assisted", true)
                        .finishes("completed", "COMPLETED", HOUR)
                        .with("way", "COUNTER")
                        .happens("returned", "RETURNED", HOUR);
        assertThat(EndToEnd.of(read(counter))).isEqualTo(EndToEnd.ASSISTED);
        var returned =
                accepted()
                        .finishes("completed", "COMPLETED", HOUR)
                        .with("way", "COUNTER")
                        .happens("returned", "RETURNED", HOUR);
        assertThat(EndToEnd.of(read(returned))).isEqualTo(EndToEnd.COUNTER_RETURN);
    }

    @Test
    void an_entry_read_twice_changes_nothing() {
        var reader = new FactReader(Calendars.builtIn());
        var first = new FeedEntry(5, 9, accepted().entries.getFirst());
        var fact = reader.read(null, first);
        assertThat(reader.read(fact, first)).isSameAs(fact);
    }

    @Property(tries = 300)
    void every_received_dossier_is_good_or_late_or_told_apart(
            @ForAll("facts") List<DossierFact> all) {
        var tally = tally(all);
        long apart = tally.get(Measure.NOT_ACCEPTED) + tally.get(Measure.STOPPED);
        assertThat(tally.good() + tally.late() + apart).isEqualTo(tally.received());
        assertThat(tally.good())
                .isEqualTo(all.stream().filter(f -> Standing.of(f, FRIDAY).isGood()).count());
        if (tally.onTime() != null) assertThat(tally.onTime()).isBetween(0.0, 1.0);
        else assertThat(tally.counted()).isZero();
    }

    @Property(tries = 200)
    void stopped_and_not_accepted_dossiers_never_move_the_rate(
            @ForAll("facts") List<DossierFact> all) {
        var counted = all.stream().filter(fact -> Standing.of(fact, FRIDAY).isCounted()).toList();
        assertThat(tally(all).onTime()).isEqualTo(tally(counted).onTime());
    }

    @Property(tries = 200)
    void the_promised_date_alone_never_changes_the_standing(
            @ForAll("fact") DossierFact fact, @ForAll("hours") int hours) {
        var apologised = copy(fact, FRIDAY.plus(Duration.ofHours(hours)));
        assertThat(Standing.of(apologised, FRIDAY)).isEqualTo(Standing.of(fact, FRIDAY));
    }

    private static Tally tally(List<DossierFact> all) {
        var sum = Tally.NONE;
        for (var fact : all) {
            var standing = Standing.of(fact, FRIDAY);
            boolean openLate =
                    standing == Standing.OPEN_OVERDUE || standing == Standing.OPEN_ASKED_TWICE;
            sum = sum.plus(new Tally(Measure.of(fact), openLate ? 1 : 0));
        }
        return sum;
    }

    @Provide
    Arbitrary<List<DossierFact>> facts() {
        return fact().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(-100, 100);
    }

    @Provide
    Arbitrary<DossierFact> fact() {
        return Combinators.combine(
                        Arbitraries.of(
                                "SUBMITTED",
                                "NOT_ACCEPTED",
                                "PROCESSING",
                                "SUPPLEMENT_REQUESTED",
                                "STOPPED",
                                "COMPLETED",
                                "RETURNED"),
                        hours().injectNull(0.2),
                        hours(),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of("ONLINE", "DIRECT", "POSTAL"),
                        Arbitraries.of("ELECTRONIC", "COUNTER", "POST"))
                .as(StandingTest::fact);
    }

    private static DossierFact fact(
            String state, Integer due, int finished, int supplements, String channel, String way) {
        boolean open =
                state.equals("SUBMITTED")
                        || state.equals("PROCESSING")
                        || state.equals("SUPPLEMENT_REQUESTED");
        var measured = due == null ? null : FRIDAY.plus(Duration.ofHours(due));
        return new DossierFact(
                UUID.randomUUID(),
                "c",
                "H29",
                "p",
                channel,
                false,
                MONDAY,
                null,
                measured,
                measured,
                measured,
                open ? null : FRIDAY.plus(Duration.ofHours(finished)),
                null,
                state,
                null,
                supplements,
                List.of("filed:" + channel, "returned:" + way),
                MONDAY,
                null,
                1,
                1);
    }

    private static DossierFact copy(DossierFact f, Instant due) {
        return new DossierFact(
                f.id(),
                f.code(),
                f.agency(),
                f.procedure(),
                f.channel(),
                f.assisted(),
                f.submittedAt(),
                f.acceptedAt(),
                f.firstDueAt(),
                f.measuredDueAt(),
                due,
                f.finishedAt(),
                f.returnedAt(),
                f.state(),
                f.outcome(),
                f.supplements(),
                f.touchpoints(),
                f.lastStepAt(),
                f.workedMinutes(),
                f.xid(),
                f.seq());
    }
}
