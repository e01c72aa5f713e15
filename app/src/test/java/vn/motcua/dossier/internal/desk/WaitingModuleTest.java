package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.DossierHealth;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Timers;
import vn.motcua.dossier.internal.processing.Unanswered;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TimerStore;
import vn.motcua.dossier.internal.worklist.WorkQuery;
import vn.motcua.dossier.internal.worklist.WorklistReader;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.kernel.ProblemException;

/// Waiting for the person, and what comes of it: on real PostgreSQL, at chosen moments.
/// 2 November 2026 is a Monday.
class WaitingModuleTest {
    private static final Locale VI = Locale.of("vi");

    private final WaitingHouse it = new WaitingHouse();
    private final DeskHouse house = it.house;

    @Test
    void the_officer_reads_why_the_person_wants_to_withdraw() {
        var id = it.file("2026-11-02T08:00", DeskHouse.RELEASE, ReturnWay.COUNTER);
        it.run(
                "2026-11-02T09:00",
                it.citizen,
                () -> it.applicant().requestWithdrawal(id, "Tôi đã chuyển đi nơi khác."));
        var page =
                it.at(
                        "2026-11-02T10:00",
                        house.receptionist,
                        () -> house.bean(DeskDossierReader.class).open(id, null, VI, null));
        assertThat(page.open())
                .extracting(DeskDossierView.OpenWork::words)
                .contains("Tôi đã chuyển đi nơi khác.");
        for (var kind : List.of(ActKind.GRANT_WITHDRAWAL, ActKind.DECLINE_WITHDRAWAL))
            assertThat(
                            it.at(
                                            "2026-11-02T10:00",
                                            house.receptionist,
                                            () ->
                                                    house.bean(ActForms.class)
                                                            .view(
                                                                    id,
                                                                    kind,
                                                                    Typed.nothing("", ""),
                                                                    VI,
                                                                    Map.of(),
                                                                    false,
                                                                    false))
                                    .said())
                    .isEqualTo("Tôi đã chuyển đi nơi khác.");
        it.run(
                "2026-11-02T11:00",
                house.receptionist,
                () -> it.desk().declineWithdrawal(id, house.version(id), "Kết quả đã ký."));
        var closed =
                it.tasks(id).stream()
                        .filter(task -> task.kind() == Task.Kind.WITHDRAWAL)
                        .findFirst()
                        .orElseThrow();
        assertThat(closed.note()).isEqualTo("Kết quả đã ký.");
        assertThat(closed.words()).isEqualTo("Tôi đã chuyển đi nơi khác.");
    }

    @Test
    void the_journal_tells_when_the_persons_check_stops_the_clock_and_when_it_runs_again() {
        var id = it.file("2026-11-02T08:00", WaitingHouse.CHECKED, ReturnWay.COUNTER);
        it.accept("2026-11-02T09:00", id);
        var before = it.dossier(id).moments().due();
        it.done("2026-11-02T10:00", house.officer, id, "draft", "send");
        var token = it.open(id, "check").token();
        it.run(
                "2026-11-05T10:00",
                it.citizen,
                () -> it.applicant().completeStep(id, token, "confirmed", null));
        var due = Objects.requireNonNull(it.dossier(id).moments().due());
        assertThat(due).isAfter(before);
        var history = it.history(id);
        assertThat(history)
                .extracting(Entry::kind)
                .containsSubsequence(
                        "dossier.accepted",
                        "dossier.step-completed",
                        "dossier.paused",
                        "dossier.step-completed",
                        "dossier.resumed");
        assertThat(history.subList(history.size() - 2, history.size()))
                .extracting(entry -> entry.data().get("dueAt"))
                .containsOnly(due.toString());
        var resumed = history.getLast();
        assertThat(resumed.data()).containsEntry("automatic", true).containsEntry("step", "sign");
        assertThat(resumed.data()).doesNotContainKey("officersPause");
    }

