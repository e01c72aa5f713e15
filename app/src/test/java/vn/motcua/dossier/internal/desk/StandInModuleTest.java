package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.internal.assignment.Leave;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.PositionKind;

/// Work that was in other hands while somebody was away, and work handed over that is there no
/// more when the button is pressed.
class StandInModuleTest {
    private final PeopleHouse house = new PeopleHouse();

    @Test
    void who_is_back_finds_what_others_hold_in_their_place_and_takes_it_back() {
        var an = house.officer("An", PositionKind.CASE_OFFICER);
        var cuc = house.officer("Cúc", PositionKind.RECEPTIONIST);
        away(an, today(), cuc);
        var id = house.accepted(now());
        assertThat(house.one(id).claimedName()).isEqualTo("Cúc");
        var stranger = surfer(cuc).page("/desk/absence");
        assertThat(stranger).doesNotContain("Nhận lại các việc đã chọn");
        var browser = surfer(an);
        var page = browser.page("/desk/absence");
        assertThat(page).contains("1 việc đang được giữ thay bạn", "Cúc đang giữ thay bạn");
        var row = row(page);
        var done = browser.post("/desk/absence/take-back", "row", row);
        assertThat(done.statusCode()).isBetween(302, 303);
        assertThat(house.one(id).claimedBy()).isEqualTo(an.account());
        assertThat(house.one(id).marks().claimedForName()).isNull();
        var stale = browser.post("/desk/absence/take-back", "row", row);
        assertThat(stale.headers().firstValue("Location").orElseThrow()).contains("taken-some");
    }

    @Test
    void a_row_no_longer_held_is_told_and_not_passed_over() {
        var an = house.officer("An", PositionKind.CASE_OFFICER);
        var binh = house.officer("Bình", PositionKind.CASE_OFFICER);
        var id = house.accepted(now());
        var holder = Objects.equals(an.account(), house.one(id).claimedBy()) ? an : binh;
        var other = holder == an ? binh : an;
        var browser = surfer(holder);
        var path = "/desk/absence/hand-over/" + PeopleHouse.id(holder);
        var page = browser.page(path + "?to=" + PeopleHouse.id(other));
        var row = row(page);
        house.completes(now(), holder, id, "eligible");
        var told = browser.post(path, "to", PeopleHouse.id(other).toString(), "row", row).body();
        assertThat(told)
                .contains("Đã bàn giao 0 trên 1 việc", "Không còn trong tay người này")
                .contains("/desk/dossiers/" + id);
    }

    @Test
    void where_the_rules_leave_nobody_the_page_says_what_to_do() {
        var an = house.officer("An", PositionKind.CASE_OFFICER, PositionKind.APPROVER);
        var id = house.accepted(now());
        house.completes(now(), an, id, "eligible");
        var page = surfer(an).page("/desk/dossiers/" + id);
        assertThat(page).contains("Không ai trong cơ quan được làm bước này");
        house.officer("Sinh", PositionKind.APPROVER);
        assertThat(surfer(an).page("/desk/dossiers/" + id))
                .doesNotContain("Không ai trong cơ quan được làm bước này");
    }

    private Surfer surfer(Caller caller) {
        return Surfer.signedIn(house.house, house.login(caller));
    }

    private String now() {
        return LocalDateTime.ofInstant(
                        house.house.bean(java.time.Clock.class).instant(), HanoiTime.ZONE)
                .toString();
    }

    private static String row(String page) {
        return Surfer.group("name=\"row\" value=\"([^\"]+)\"", page);
    }

    private LocalDate today() {
        return HanoiTime.dateOf(house.house.bean(java.time.Clock.class).instant());
    }

    private void away(Caller person, LocalDate day, Caller delegate) {
        var plan = new Leave.Plan(PeopleHouse.id(person), day, day, PeopleHouse.id(delegate));
        house.house.asking.run(
                person, () -> assertThat(house.house.bean(Leave.class).announce(plan)).isNotNull());
    }
}
