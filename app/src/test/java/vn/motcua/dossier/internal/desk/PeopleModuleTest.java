package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.assignment.Hands;
import vn.motcua.dossier.internal.assignment.Leave;
import vn.motcua.dossier.internal.processing.Undoing;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;
import vn.motcua.workflow.Position;

/// Who does a piece of work: by load, by hand, apart from who prepared it, on seats, on leave; and
/// what timers and second thoughts make of it.
class PeopleModuleTest {
    private static final String MONDAY = "2026-10-05T08:00";
    private static final String TUESDAY = "2026-10-06T08:00";

    private final PeopleHouse house = new PeopleHouse();

    private static void refused(DossierProblem problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private List<ActKind> offered(String hanoi, Caller caller, UUID dossier) {
        Supplier<List<ActKind>> choices =
                () ->
                        house.house.transaction.execute(
                                _ ->
                                        house
                                                .house
                                                .bean(DeskDossierReader.class)
                                                .choices(
                                                        house.house
                                                                .bean(DossierStore.class)
                                                                .require(dossier),
                                                        house.house
                                                                .bean(
                                                                        vn.motcua.dossier.internal
                                                                                .store.TaskStore
                                                                                .class)
                                                                .of(dossier))
                                                .all()
                                                .stream()
                                                .map(Choices.Choice::kind)
                                                .toList());
        return house.at(hanoi, caller, choices);
    }

    private void away(Caller person, LocalDate from, LocalDate to, Caller delegate) {
        house.run(
                MONDAY,
                person,
                () -> {
                    var plan =
                            new Leave.Plan(
                                    PeopleHouse.id(person), from, to, PeopleHouse.id(delegate));
                    assertThat(house.house.bean(Leave.class).announce(plan)).isNotNull();
                });
    }

    private static LocalDate october(int day) {
        return LocalDate.of(2026, 10, day);
    }

    @Test
    void work_goes_to_the_officer_with_the_least_and_on_leave_to_the_one_who_stands_in() {
        var binh = house.officer("Bình", PositionKind.CASE_OFFICER);
        var an = house.officer("An", PositionKind.CASE_OFFICER);
        var counter = house.officer("Cúc", PositionKind.RECEPTIONIST);
        assertThat(house.one(house.accepted(MONDAY)).claimedName()).isEqualTo("An");
        assertThat(house.one(house.accepted(MONDAY)).claimedName()).isEqualTo("Bình");
        away(an, october(6), october(7), counter);
        away(binh, october(6), october(6), counter);
        var tuesday = house.one(house.accepted(TUESDAY));
        assertThat(tuesday.claimedName()).isEqualTo("Cúc");
        assertThat(tuesday.marks().claimedForName()).isNotNull();
        assertThat(house.one(house.accepted("2026-10-08T08:00")).claimedName()).isEqualTo("An");
    }

    @Test
    void who_stands_in_acts_in_the_name_of_the_absent_one_and_only_while_they_are_away() {
        var an = house.officer("An", PositionKind.CASE_OFFICER);
        var counter = house.officer("Cúc", PositionKind.RECEPTIONIST);
        away(an, october(6), october(7), counter);
        var id = house.accepted(TUESDAY);
        assertThat(offered(TUESDAY, counter, id)).contains(ActKind.STEP);
        house.completes("2026-10-06T09:00", counter, id, "eligible");
        var done =
                house.work(id).stream()
                        .filter(task -> task.stepId().equals("appraise"))
                        .findFirst()
                        .orElseThrow();
        assertThat(done.closedName()).isEqualTo("Cúc");
        assertThat(done.marks().closedFor()).isEqualTo(an.account());
        assertThat(done.marks().closedForName()).isEqualTo("An");
        assertThat(house.history(id))
                .anySatisfy(
                        entry -> {
                            assertThat(entry.kind()).isEqualTo("dossier.step-completed");
                            assertThat(entry.data())
                                    .containsEntry("behalf", PeopleHouse.id(an).toString());
                        });
        var later = house.accepted("2026-10-08T08:00");
        assertThat(offered("2026-10-08T08:00", counter, later)).doesNotContain(ActKind.STEP);
        refused(
                DossierProblem.NOT_YOUR_STEP,
                () -> house.completes("2026-10-08T09:00", counter, later, "eligible"));
    }

    private void enters(Caller by, Caller person, Caller delegate) {
        house.run(
                MONDAY,
                by,
                () -> {
                    var plan =
                            new Leave.Plan(
                                    PeopleHouse.id(person),
                                    october(8),
                                    october(8),
                                    PeopleHouse.id(delegate));
                    assertThat(house.house.bean(Leave.class).announce(plan)).isNotNull();
                });
    }

    @Test
    void a_head_lends_posts_below_their_own_and_never_to_themselves() {
        var an = house.officer("An", PositionKind.CASE_OFFICER);
        var sinh = house.officer("Sinh", PositionKind.APPROVER);
        var lam = house.officer("Lâm", PositionKind.LEADER);
        var chu = house.officer("Chủ", PositionKind.LEADER);
        refused(DossierProblem.ABSENCE_RANK, () -> enters(sinh, lam, sinh));
        refused(DossierProblem.ABSENCE_RANK, () -> enters(sinh, lam, an));
        refused(DossierProblem.ABSENCE_RANK, () -> enters(lam, chu, an));
        refused(DossierProblem.ABSENCE_TO_SELF, () -> enters(sinh, an, sinh));
        refused(DossierProblem.ABSENCE_TO_SELF, () -> enters(lam, sinh, lam));
        refused(DossierProblem.NOT_HEAD, () -> enters(an, sinh, lam));
        enters(sinh, an, house.receptionist);
        enters(lam, sinh, chu);
        enters(lam, lam, chu);
    }

    @Test
    void who_prepared_does_not_decide_neither_themselves_nor_by_delegation() {
        var an = house.officer("An", PositionKind.CASE_OFFICER, PositionKind.APPROVER);
        var sinh = house.officer("Sinh", PositionKind.APPROVER);
        var dung = house.officer("Dũng", PositionKind.RECEPTIONIST);
        var id = house.accepted(MONDAY);
        house.completes(MONDAY, an, id, "eligible");
        assertThat(offered(MONDAY, an, id)).doesNotContain(ActKind.STEP, ActKind.CLAIM);
        refused(
                DossierProblem.PREPARED_BY_YOU,
                () -> house.completes("2026-10-05T09:00", an, id, "sign"));
        // Neither does the one who prepared for the one who may, nor somebody for who prepared.
        away(sinh, october(6), october(6), an);
        refused(DossierProblem.PREPARED_BY_YOU, () -> house.completes(TUESDAY, an, id, "sign"));
        away(an, october(7), october(7), dung);
        refused(
                DossierProblem.PREPARED_BY_YOU,
                () -> house.completes("2026-10-07T08:00", dung, id, "sign"));
        house.completes("2026-10-07T09:00", sinh, id, "sign");
        assertThat(house.one(id).stepId()).isEqualTo("hand-over");
    }

    @Test
    void several_people_vote_each_on_one_seat_and_the_quorum_decides() {
        var an = house.officer("An", PositionKind.CASE_OFFICER);
        var id = house.accepted(MONDAY);
        var members =
                List.of(
                        house.officer("Bình", PositionKind.CASE_OFFICER),
                        house.officer("Chi", PositionKind.CASE_OFFICER),
                        house.officer("Dung", PositionKind.CASE_OFFICER));
        house.completes(MONDAY, an, id, "to-council");
        assertThat(house.open(id)).hasSize(3);
        refused(
                DossierProblem.PREPARED_BY_YOU,
                () -> house.completes("2026-10-05T09:00", an, id, "for"));
        house.completes("2026-10-05T09:00", members.get(0), id, "for", "Hồ sơ rõ ràng.");
        assertThat(house.open(id)).hasSize(2);
        refused(
                DossierProblem.ONE_SEAT_EACH,
                () -> house.completes("2026-10-05T09:05", members.get(0), id, "for"));
        house.completes("2026-10-05T09:10", members.get(1), id, "against", "Thiếu bản vẽ.");
        assertThat(offered("2026-10-05T09:15", members.get(2), id)).contains(ActKind.STEP);
        house.completes("2026-10-05T09:20", members.get(2), id, "for");
        assertThat(house.open(id)).singleElement().extracting(Task::stepId).isEqualTo("sign");
        assertThat(house.work(id))
                .filteredOn(task -> task.stepId().equals("council"))
                .extracting(Task::closedName, Task::outcome, Task::note)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Bình", "for", "Hồ sơ rõ ràng."),
                        org.assertj.core.groups.Tuple.tuple("Chi", "against", "Thiếu bản vẽ."),
                        org.assertj.core.groups.Tuple.tuple("Dung", "for", null));
    }

