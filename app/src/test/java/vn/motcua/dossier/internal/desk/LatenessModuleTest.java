package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.appointment.LateWatch;
import vn.motcua.dossier.internal.appointment.PauseEnds;
import vn.motcua.dossier.internal.appointment.Reminders;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.LatenessStore;
import vn.motcua.dossier.internal.store.ReminderStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.tracking.Progress;
import vn.motcua.dossier.internal.tracking.ProgressReader;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.DeadlineLine;
import vn.motcua.worktime.Outcome;
import vn.motcua.worktime.ShortenedTerm;
import vn.motcua.worktime.ShortenedTerms;
import vn.motcua.worktime.TimeLimit;

/// Appointments in danger, missed and explained; pauses, reminders and shortened terms: on real
/// PostgreSQL, at chosen moments. 2 November 2026 is a Monday; the term is three working days.
class LatenessModuleTest {
    private static final Desk.Grounds STAFF = new Desk.Grounds("staff", "Công chức nghỉ ốm.");

    private final WaitingHouse it = new WaitingHouse();
    private final DeskHouse house = it.house;

    @Test
    void whoever_signs_is_told_once_the_day_before_and_the_letter_ends_the_work() {
        var id = accepted("2026-11-02T09:00", DeskHouse.RELEASE);
        look("2026-11-03T10:00");
        assertThat(letters(id)).isEmpty();
        look("2026-11-04T15:30");
        look("2026-11-04T16:00");
        assertThat(letters(id)).singleElement().satisfies(work -> assertThat(work.open()).isTrue());
        assertThat(kinds(id).stream().filter("dossier.late-foreseen"::equals)).hasSize(1);
        assertThat(toApologise("2026-11-04T16:00")).contains(id);

        extend("2026-11-04T16:30", id, "2026-11-09T17:00", STAFF);
        assertThat(letters(id)).noneMatch(Task::open);
        look("2026-11-06T16:00");
        assertThat(letters(id)).hasSize(1);
        assertThat(it.dossier(id).moments())
                .satisfies(
                        moments -> {
                            assertThat(moments.firstDue())
                                    .isEqualTo(WaitingHouse.time("2026-11-05T17:00"));
                            assertThat(moments.due())
                                    .isEqualTo(WaitingHouse.time("2026-11-09T17:00"));
                        });
        assertThatThrownBy(() -> extend("2026-11-04T16:45", id, "2026-11-12T17:00", STAFF))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                                assertThat(problem.problem())
                                        .isEqualTo(DossierProblem.EXTENDED_ALREADY));
    }

    @Test
    void an_apology_makes_nothing_on_time_and_the_reason_is_kept_at_both_ends() {
        var id = accepted("2026-11-02T09:00", DeskHouse.RELEASE);
        extend("2026-11-04T14:00", id, "2026-11-11T17:00", STAFF);
        it.done("2026-11-06T08:00", house.officer, id, "appraise", "eligible");
        var token = it.open(id, "sign").token();
        it.run(
                "2026-11-06T09:00",
                house.approver,
                () ->
                        it.desk()
                                .completeStep(
                                        id,
                                        house.version(id),
                                        token,
                                        "sign",
                                        null,
                                        Map.of(),
                                        new Desk.Grounds("workload", "Hồ sơ dồn cuối tháng.")));
        var reckoning =
                it.dossier(id)
                        .ledger()
                        .reckon(
                                house.bean(Calendars.class).of(DeskHouse.HERE),
                                WaitingHouse.time("2026-11-06T10:00"));
        assertThat(reckoning.outcome()).isEqualTo(Outcome.LATE);
        assertThat(said(id))
                .extracting(said -> said.stage() + " " + said.reason())
                .containsExactly("APOLOGY staff", "COMPLETED workload");
        assertThat(kinds(id))
                .as("whoever counts learns first that it was an apology that moved the date")
                .containsSubsequence("dossier.extended", "dossier.lateness-explained");
    }

    @Test
    void being_late_blocks_nothing_and_is_seen() {
        var id = accepted("2026-11-02T09:00", DeskHouse.RELEASE);
        assertThat(overdue("2026-11-09T09:00")).contains(id);
        extend("2026-11-09T09:00", id, "2026-11-10T17:00", STAFF);
        assertThat(overdue("2026-11-09T10:00")).doesNotContain(id);
        it.done("2026-11-16T08:00", house.officer, id, "appraise", "eligible");
        it.done("2026-11-16T09:00", house.approver, id, "sign", "sign");
        assertThat(said(id)).extracting(LatenessStore.Said::stage).hasSize(1);
        assertThat(overdue("2026-11-17T10:00")).doesNotContain(id);
    }

    @Test
    void the_clock_stops_only_on_a_ground_the_release_names() {
        var id = accepted("2026-11-02T09:00", WaitingHouse.CHECKED);
        assertThatThrownBy(() -> pause("2026-11-02T10:00", id, "weather"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                                assertThat(problem.problem())
                                        .isEqualTo(DossierProblem.REASON_MISSING));
        assertThat(it.dossier(id).ledger().paused()).isFalse();
    }

    @Test
    void whoever_was_asked_and_keeps_silent_holds_nobody_up() {
        var id = accepted("2026-11-02T09:00", WaitingHouse.CHECKED);
        pause("2026-11-02T14:00", id, "opinion");
        end("2026-11-05T16:00");
        assertThat(it.dossier(id).ledger().paused()).isTrue();
        // Three working days from Monday end on Thursday at five; the job comes by a day later.
        end("2026-11-06T15:00");
        end("2026-11-06T16:00");
        assertThat(it.dossier(id).ledger().lines())
                .last()
                .isInstanceOfSatisfying(
                        DeadlineLine.Resumed.class,
                        resumed -> {
                            assertThat(resumed.byItself()).isTrue();
                            assertThat(resumed.at())
                                    .isEqualTo(WaitingHouse.time("2026-11-05T17:00"));
                        });
        assertThat(it.dossier(id).moments().due()).isEqualTo(WaitingHouse.time("2026-11-06T17:00"));
        assertThat(kinds(id).stream().filter("dossier.resumed"::equals)).hasSize(1);
    }

    @Test
    void the_person_is_reminded_at_half_of_the_term_and_three_days_before_its_end() {
        var id = it.file("2026-10-05T08:00", DeskHouse.RELEASE, ReturnWay.COUNTER);
        it.ask("2026-10-05T09:00", house.receptionist, id); // answer by 4 November
        remind("2026-10-12T09:00");
        assertThat(reminded(id)).isEmpty();
        remind("2026-10-20T09:00");
        remind("2026-10-21T09:00");
        assertThat(reminded(id)).containsExactly(ReminderStore.Part.HALF);
        remind("2026-11-01T09:00");
        remind("2026-11-02T09:00");
        assertThat(reminded(id))
                .containsExactly(ReminderStore.Part.HALF, ReminderStore.Part.THREE_DAYS);
        assertThat(kinds(id).stream().filter("dossier.reminded"::equals)).hasSize(2);
        var progress =
                house.as(
                        Caller.citizen(house.citizen, "Nguyễn Thị Minh An"),
                        () -> house.bean(ProgressReader.class).of(it.dossier(id)));
        assertThat(progress.milestones())
                .extracting(Progress.Milestone::key)
                .contains("desk-clock.milestone.HALF", "desk-clock.milestone.THREE_DAYS");
    }

    @Test
    void a_decision_shortens_the_term_of_what_is_filed_online_from_its_day_on() {
        var decision = "Quyết định 12/QĐ-UBND";
        it.run(
                "2026-11-02T07:00",
                Caller.system(),
                () ->
                        house.bean(ShortenedTerms.class)
                                .decide(
                                        new ShortenedTerm(
                                                "H29",
                                                DeskHouse.RELEASE.procedureCode(),
                                                "ONLINE",
                                                null,
                                                TimeLimit.workingDays(2),
                                                LocalDate.of(2026, 12, 1),
                                                LocalDate.of(2026, 12, 31),
                                                decision)));
        var before = accepted("2026-11-30T09:00", DeskHouse.RELEASE);
        var after = accepted("2026-12-01T09:00", DeskHouse.RELEASE);
        assertThat(it.dossier(before).moments().due())
                .isEqualTo(WaitingHouse.time("2026-12-03T17:00"));
        assertThat(it.dossier(after).moments().due())
                .isEqualTo(WaitingHouse.time("2026-12-03T17:00"));
        assertThat(it.dossier(after).ledger().lines().getFirst())
                .isInstanceOfSatisfying(
                        DeadlineLine.Accepted.class,
                        start ->
                                assertThat(start.shortened())
                                        .isEqualTo(
                                                new DeadlineLine.Shortened(
                                                        TimeLimit.workingDays(3), decision)));
    }

    private UUID accepted(String hanoi, ReleaseId release) {
        var id = it.file(hanoi, release, ReturnWay.COUNTER);
        it.accept(hanoi, id);
        return id;
    }

    private void look(String hanoi) {
        it.run(hanoi, Caller.system(), () -> house.bean(LateWatch.class).look());
    }

    private void end(String hanoi) {
        it.run(hanoi, Caller.system(), () -> house.bean(PauseEnds.class).end());
    }

    private void remind(String hanoi) {
        it.run(hanoi, Caller.system(), () -> house.bean(Reminders.class).remind());
    }

    private void pause(String hanoi, UUID id, String ground) {
        var grounds = new Desk.Grounds(ground, "Đã gửi công văn 15.");
        it.run(hanoi, house.officer, () -> it.desk().pause(id, house.version(id), grounds));
    }

    private void extend(String hanoi, UUID id, String due, Desk.Grounds grounds) {
        var to = WaitingHouse.time(due);
        it.run(hanoi, house.approver, () -> it.desk().extend(id, house.version(id), to, grounds));
    }

    private List<Task> letters(UUID id) {
        return it.tasks(id).stream().filter(task -> task.kind() == Task.Kind.APOLOGY).toList();
    }

    private List<UUID> toApologise(String hanoi) {
        return house
                .as(
                        house.receptionist,
                        () ->
                                house.bean(LatenessStore.class)
                                        .toApologise(DeskHouse.HERE, WaitingHouse.time(hanoi), 500))
                .stream()
                .map(LatenessStore.Line::dossier)
                .toList();
    }

    private List<UUID> overdue(String hanoi) {
        return house
                .as(
                        house.officer,
                        () ->
                                house.bean(LatenessStore.class)
                                        .lateWithoutLetter(
                                                DeskHouse.HERE,
                                                WaitingHouse.time(hanoi),
                                                null,
                                                500))
                .stream()
                .map(LatenessStore.Line::dossier)
                .toList();
    }

    private List<LatenessStore.Said> said(UUID id) {
        return house.as(house.approver, () -> house.bean(LatenessStore.class).of(id));
    }

    private List<ReminderStore.Part> reminded(UUID id) {
        return house
                .as(
                        Caller.citizen(house.citizen, "Nguyễn Thị Minh An"),
                        () -> house.bean(ReminderStore.class).of(id))
                .stream()
                .map(ReminderStore.Given::part)
                .toList();
    }

    private List<String> kinds(UUID id) {
        return it.history(id).stream().map(Entry::kind).toList();
    }
}
