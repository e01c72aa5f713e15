package vn.motcua.dossier.internal.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.kernel.ProblemException;
import vn.motcua.workflow.Issue;

/// A step of one agency's dossier, done at another.
class AnotherAgencyModuleTest {
    private final TogetherHouse house = TogetherHouse.open();

    @Test
    void a_step_is_done_at_another_agency_in_its_own_hours() {
        var release =
                house.publish(
                        "9.200010",
                        "commune",
                        """
                        start: examine
                        steps:
                          - id: examine
                            name: {vi: Thẩm tra, en: Examine}
                            who: {position: CASE_OFFICER}
                            hours: 8
                            outcomes:
                              - {id: ok, name: {vi: Chuyển công an, en: To the police}, to: [verify]}
                          - id: verify
                            name: {vi: Xác minh nơi ở, en: Verify}
                            publicName: {vi: Công an đang xác minh, en: The police verify}
                            who: {position: CASE_OFFICER, agency: commune-police}
                            hours: 16
                            outcomes:
                              - {id: ok, name: {vi: Đúng, en: Right}, to: [sign]}
                          - id: sign
                            name: {vi: Ký, en: Sign}
                            who: {position: APPROVER}
                            hours: 2
                            outcomes:
                              - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: GRANTED}
                          - id: end
                        """);
        var id = house.accepted("2026-10-05T08:00", release);
        assertThat(house.sees(house.police, id)).isFalse();
        house.done("2026-10-05T09:00", house.officer, id, "examine", "ok");
        var verify = house.open(id, "verify");
        assertThat(verify.agency()).isEqualTo(TogetherHouse.POLICE);
        assertThat(verify.due()).isEqualTo(TogetherHouse.time("2026-10-07T09:00"));
        assertThat(house.sees(house.police, id)).isTrue();
        assertThat(house.sees(house.fire, id)).isFalse();
        for (var other : List.of(house.officer, house.fire, house.policeDesk))
            assertThatThrownBy(() -> house.done("2026-10-05T10:00", other, id, "verify", "ok"))
                    .isInstanceOf(ProblemException.class);
        assertThatThrownBy(
                        () ->
                                house.run(
                                        "2026-10-05T10:00",
                                        house.policeChief,
                                        () ->
                                                house.bean(Desk.class)
                                                        .stop(id, house.version(id), "Dừng.")))
                .isInstanceOf(ProblemException.class);
        var page = new Browser(house, "ca-thuly").page("/desk/dossiers/" + id);
        assertThat(page).contains("Hồ Văn Lực", "Đúng");
        house.run(
                "2026-10-05T10:00",
                house.police,
                () -> house.bean(Desk.class).claim(id, house.version(id), verify.id()));
        house.done("2026-10-06T10:00", house.police, id, "verify", "ok");
        assertThat(house.openSteps(id)).containsExactly("sign");
        house.done("2026-10-06T11:00", house.approver, id, "sign", "sign");
        assertThat(house.dossier(id).outcome()).isEqualTo(Issue.GRANTED);
        var handed =
                house.dossier(id).ledger().lines().stream()
                        .filter(vn.motcua.worktime.DeadlineLine.HandedOver.class::isInstance)
                        .map(line -> ((vn.motcua.worktime.DeadlineLine.HandedOver) line).agency())
                        .toList();
        assertThat(handed).containsExactly(TogetherHouse.POLICE, TogetherHouse.WARD);
    }
}
