package vn.motcua.dossier.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.processing.Applicant;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Notices;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.register.Asked;
import vn.motcua.register.Neighbours;
import vn.motcua.register.Registers;
import vn.motcua.register.Trouble;
import vn.motcua.workflow.Position;

/// The social pension asks the population register and the assistance register by itself.
class RegisterStepsModuleTest {
    private final QueryHouse house = QueryHouse.open();

    @AfterEach
    void mend() {
        Neighbours.open().turn("population", "ok");
        Neighbours.open().turn("assistance", "ok");
        house.bean(Registers.class).knock("population");
        house.bean(Registers.class).knock("assistance");
    }

    @Test
    void whoever_is_eligible_by_the_registers_goes_straight_to_the_draft() {
        var id = grandfather("2026-11-26T08:00");
        assertThat(house.openSteps(id)).containsExactly("ask-population");
        assertThat(house.task(id, "ask-population").position()).isEqualTo(Position.SYSTEM);
        house.work("2026-11-26T09:01");
        assertThat(house.openSteps(id)).containsExactly("draft");
        assertThat(house.asked(id))
                .extracting(asked -> asked.question().register(), Asked::state, Asked::differences)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "population", Asked.State.FOUND, java.util.Set.of()),
                        org.assertj.core.groups.Tuple.tuple(
                                "assistance", Asked.State.FOUND, java.util.Set.of()));
        house.done(
                "2026-11-26T10:00",
                QueryHouse.SOCIAL,
                id,
                "draft",
                "submit",
                Map.of("effectiveMonth", "12/2026"));
        house.done("2026-11-26T11:00", QueryHouse.CHAIR, id, "decide", "sign", Map.of());
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.COMPLETED);
    }

    @Test
    void each_question_names_its_basis_and_the_person_reads_of_it_in_plain_words() {
        var id = grandfather("2026-11-26T08:00");
        house.work("2026-11-26T09:01");
        var asked = kinds(id, "dossier.register-asked").getFirst();
        assertThat(asked.data())
                .containsEntry("register", "population")
                .containsEntry("step", "ask-population")
                .containsEntry("procedure", "1.014027")
                .hasEntrySatisfying(
                        "basis", basis -> assertThat(basis).asString().contains("278/2025"));
        var all = house.history(id).toString();
        assertThat(all)
                .doesNotContain("079048000101", "Nguyễn Văn Thìn", "sandbox-secret", "1948-02-10");
        assertThat(kinds(id, "dossier.register-answered")).hasSize(2);
        var notices = house.asSystem(() -> house.bean(Notices.class).of(id));
        assertThat(notices)
                .extracting(notice -> notice.text().vi())
                .hasSize(2)
                .anyMatch(
                        text ->
                                text.contains(
                                        "đối chiếu với Cơ sở dữ liệu quốc gia về dân cư và khớp"));
    }

    @Test
    void what_differs_is_an_officers_to_look_at() {
        var elsewhere =
                house.accepted("2026-11-26T08:00", "Võ Văn Kiểm", "1947-05-05", "079047000505");
        var otherDate =
                house.accepted("2026-11-26T08:00", "Nguyễn Văn Thìn", "1947-02-10", "079048000101");
        var pensioner =
                house.accepted("2026-11-26T08:00", "Trần Thị Sáu", "1948-06-01", "079148000202");
        var nobody =
                house.accepted("2026-11-26T08:00", "Không Có Ai", "1947-01-01", "079047111111");
        house.work("2026-11-26T09:01");
        for (var id : List.of(elsewhere, otherDate, pensioner, nobody))
            assertThat(house.openSteps(id)).containsExactly("review");
        assertThat(house.asked(elsewhere).getFirst().differences()).containsExactly("commune");
        assertThat(house.asked(otherDate).getFirst().differences()).containsExactly("birthDate");
        assertThat(house.asked(pensioner).getLast().differences()).containsExactly("pensionAmount");
        assertThat(house.asked(nobody).getFirst().state()).isEqualTo(Asked.State.NOT_FOUND);
    }

    @Test
    void poverty_counts_by_the_register_and_a_person_it_does_not_name_has_no_other_pension() {
        var poor =
                house.accepted(
                        "2026-11-26T08:00",
                        "Lê Thị Bảy",
                        "1953-09-15",
                        "079153000303",
                        Map.of("household", "near-poor"));
        var unlisted =
                house.accepted("2026-11-26T08:00", "Phạm Văn Tư", "1945-12-30", "079045000404");
        var young =
                house.accepted(
                        "2026-11-26T08:00",
                        "Đặng Văn Út",
                        "1956-08-20",
                        "079056000606",
                        Map.of("household", "poor"));
        house.work("2026-11-26T09:01");
        assertThat(house.openSteps(poor)).containsExactly("draft");
        assertThat(house.openSteps(unlisted)).containsExactly("draft");
        assertThat(house.openSteps(young)).containsExactly("review");
    }

    @Test
    void a_register_that_is_down_leaves_the_work_to_an_officer_after_the_timer() {
        Neighbours.open().turn("population", "down");
        var id = grandfather("2026-11-26T08:00");
        house.work("2026-11-26T09:01");
        house.timePasses("2026-11-26T11:00", id);
        assertThat(house.task(id, "ask-population").position()).isEqualTo(Position.SYSTEM);
        house.timePasses("2026-11-26T15:01", id);
        assertThat(house.task(id, "ask-population").position()).isEqualTo(Position.CASE_OFFICER);
        assertThat(house.asked(id).getFirst())
                .extracting(Asked::state, Asked::trouble)
                .containsExactly(Asked.State.WAITING, Trouble.UNREACHABLE);
        house.done(
                "2026-11-26T15:30", QueryHouse.SOCIAL, id, "ask-population", "differs", Map.of());
        assertThat(house.openSteps(id)).containsExactly("review");
        Neighbours.open().turn("population", "ok");
        house.bean(Registers.class).knock("population");
        var before = Neighbours.open().told("population");
        house.work("2026-11-26T16:00");
        assertThat(house.asked(id).getFirst().state()).isEqualTo(Asked.State.DROPPED);
        assertThat(Neighbours.open().told("population"))
                .as("nobody is asked about without need")
                .isEqualTo(before);
    }

    @Test
    void what_a_register_refuses_falls_to_an_officer_at_once_and_may_be_asked_again() {
        Neighbours.open().turn("population", "refused");
        var id = grandfather("2026-11-26T08:00");
        house.work("2026-11-26T09:01");
        assertThat(house.task(id, "ask-population").position()).isEqualTo(Position.CASE_OFFICER);
        assertThat(kinds(id, "dossier.register-silent"))
                .first()
                .satisfies(entry -> assertThat(entry.data()).containsEntry("trouble", "REFUSED"));
        Neighbours.open().turn("population", "ok");
        var query = house.asked(id).getFirst().id();
        house.run(
                "2026-11-26T09:30",
                QueryHouse.SOCIAL,
                () -> house.bean(QueryAgain.class).again(id, house.dossier(id).version(), query));
        house.work("2026-11-26T09:31");
        assertThat(house.openSteps(id)).containsExactly("draft");
        assertThat(house.asked(id)).hasSize(2);
    }

    @Test
    void an_answer_that_comes_while_an_officer_has_the_work_is_shown_and_moves_nothing() {
        Neighbours.open().turn("population", "down");
        var id = grandfather("2026-11-26T08:00");
        house.work("2026-11-26T09:01");
        house.timePasses("2026-11-26T15:01", id);
        var task = house.task(id, "ask-population").id();
        house.run(
                "2026-11-26T15:10",
                QueryHouse.SOCIAL,
                () -> house.bean(Desk.class).claim(id, house.dossier(id).version(), task));
        Neighbours.open().turn("population", "ok");
        house.work("2026-11-26T15:30");
        assertThat(house.asked(id).getFirst().state()).isEqualTo(Asked.State.FOUND);
        assertThat(house.openSteps(id)).containsExactly("ask-population");
        house.done("2026-11-26T15:40", QueryHouse.SOCIAL, id, "ask-population", "found", Map.of());
        house.work("2026-11-26T15:41");
        assertThat(house.openSteps(id)).containsExactly("draft");
    }

    @Test
    void a_node_that_dies_while_asking_loses_nothing_and_asks_the_same_question() {
        var before = distinct();
        var id = grandfather("2026-11-26T08:00");
        Neighbours.open().turn("population", "down");
        house.work("2026-11-26T09:01");
        house.work("2026-11-26T09:02");
        Neighbours.open().turn("population", "ok");
        house.work("2026-11-26T09:10");
        assertThat(house.openSteps(id)).containsExactly("draft");
        assertThat(house.asked(id).getFirst().tries()).isGreaterThan(1);
        assertThat(distinct()).isEqualTo(before + 1);
    }

    @Test
    void stopping_while_a_question_is_out_is_harmless() {
        Neighbours.open().turn("population", "down");
        var id = grandfather("2026-11-26T08:00");
        house.work("2026-11-26T09:01");
        house.run(
                "2026-11-26T09:05",
                Caller.citizen(
                        house.platform.account(vn.motcua.TestPlatform.MOTHER).id(), "Người nộp"),
                () -> house.bean(Applicant.class).requestWithdrawal(id, "Xin rút hồ sơ."));
        house.run(
                "2026-11-26T09:10",
                QueryHouse.SOCIAL,
                () ->
                        house.bean(Desk.class)
                                .grantWithdrawal(
                                        id, house.dossier(id).version(), "Đồng ý cho rút."));
        Neighbours.open().turn("population", "ok");
        house.work("2026-11-26T09:30");
        assertThat(house.asked(id).getFirst().state()).isEqualTo(Asked.State.DROPPED);
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.STOPPED);
    }

    @Test
    void answers_are_read_by_the_agency_that_asked_and_by_nobody_else() {
        var id = grandfather("2026-11-26T08:00");
        house.work("2026-11-26T09:01");
        assertThat(seen(house.platform.caller(QueryHouse.SOCIAL), id)).isEqualTo(2);
        assertThat(seen(house.platform.caller("thuly.badinh"), id)).isZero();
        assertThat(seen(house.platform.caller(vn.motcua.TestPlatform.MOTHER), id)).isZero();
        assertThat(seen(Caller.anonymous(), id)).isZero();
    }

    private int seen(Caller caller, UUID id) {
        return house.as(caller, () -> house.bean(Registers.class).of(id).size());
    }

    private UUID grandfather(String hanoi) {
        return house.accepted(hanoi, "Nguyễn Văn Thìn", "1948-02-10", "079048000101");
    }

    private List<Entry> kinds(UUID id, String kind) {
        return house.history(id).stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    private static int distinct() {
        return Integer.parseInt(Neighbours.open().told("population").replaceAll(".*distinct=", ""));
    }
}