    @Test
    void the_head_gives_work_and_takes_it_and_whoever_has_it_gives_it_back() {
        var an = house.officer("An", PositionKind.CASE_OFFICER);
        var head = house.officer("Sinh", PositionKind.APPROVER);
        var id = house.accepted(MONDAY);
        house.completes(MONDAY, an, id, "to-visit");
        refused(DossierProblem.GIVEN_BY_HEAD, () -> house.claims("2026-10-05T09:00", an, id));
        refused(
                DossierProblem.GIVEN_BY_HEAD,
                () -> house.completes("2026-10-05T09:00", an, id, "found"));
        var task = house.one(id).id();
        refused(DossierProblem.NOT_HEAD, () -> hand(an, id, task, an));
        refused(DossierProblem.CANNOT_BE_GIVEN, () -> hand(head, id, task, house.receptionist));
        hand(head, id, task, an);
        assertThat(house.one(id).claimedName()).isEqualTo("An");
        int version = house.house.version(id);
        house.run(
                "2026-10-05T09:30",
                an,
                () -> house.house.bean(Hands.class).giveBack(id, version, task));
        assertThat(house.one(id).claimedBy()).isNull();
        hand(head, id, task, an);
        house.completes("2026-10-05T10:00", an, id, "found");
        assertThat(house.one(id).stepId()).isEqualTo("sign");
        assertThat(house.history(id))
                .extracting(entry -> entry.kind())
                .contains("dossier.work-given", "dossier.work-given-back");
    }

