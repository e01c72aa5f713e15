package vn.motcua.dossier.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.form.Answers;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.workflow.Issue;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.DeadlineLedger;
import vn.motcua.worktime.Resumption;
import vn.motcua.worktime.TimeLimit;
import vn.motcua.worktime.WorkingCalendar;

class DossierLifecycleTest {
    private static final WorkingCalendar CALENDAR = Calendars.builtIn().of("H29.101");
    private static final Instant MONDAY_9AM = HanoiTime.instant(LocalDateTime.of(2026, 6, 1, 9, 0));
    private static final TimeLimit SEVEN_DAYS = TimeLimit.workingDays(7);

    private static Dossier filed(DossierState state) {
        return new Dossier(
                new UUID(1, 2),
                new DossierCode("H29.101-260601-0001"),
                new ReleaseId("1.001193", 1),
                null,
                Channel.ONLINE,
                "H29.101",
                state,
                null,
                null,
                new People(
                        new UUID(3, 4),
                        "Nguyễn Thị An",
                        "Nguyễn Thị An",
                        null,
                        "+84901234318",
                        null,
                        null),
                "Khai sinh",
                Answers.empty(),
                List.of(),
                null,
                DeadlineLedger.empty(),
                0,
                ReturnWay.ELECTRONIC,
                Moments.submitted(MONDAY_9AM),
                1);
    }

    private static Dossier accepted() {
        return filed(DossierState.SUBMITTED).accepted(SEVEN_DAYS, MONDAY_9AM, CALENDAR);
    }

    /// Plays one act, or leaves the dossier as it is where the act is refused.
    private static Dossier play(Dossier dossier, Act act, Instant now) {
        try {
            return switch (act) {
                case SUBMIT, RECEIVE_AT_COUNTER, RECALL, STEP -> dossier;
                case REQUEST_PAYMENT -> dossier.paymentRequested();
                case CONFIRM_PAYMENT -> dossier.paymentConfirmed();
                case END_PAYMENT -> dossier.paymentLeft();
                case ACCEPT -> dossier.accepted(SEVEN_DAYS, now, CALENDAR);
                case REFUSE -> dossier.refused(now);
                case REQUEST_SUPPLEMENT -> dossier.supplementRequested(1, now, CALENDAR);
                case SUPPLEMENT_BEFORE_ACCEPTANCE, SUPPLEMENT_DURING_APPRAISAL ->
                        dossier.supplemented(Resumption.RESUME, now, CALENDAR);
                case TAKE_OVER -> dossier.takenOver();
                case PAUSE -> dossier.paused("verification", now, CALENDAR);
                case RESUME -> dossier.resumed(now, CALENDAR);
                case EXTEND ->
                        dossier.extended(
                                now.plus(Duration.ofDays(20)), "Chờ xác minh", now, CALENDAR);
                case REQUEST_WITHDRAWAL -> dossier.withdrawalRequested();
                case DECLINE_WITHDRAWAL -> dossier.withdrawalDeclined();
                case GRANT_WITHDRAWAL -> dossier.withdrawn(now, CALENDAR);
                case STOP -> dossier.stopped(now, CALENDAR);
                case COMPLETE -> dossier.completed(Issue.GRANTED, now, CALENDAR);
                case RETURN -> dossier.returned(now);
            };
        } catch (ProblemException refused) {
            return dossier;
        }
    }

    @Provide
    Arbitrary<List<Act>> histories() {
        return Arbitraries.of(Act.class).list().ofMinSize(1).ofMaxSize(25);
    }

    @Property(tries = 2000)
    void no_sequence_of_acts_reaches_a_state_by_a_step_the_lifecycle_does_not_declare(
            @ForAll("histories") List<Act> acts) {
        var dossier = filed(DossierState.SUBMITTED);
        var now = MONDAY_9AM;
        for (var act : acts) {
            now = now.plus(Duration.ofHours(5));
            var before = dossier;
            dossier = play(dossier, act, now);
            var from = before.state();
            var to = dossier.state();
            if (from == to) continue;
            assertThat(reachable(from, act, before.prior())).as("%s by %s", from, act).contains(to);
            assertThat(from.isFinal()).isFalse();
        }
    }

    /// Completing may take over first: two declared steps in one act.
    private static Set<DossierState> reachable(
            DossierState from, Act act, @Nullable DossierState prior) {
        var found = new HashSet<DossierState>();
        for (var transition : Lifecycle.TRANSITIONS) {
            if (transition.from() != from) continue;
            if (transition.act() == act || withOther(act, transition.act()))
                found.add(
                        transition.to() == null ? Objects.requireNonNull(prior) : transition.to());
            if (act == Act.COMPLETE && transition.act() == Act.TAKE_OVER)
                found.add(DossierState.COMPLETED);
        }
        return found;
    }