    @Test
    void a_step_that_ends_an_officers_pause_says_so() {
        var id = it.file("2026-11-02T08:00", DeskHouse.RELEASE, ReturnWay.COUNTER);
        it.accept("2026-11-02T09:00", id);
        it.run(
                "2026-11-02T10:00",
                house.officer,
                () ->
                        it.desk()
                                .pause(
                                        id,
                                        house.version(id),
                                        new Desk.Grounds("verification", "Chờ trả lời.")));
        it.done("2026-11-04T10:00", house.officer, id, "appraise", "eligible");
        var resumed = it.history(id).getLast();
        assertThat(resumed.kind()).isEqualTo("dossier.resumed");
        assertThat(resumed.data()).containsEntry("officersPause", true);
        var page =
                it.at(
                        "2026-11-04T11:00",
                        house.approver,
                        () -> house.bean(DeskDossierReader.class).open(id, null, VI, null));
        assertThat(page.history())
                .anyMatch(line -> line.contains("kết thúc lần tạm dừng do cán bộ đặt"));
    }

    @Test
    void what_the_person_sends_before_acceptance_is_looked_at_within_eight_hours_of_coming() {
        var id = it.file("2026-11-02T08:00", DeskHouse.RELEASE, ReturnWay.COUNTER);
        it.ask("2026-11-02T10:00", house.receptionist, id);
        it.answer("2026-11-12T07:30", id);
        assertThat(it.open(id, "reception").due()).isEqualTo(WaitingHouse.time("2026-11-12T17:30"));
    }

    @Test
    void an_officers_piece_of_work_gets_the_time_the_person_took() {
        var id = it.file("2026-11-02T08:00", DeskHouse.RELEASE, ReturnWay.COUNTER);
        it.accept("2026-11-02T08:30", id);
        assertThat(it.open(id, "appraise").due()).isEqualTo(WaitingHouse.time("2026-11-02T14:30"));
        it.ask("2026-11-02T09:30", house.officer, id);
        it.answer("2026-11-05T09:30", id);
        assertThat(it.open(id, "appraise").due()).isEqualTo(WaitingHouse.time("2026-11-05T14:30"));
    }

    @Test
    void a_pause_before_a_request_counts_as_well_and_only_once() {
        var id = it.file("2026-11-02T08:00", DeskHouse.RELEASE, ReturnWay.COUNTER);
        it.accept("2026-11-02T08:30", id);
        it.run(
                "2026-11-02T09:30",
                house.officer,
                () ->
                        it.desk()
                                .pause(
                                        id,
                                        house.version(id),
                                        new Desk.Grounds("verification", "Chờ trả lời.")));
        it.ask("2026-11-03T09:30", house.officer, id);
        it.answer("2026-11-05T09:30", id);
        assertThat(it.open(id, "appraise").due()).isEqualTo(WaitingHouse.time("2026-11-05T14:30"));
        it.run(
                "2026-11-05T10:00",
                house.officer,
                () ->
                        it.desk()
                                .pause(
                                        id,
                                        house.version(id),
                                        new Desk.Grounds("verification", "Chờ trả lời.")));
        it.run("2026-11-06T10:00", house.officer, () -> it.desk().resume(id, house.version(id)));
        assertThat(it.open(id, "appraise").due()).isEqualTo(WaitingHouse.time("2026-11-06T14:30"));
    }

