package vn.motcua.dossier.internal.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.bundle.PartEnds;
import vn.motcua.dossier.internal.processing.Applicant;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.tracking.ProgressReader;
import vn.motcua.identity.Caller;
import vn.motcua.workflow.Issue;

/// Bundles of dossiers: parts at their own agencies, with one timeline for the person.
class BundleModuleTest {
    private final TogetherHouse house = TogetherHouse.open();

    @Test
    void
            a_bundle_of_dossiers_goes_on_when_its_parts_have_ended_and_one_that_fails_undoes_nothing() {
        var residence = house.publish("9.200008", "commune-police", TogetherTexts.PLAIN);
        var bundle = house.publish("9.200009", "commune", BundleProcess.YAML);
        var id = house.accepted("2026-10-05T08:00", bundle);
        house.done("2026-10-05T09:00", house.officer, id, "examine", "ok");
        var parts = parts(id);
        assertThat(parts).hasSize(2);
        var first = house.dossier(parts.getFirst());
        assertThat(first.release()).isEqualTo(residence);
        assertThat(first.agency()).isEqualTo(TogetherHouse.POLICE);
        assertThat(first.code().value()).startsWith(TogetherHouse.POLICE + "-261005-");
        assertThat(first.people().ownerName()).isEqualTo("Hồ Văn Lực");
        assertThat(first.state()).isEqualTo(DossierState.SUBMITTED);
        assertThat(house.dossier(id).ledger().lines()).isNotEmpty();
        grant(parts.getFirst(), "2026-10-06");
        settle("2026-10-07T08:00");
        assertThat(house.openSteps(id)).containsExactly("second");
        settle("2026-10-07T08:01");
        assertThat(house.history(id)).containsOnlyOnce("part-ended");
        house.run(
                "2026-10-07T09:00",
                house.policeDesk,
                () ->
                        house.bean(Desk.class)
                                .refuse(
                                        parts.getLast(),
                                        house.version(parts.getLast()),
                                        new Desk.Grounds("elsewhere", "Không thuộc thẩm quyền.")));
        settle("2026-10-07T10:00");
        assertThat(house.openSteps(id)).containsExactly("sign");
        assertThat(house.dossier(parts.getFirst()).outcome()).isEqualTo(Issue.GRANTED);
        assertThat(house.tasks(id))
                .filteredOn(task -> task.stepId().equals("second"))
                .allSatisfy(task -> assertThat(task.outcome()).isEqualTo("failed"));
        house.done("2026-10-08T09:00", house.approver, id, "sign", "sign");
        assertThat(house.dossier(id).outcome()).isEqualTo(Issue.GRANTED);
    }

    @Test
    void the_person_sees_one_timeline_with_every_part_and_lists_the_bundle_once() {
        house.publish("9.200008", "commune-police", TogetherTexts.PLAIN);
        var bundle = house.publish("9.200009", "commune", BundleProcess.YAML);
        var id = house.accepted("2026-10-05T08:00", bundle);
        house.done("2026-10-05T09:00", house.officer, id, "examine", "ok");
        var parts = parts(id);
        house.run(
                "2026-10-05T10:00",
                house.policeDesk,
                () ->
                        house.bean(Desk.class)
                                .accept(parts.getFirst(), house.version(parts.getFirst())));
        var progress =
                house.as(
                        house.citizen,
                        () -> house.bean(ProgressReader.class).whole(house.dossier(id)));
        assertThat(progress.parts()).hasSize(2);
        assertThat(progress.parts().getFirst().agency().code()).isEqualTo(TogetherHouse.POLICE);
        assertThat(progress.parts().getFirst().reckoning()).isNotNull();
        assertThat(progress.parts().getLast().reckoning()).isNull();
        var listed =
                house.as(
                        house.citizen,
                        () ->
                                house
                                        .bean(DossierStore.class)
                                        .filedBy(house.citizen.account(), null, 100)
                                        .stream()
                                        .map(dossier -> dossier.id())
                                        .toList());
        assertThat(listed).contains(id).doesNotContainAnyElementsOf(parts);
        assertThat(house.sees(house.officer, parts.getFirst())).isFalse();
        assertThat(house.sees(house.police, id)).isFalse();
        assertThat(house.sees(house.citizen, parts.getFirst())).isTrue();
        var desk = new Browser(house, "thuly");
        assertThat(desk.page("/desk/dossiers/" + id))
                .contains("Hồ sơ liên thông", house.dossier(parts.getFirst()).code().value());
        var police = new Browser(house, "ca-quay");
        assertThat(police.page("/desk/dossiers/" + parts.getLast()))
                .contains("Là phần của hồ sơ", "Hồ sơ mẹ chưa có: Số điện thoại");
    }

    @Test
    void what_is_withdrawn_as_a_whole_is_withdrawn_in_all_its_parts() {
        house.publish("9.200008", "commune-police", TogetherTexts.PLAIN);
        var bundle = house.publish("9.200009", "commune", BundleProcess.YAML);
        var id = house.accepted("2026-10-05T08:00", bundle);
        house.done("2026-10-05T09:00", house.officer, id, "examine", "ok");
        var parts = parts(id);
        grant(parts.getFirst(), "2026-10-06");
        settle("2026-10-07T08:00");
        house.run(
                "2026-10-07T09:00",
                house.citizen,
                () -> house.bean(Applicant.class).requestWithdrawal(id, "Không cần nữa."));
        house.run(
                "2026-10-07T10:00",
                house.officer,
                () -> house.bean(Desk.class).grantWithdrawal(id, house.version(id), "Đồng ý."));
        settle("2026-10-07T11:00");
        assertThat(house.dossier(parts.getFirst()).outcome()).isEqualTo(Issue.GRANTED);
        assertThat(house.dossier(parts.getLast()).state()).isEqualTo(DossierState.STOPPED);
        assertThat(house.openSteps(parts.getLast())).isEmpty();
    }

    private List<UUID> parts(UUID parent) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(JdbcClient.class)
                                .sql(
                                        "select child_id from dossier.part where parent_id = :id order by number")
                                .param("id", parent)
                                .query(UUID.class)
                                .list());
    }

    private void settle(String hanoi) {
        house.drain("dossier-parts");
        house.run(hanoi, Caller.system(), house.bean(PartEnds.class)::settle);
    }

    private void grant(UUID part, String day) {
        house.run(
                day + "T08:00",
                house.policeDesk,
                () -> house.bean(Desk.class).accept(part, house.version(part)));
        house.done(day + "T09:00", house.police, part, "examine", "ok");
        house.done(day + "T10:00", house.policeChief, part, "sign", "sign");
    }
}