    private static boolean withOther(Act played, Act declared) {
        return played.name().startsWith("SUPPLEMENT_") && declared.name().startsWith("SUPPLEMENT_");
    }

    @Property(tries = 1000)
    void a_final_state_is_never_left_and_first_due_never_moves_by_an_apology(
            @ForAll("histories") List<Act> acts) {
        var dossier = filed(DossierState.SUBMITTED);
        var now = MONDAY_9AM;
        for (var act : acts) {
            now = now.plus(Duration.ofHours(7));
            var before = dossier;
            dossier = play(dossier, act, now);
            if (before.state().isFinal()) assertThat(dossier).isEqualTo(before);
            if (act == Act.EXTEND && before.moments().firstDue() != null)
                assertThat(dossier.moments().firstDue()).isEqualTo(before.moments().firstDue());
            assertThat(dossier.ledger().lines().size())
                    .isGreaterThanOrEqualTo(before.ledger().lines().size());
        }
    }

    @Test
    void every_state_but_the_first_is_caused_by_some_act() {
        var caused = new HashSet<DossierState>();
        Lifecycle.TRANSITIONS.forEach(transition -> caused.add(transition.to()));
        assertThat(caused).contains(DossierState.values());
    }

    @Test
    void from_completed_and_returned_nobody_can_withdraw() {
        var completed = accepted().completed(Issue.GRANTED, MONDAY_9AM.plusSeconds(3600), CALENDAR);
        assertThat(completed.can(Act.REQUEST_WITHDRAWAL)).isFalse();
        assertThat(completed.returned(MONDAY_9AM.plusSeconds(7200)).can(Act.REQUEST_WITHDRAWAL))
                .isFalse();
    }

    @Test
    void a_second_supplement_request_during_appraisal_is_refused() {
        var once =
                accepted()
                        .supplementRequested(1, MONDAY_9AM.plusSeconds(3600), CALENDAR)
                        .supplemented(
                                Resumption.RESUME, MONDAY_9AM.plus(Duration.ofDays(3)), CALENDAR);
        assertThatThrownBy(
                        () ->
                                once.supplementRequested(
                                        1, MONDAY_9AM.plus(Duration.ofDays(4)), CALENDAR))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                                assertThat(problem.problem())
                                        .isEqualTo(DossierProblem.SUPPLEMENT_USED_UP));
    }

    @Test
    void before_acceptance_the_clock_has_never_run() {
        var asked = filed(DossierState.SUBMITTED).supplementRequested(1, MONDAY_9AM, CALENDAR);
        var answered =
                asked.supplemented(
                        Resumption.RESUME, MONDAY_9AM.plus(Duration.ofDays(9)), CALENDAR);
        assertThat(answered.state()).isEqualTo(DossierState.SUBMITTED);
        assertThat(answered.ledger().lines()).isEmpty();
        assertThat(answered.supplements()).isZero();
    }

    @Test
    void days_waiting_for_the_person_do_not_count() {
        var asked =
                accepted()
                        .supplementRequested(
                                1,
                                HanoiTime.instant(LocalDateTime.of(2026, 6, 3, 10, 0)),
                                CALENDAR);
        var answered =
                asked.supplemented(
                        Resumption.RESUME,
                        HanoiTime.instant(LocalDateTime.of(2026, 6, 16, 10, 0)),
                        CALENDAR);
        assertThat(HanoiTime.dateOf(Objects.requireNonNull(answered.moments().due())))
                .isEqualTo(java.time.LocalDate.of(2026, 6, 23));
    }

    @Test
    void an_extension_happens_once_and_an_overdue_dossier_still_goes_on() {
        var late = MONDAY_9AM.plus(Duration.ofDays(30));
        var extended =
                accepted()
                        .takenOver()
                        .extended(late.plus(Duration.ofDays(5)), "Chờ xác minh", late, CALENDAR);
        assertThatThrownBy(
                        () ->
                                extended.extended(
                                        late.plus(Duration.ofDays(9)), "Lại chờ", late, CALENDAR))
                .isInstanceOf(ProblemException.class);
        assertThat(
                        extended.completed(Issue.GRANTED, late.plus(Duration.ofDays(20)), CALENDAR)
                                .state())
                .isEqualTo(DossierState.COMPLETED);
    }

    @Test
    void declining_a_withdrawal_returns_to_the_state_before() {
        var asked = accepted().takenOver().withdrawalRequested();
        assertThat(asked.state()).isEqualTo(DossierState.WITHDRAWAL_REQUESTED);
        assertThat(asked.withdrawalDeclined().state()).isEqualTo(DossierState.PROCESSING);
    }
}