    private void hand(Caller head, UUID id, UUID task, Caller to) {
        int version = house.house.version(id);
        house.run(
                "2026-10-05T09:00",
                head,
                () -> house.house.bean(Hands.class).hand(id, version, task, PeopleHouse.id(to)));
    }

    @Test
    void a_timer_warns_and_a_later_one_passes_the_work_on() {
        var an = house.officer("An", PositionKind.CASE_OFFICER);
        var head = house.officer("Sinh", PositionKind.APPROVER);
        var id = house.accepted(MONDAY);
        house.completes(MONDAY, an, id, "to-visit");
        hand(head, id, house.one(id).id(), an);
        int seen = house.house.version(id);
        house.timers("2026-10-05T16:00", id);
        assertThat(house.one(id).marks().warned()).isNotNull();
        assertThat(house.house.version(id)).isEqualTo(seen);
        house.timers("2026-10-06T18:00", id);
        var task = house.one(id);
        assertThat(task.position()).isEqualTo(Position.APPROVER);
        assertThat(task.marks().escalatedFrom()).isEqualTo(Position.CASE_OFFICER);
        assertThat(task.claimedBy()).isNull();
        assertThat(house.history(id))
                .extracting(entry -> entry.kind())
                .contains("dossier.warned", "dossier.escalated");
        refused(
                DossierProblem.NOT_YOUR_STEP,
                () -> house.completes("2026-10-07T08:00", an, id, "found"));
        house.completes("2026-10-07T08:00", head, id, "found");
        assertThat(house.one(id).stepId()).isEqualTo("sign");
    }

    private void undo(String hanoi, Caller by, UUID id) {
        int version = house.house.version(id);
        house.run(hanoi, by, () -> house.house.bean(Undoing.class).undo(id, version));
    }

    @Test
    void the_last_own_act_is_taken_back_while_nobody_has_acted_on_it() {
        var an = house.officer("An", PositionKind.CASE_OFFICER, PositionKind.APPROVER);
        var sinh = house.officer("Sinh", PositionKind.APPROVER);
        var id = house.accepted(MONDAY);
        var before = house.one(id);
        house.completes("2026-10-05T09:00", an, id, "eligible");
        refused(DossierProblem.UNDO_NOT_YOURS, () -> undo("2026-10-05T09:01", sinh, id));
        undo("2026-10-05T09:02", an, id);
        var again = house.one(id);
        assertThat(again.stepId()).isEqualTo("appraise");
        assertThat(again.claimedBy()).isEqualTo(an.account());
        assertThat(again.due()).isEqualTo(before.due());
        refused(DossierProblem.UNDO_OVERTAKEN, () -> undo("2026-10-05T09:03", an, id));
        // What was taken back does not count as prepared.
        house.completes("2026-10-05T09:04", an, id, "eligible");
        house.claims("2026-10-05T09:05", sinh, id);
        refused(DossierProblem.UNDO_OVERTAKEN, () -> undo("2026-10-05T09:06", an, id));
        undo("2026-10-05T09:07", sinh, id);
        assertThat(house.one(id).claimedBy()).isNull();
        house.completes("2026-10-05T09:08", sinh, id, "sign");
        refused(DossierProblem.UNDO_ISSUED, () -> undo("2026-10-05T09:09", sinh, id));
        assertThat(house.history(id))
                .extracting(entry -> entry.kind())
                .contains("dossier.undone", "dossier.completed");
    }

    @Test
    void what_the_ledger_has_written_is_not_taken_back_and_a_vote_is() {
        var an = house.officer("An", PositionKind.CASE_OFFICER);
        var id = house.accepted(MONDAY);
        house.completes("2026-10-05T09:00", an, id, "to-person");
        refused(DossierProblem.UNDO_CLOCK, () -> undo("2026-10-05T09:01", an, id));
        var other = house.accepted(MONDAY);
        var binh = house.officer("Bình", PositionKind.CASE_OFFICER);
        var chi = house.officer("Chi", PositionKind.CASE_OFFICER);
        house.completes("2026-10-05T09:00", an, other, "to-council");
        house.completes("2026-10-05T09:10", binh, other, "for", "Được.");
        house.completes("2026-10-05T09:20", chi, other, "for");
        assertThat(house.one(other).stepId()).isEqualTo("sign");
        undo("2026-10-05T09:21", chi, other);
        assertThat(house.open(other)).hasSize(2);
        refused(
                DossierProblem.ONE_SEAT_EACH,
                () -> house.completes("2026-10-05T09:25", binh, other, "against"));
        house.completes("2026-10-05T09:30", chi, other, "against");
        undo("2026-10-05T09:31", chi, other);
        house.completes("2026-10-05T09:40", chi, other, "for");
        assertThat(house.one(other).stepId()).isEqualTo("sign");
        assertThat(house.work(other))
                .filteredOn(task -> "for".equals(task.outcome()))
                .extracting(Task::closedName)
                .containsExactlyInAnyOrder("Bình", "Chi");
    }
}