    @Test
    void a_request_nobody_answers_comes_back_to_an_officer_once_its_term_is_over() {
        var early = it.file("2026-11-02T08:00", DeskHouse.RELEASE, ReturnWay.COUNTER);
        it.ask("2026-11-02T10:00", house.receptionist, early);
        var appraised = it.file("2026-11-02T08:00", DeskHouse.RELEASE, ReturnWay.COUNTER);
        it.accept("2026-11-02T08:30", appraised);
        it.ask("2026-11-02T10:00", house.officer, appraised);
        var unanswered = house.bean(Unanswered.class);
        it.run("2026-12-02T16:00", Caller.system(), unanswered::handBack);
        assertThat(it.history(early)).noneMatch(WaitingModuleTest::overdue);
        it.run("2026-12-03T08:00", Caller.system(), unanswered::handBack);
        it.run("2026-12-03T09:00", Caller.system(), unanswered::handBack);
        for (var id : List.of(early, appraised))
            assertThat(it.history(id).stream().filter(WaitingModuleTest::overdue)).hasSize(1);
        var list =
                it.at(
                        "2026-12-03T09:00",
                        house.receptionist,
                        () ->
                                house.bean(WorklistReader.class)
                                        .read(
                                                WorkQuery.read(Map.of("step", Task.SUPPLEMENT)),
                                                WorklistReader.At.BEGINNING,
                                                VI,
                                                null));
        assertThat(list.lines()).anyMatch(line -> line.toString().contains("Hết hạn bổ sung"));
        assertThat(it.open(appraised, Task.SUPPLEMENT).position().name()).isEqualTo("APPROVER");
        it.answer("2026-12-03T10:00", early);
        assertThat(it.dossier(early).state()).isEqualTo(DossierState.SUBMITTED);
        assertThat(it.tasks(early))
                .filteredOn(task -> task.kind() == Task.Kind.SUPPLEMENT)
                .noneMatch(Task::open);
    }

    private static boolean overdue(Entry entry) {
        return entry.kind().equals("dossier.supplement-overdue");
    }

    @Test
    void files_sent_at_the_same_time_are_all_kept() {
        var id = it.file("2026-11-02T08:00", DeskHouse.RELEASE, ReturnWay.COUNTER);
        it.ask("2026-11-02T10:00", house.receptionist, id);
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();
        for (var file : List.of(one, two))
            it.run(
                    "2026-11-03T10:00",
                    it.citizen,
                    () -> it.applicant().keep(id, "1", null, List.of(file), List.of()));
        assertThat(kept(id)).containsExactly(one, two);
        it.run(
                "2026-11-03T10:00",
                it.citizen,
                () -> it.applicant().keep(id, "1", null, List.of(), List.of(one)));
        assertThat(kept(id)).containsExactly(two);
    }

