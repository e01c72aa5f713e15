package vn.motcua.dossier.internal.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.assignment.Leave;
import vn.motcua.dossier.internal.desk.DeskDossierReader;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Undoing;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.ProblemException;

/// Branches that go on side by side, one of them at another agency: each officer's last act is
/// their own, and the control slip says where the dossier was.
class BranchesModuleTest {
    private final TogetherHouse house = TogetherHouse.open();

    private UUID begun(String code) {
        var id = house.accepted("2026-10-05T08:00", house.publish(code, "commune", PROCESS));
        house.done("2026-10-05T08:30", house.officer, id, "open", "both");
        return id;
    }

    @Test
    void an_own_act_is_taken_back_although_the_other_branch_has_gone_on() {
        var id = begun("9.400031");
        house.done("2026-10-05T09:00", house.officer, id, "site", "ok");
        house.done("2026-10-05T09:10", house.approver, id, "legal", "ok");
        assertThat(house.openSteps(id)).containsExactly("plan", "report");
        undo("2026-10-05T09:20", house.officer, id);
        assertThat(house.openSteps(id)).containsExactly("plan", "site");
        refused(DossierProblem.UNDO_OVERTAKEN, () -> undo("2026-10-05T09:21", house.officer, id));
        undo("2026-10-05T09:30", house.approver, id);
        assertThat(house.openSteps(id)).containsExactly("legal", "site");
        house.done("2026-10-05T10:00", house.officer, id, "site", "ok");
        house.done("2026-10-05T10:10", house.officer, id, "report", "ok");
        house.done("2026-10-05T10:20", house.approver, id, "legal", "ok");
        house.done("2026-10-05T10:30", house.approver, id, "plan", "ok");
        assertThat(house.openSteps(id)).containsExactly("verify");
    }

    @Test
    void work_somebody_has_taken_or_done_is_not_taken_back_by_the_one_before() {
        var id = begun("9.400032");
        house.done("2026-10-05T09:00", house.officer, id, "site", "ok");
        house.done("2026-10-05T09:10", house.approver, id, "legal", "ok");
        var report = house.open(id, "report");
        house.run(
                "2026-10-05T09:15",
                house.person(
                        "nhan-" + id,
                        "Người Nhận",
                        TogetherHouse.WARD,
                        vn.motcua.organization.PositionKind.CASE_OFFICER),
                () -> house.bean(Desk.class).claim(id, house.version(id), report.id()));
        refused(DossierProblem.UNDO_OVERTAKEN, () -> undo("2026-10-05T09:20", house.officer, id));
        assertThat(house.openSteps(id)).containsExactly("plan", "report");
        undo("2026-10-05T09:30", house.approver, id);
        assertThat(house.openSteps(id)).containsExactly("legal", "report");
    }

    @Test
    void the_control_slip_names_the_agency_that_did_a_step_elsewhere() {
        var id = begun("9.400033");
        assertThat(control(id)).contains("Cơ quan phối hợp: không có");
        house.done("2026-10-05T09:00", house.officer, id, "site", "ok");
        house.done("2026-10-05T09:10", house.officer, id, "report", "ok");
        house.done("2026-10-05T09:20", house.approver, id, "legal", "ok");
        house.done("2026-10-05T09:30", house.approver, id, "plan", "ok");
        house.done("2026-10-05T14:00", house.police, id, "verify", "ok");
        assertThat(control(id))
                .contains("Cơ quan chủ trì giải quyết: Ủy ban nhân dân phường Bến Thành")
                .contains("Cơ quan phối hợp: Công an phường Bến Thành")
                .containsPattern("Vũ Mạnh Cường, [^,]+, Công an phường Bến Thành")
                .doesNotContainPattern("Phạm Hồng Sơn, [^,]+, Ủy ban");
    }

    @Test
    void a_post_lent_at_another_agency_counts_for_the_step_done_there() {
        var id = begun("9.400034");
        house.done("2026-10-05T09:00", house.officer, id, "site", "ok");
        house.done("2026-10-05T09:10", house.officer, id, "report", "ok");
        house.done("2026-10-05T09:20", house.approver, id, "legal", "ok");
        house.done("2026-10-05T09:30", house.approver, id, "plan", "ok");
        var desk = house.policeDesk;
        refused(
                DossierProblem.NOT_YOUR_STEP,
                () -> house.done("2026-10-06T08:00", desk, id, "verify", "ok"));
        var plan =
                new Leave.Plan(
                        java.util.Objects.requireNonNull(house.police.account()),
                        java.time.LocalDate.of(2026, 10, 6),
                        java.time.LocalDate.of(2026, 10, 6),
                        java.util.Objects.requireNonNull(desk.account()));
        house.run(
                "2026-10-05T15:00",
                house.police,
                () -> assertThat(house.bean(Leave.class).announce(plan)).isNotNull());
        house.done("2026-10-06T09:00", desk, id, "verify", "ok");
        assertThat(house.openSteps(id)).containsExactly("sign");
        assertThat(control(id))
                .contains("Đỗ Thị Hạnh (thay mặt Vũ Mạnh Cường)", "Công an phường Bến Thành");
    }

    private String control(UUID id) {
        var pdf = house.as(house.officer, () -> house.bean(DeskDossierReader.class).control(id));
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void undo(String hanoi, Caller by, UUID id) {
        int version = house.version(id);
        house.run(hanoi, by, () -> house.bean(Undoing.class).undo(id, version));
    }

    private static void refused(DossierProblem problem, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private static final String PROCESS =
            """
            start: open
            steps:
              - id: open
                name: {vi: Phân công, en: Open}
                who: {position: CASE_OFFICER}
                hours: 1
                outcomes:
                  - {id: both, name: {vi: Làm song song, en: Side by side}, to: [site, legal]}
              - id: site
                name: {vi: Xem tại chỗ, en: Visit}
                who: {position: CASE_OFFICER}
                hours: 4
                outcomes:
                  - {id: ok, name: {vi: Đã xem, en: Seen}, to: [report]}
              - id: report
                name: {vi: Lập biên bản, en: Report}
                who: {position: CASE_OFFICER}
                hours: 4
                outcomes:
                  - {id: ok, name: {vi: Đã lập, en: Written}, to: [join]}
              - id: legal
                name: {vi: Xem pháp lý, en: Legal}
                who: {position: APPROVER}
                hours: 4
                outcomes:
                  - {id: ok, name: {vi: Được, en: Fine}, to: [plan]}
              - id: plan
                name: {vi: Xem quy hoạch, en: Plan}
                who: {position: APPROVER}
                hours: 4
                outcomes:
                  - {id: ok, name: {vi: Được, en: Fine}, to: [join]}
              - id: join
                join: true
                to: [verify]
              - id: verify
                name: {vi: Xác minh, en: Verify}
                who: {position: CASE_OFFICER, agency: commune-police}
                hours: 8
                outcomes:
                  - {id: ok, name: {vi: Đã xác minh, en: Verified}, to: [sign]}
              - id: sign
                name: {vi: Ký, en: Sign}
                who: {position: APPROVER}
                hours: 2
                outcomes:
                  - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: GRANTED}
              - id: end
            """;
}