    private List<UUID> kept(UUID id) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(PaperStore.class)
                                .openSupplement(id)
                                .map(Supplement::answers)
                                .map(replies -> replies.get("1"))
                                .orElseThrow()
                                .files());
    }

    @Test
    void the_person_cannot_take_their_step_while_their_withdrawal_is_considered() {
        var id = it.file("2026-11-02T08:00", WaitingHouse.CHECKED, ReturnWay.COUNTER);
        it.accept("2026-11-02T09:00", id);
        it.done("2026-11-02T10:00", house.officer, id, "draft", "send");
        var token = it.open(id, "check").token();
        it.run(
                "2026-11-02T11:00",
                it.citizen,
                () -> it.applicant().requestWithdrawal(id, "Không cần nữa."));
        refused(
                DossierProblem.NOT_ALLOWED_NOW,
                () -> it.applicant().completeStep(id, token, "confirmed", null));
    }

    @Test
    void looking_at_the_file_hands_no_paper_over() {
        for (var way : List.of(ReturnWay.COUNTER, ReturnWay.ELECTRONIC)) {
            var id = it.file("2026-11-02T08:00", DeskHouse.RELEASE, way);
            it.accept("2026-11-02T09:00", id);
            it.done("2026-11-02T10:00", house.officer, id, "appraise", "eligible");
            it.done("2026-11-02T11:00", house.approver, id, "sign", "sign");
            if (way == ReturnWay.COUNTER) {
                refused(DossierProblem.NOT_ALLOWED_NOW, () -> it.applicant().collect(id));
                assertThat(it.dossier(id).state()).isEqualTo(DossierState.COMPLETED);
            } else {
                it.run("2026-11-02T14:00", it.citizen, () -> it.applicant().collect(id));
                assertThat(it.dossier(id).state()).isEqualTo(DossierState.RETURNED);
            }
        }
    }

    private void refused(DossierProblem problem, Runnable work) {
        assertThatThrownBy(() -> it.run("2026-11-02T14:00", it.citizen, work))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    @Test
    void no_timer_outlives_its_dossier() {
        var stopped = checked();
        assertThat(timers(stopped)).isPositive();
        it.run(
                "2026-11-02T11:00",
                house.approver,
                () -> it.desk().stop(stopped, house.version(stopped), "Nộp trùng."));
        assertThat(timers(stopped)).isZero();
        var done = checked();
        it.run("2026-11-20T08:00", Caller.system(), () -> house.bean(Timers.class).fireDue());
        it.done("2026-11-20T09:00", house.approver, done, "sign", "sign");
        it.run("2026-12-20T08:00", Caller.system(), () -> house.bean(Timers.class).fireDue());
        assertThat(timers(done)).isZero();
        assertThat(house.bean(Timers.class).stuck())
                .extracting(TimerStore.Stuck::dossier)
                .doesNotContain(stopped, done);
    }

    private int timers(UUID id) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(JdbcClient.class)
                                .sql("select count(*) from dossier.timer where dossier_id = :id")
                                .param("id", id)
                                .query(Integer.class)
                                .single());
    }

    /// A state of its process that cannot be read stands for any bug: nothing of it is open, so
    /// the engine refuses the timer as if the process had ended.
    @Test
    void a_timer_that_cannot_fire_is_seen_and_leaves_the_others_alone() {
        var broken = checked();
        var sound = checked();
        var jdbc = house.bean(JdbcClient.class);
        var good = Objects.requireNonNull(it.dossier(broken).process());
        process(jdbc, broken, "{\"broken\": true}");
        it.run("2026-11-20T08:00", Caller.system(), () -> house.bean(Timers.class).fireDue());
        assertThat(it.open(sound, "sign").open()).isTrue();
        var soon = WaitingHouse.time("2026-11-20T08:00");
        assertThat(
                        house.as(
                                Caller.system(),
                                () -> house.bean(DossierHealth.class).lateTimers(soon)))
                .as("in sight of operators though its next turn is later")
                .satisfies(
                        late -> {
                            assertThat(late.count()).isPositive();
                            assertThat(late.oldest()).isBeforeOrEqualTo(soon);
                        });
        assertThat(house.bean(Timers.class).stuck())
                .filteredOn(stuck -> stuck.dossier().equals(broken))
                .singleElement()
                .satisfies(
                        stuck -> {
                            assertThat(stuck.attempts()).isEqualTo(1);
                            assertThat(stuck.next())
                                    .isEqualTo(WaitingHouse.time("2026-11-20T08:01"));
                        });
        it.run("2026-11-20T08:02", Caller.system(), () -> house.bean(Timers.class).fireDue());
        assertThat(house.bean(Timers.class).stuck())
                .extracting(TimerStore.Stuck::attempts)
                .contains(2);
        process(jdbc, broken, good);
        it.run("2026-11-20T08:30", Caller.system(), () -> house.bean(Timers.class).fireDue());
        assertThat(it.open(broken, "sign").open()).isTrue();
        assertThat(house.bean(Timers.class).stuck()).isEmpty();
    }

    private UUID checked() {
        var id = it.file("2026-11-02T08:00", WaitingHouse.CHECKED, ReturnWay.COUNTER);
        it.accept("2026-11-02T09:00", id);
        it.done("2026-11-02T10:00", house.officer, id, "draft", "send");
        return id;
    }

    private void process(JdbcClient jdbc, UUID id, String json) {
        house.as(
                Caller.system(),
                () ->
                        jdbc.sql("update dossier.dossier set process = :json::jsonb where id = :id")
                                .param("json", json)
                                .param("id", id)
                                .update());
    }
}
