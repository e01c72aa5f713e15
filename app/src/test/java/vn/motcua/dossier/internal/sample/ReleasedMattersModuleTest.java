package vn.motcua.dossier.internal.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.kernel.ProblemException;

/// The released procedures in which several agencies have a share, walked from filing to result
/// on real PostgreSQL by the people of the sample city.
class ReleasedMattersModuleTest {
    private static final String DESK = TestPlatform.RECEPTIONIST;
    private static final String BUILDER = TestPlatform.ECONOMY_OFFICER;
    private static final String CHAIR = TestPlatform.APPROVER;
    private static final String SOCIAL = "xahoi.benthanh";
    private final MattersHouse house = new MattersHouse();

    private UUID building(Map<String, Object> more) {
        var id = house.file("2026-10-05T08:00", SampleMatters.BUILDING, more);
        house.accept("2026-10-05T09:00", DESK, id);
        return id;
    }

    private static final Map<String, Object> WORKS =
            Map.of("workKind", "grade3", "fireReview", true, "planKind", "approved");
    private static final Map<String, Object> HOUSE =
            Map.of("workKind", "house", "planKind", "approved");

    @Test
    void a_house_has_seven_working_days_and_other_works_ten() {
        var house7 = house.dossier(building(HOUSE));
        var works10 = house.dossier(building(WORKS));
        assertThat(house7.caseCode()).isEqualTo("house");
        assertThat(house7.moments().due()).isEqualTo(MattersHouse.time("2026-10-14T17:00"));
        assertThat(works10.caseCode()).isEqualTo("works");
        assertThat(works10.moments().due()).isEqualTo(MattersHouse.time("2026-10-19T17:00"));
    }

    @Test
    void a_building_permit_takes_the_silence_of_the_fire_police_for_consent() {
        var id = building(WORKS);
        assertThat(house.openSteps(id)).containsExactly("appraise", "fire-opinion");
        house.done("2026-10-07T09:00", BUILDER, id, "appraise", "visit");
        house.done(
                "2026-10-08T09:00",
                BUILDER,
                id,
                "site-visit",
                "visited",
                Map.of("siteFinding", "Đất trống, đúng ranh"));
        assertThat(house.openSteps(id)).containsExactly("fire-opinion");
        house.timePasses("2026-10-17T09:00", id);
        assertThat(house.openSteps(id)).containsExactly("fire-opinion");
        house.timePasses("2026-10-19T17:01", id);
        assertThat(house.openSteps(id)).containsExactly("decide");
        house.done(
                "2026-10-20T09:00",
                BUILDER,
                id,
                "decide",
                "grant",
                Map.of("buildingLine", "Lùi 2 m so với lộ giới"));
        house.done("2026-10-20T10:00", CHAIR, id, "sign", "sign");
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.COMPLETED);
        var permit = house.results(id).getFirst();
        assertThat(permit.typeCode()).isEqualTo("KQ.G17.000311");
        house.done("2026-10-20T11:00", BUILDER, id, "print", "printed");
        house.done("2026-10-20T14:00", DESK, id, "hand-over", "handed-over");
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.RETURNED);
    }

    @Test
    void a_building_permit_is_supplemented_once_guided_once_and_then_refused_with_reasons() {
        var id = building(HOUSE);
        var grounds = new Desk.Grounds("drawings-incomplete", "Thiếu mặt cắt móng.");
        var item = new Supplement.Item("1", "drawings", "Bổ sung mặt cắt móng");
        house.run(
                "2026-10-06T09:00",
                BUILDER,
                () ->
                        house.bean(Desk.class)
                                .requestSupplement(
                                        id, house.dossier(id).version(), grounds, List.of(item)));
        house.answer("2026-10-08T20:00", id);
        assertThatThrownBy(
                        () ->
                                house.run(
                                        "2026-10-09T09:00",
                                        BUILDER,
                                        () ->
                                                house.bean(Desk.class)
                                                        .requestSupplement(
                                                                id,
                                                                house.dossier(id).version(),
                                                                grounds,
                                                                List.of(item))))
                .isInstanceOf(ProblemException.class);
        house.done("2026-10-09T10:00", BUILDER, id, "appraise", "no-visit");
        house.done("2026-10-09T11:00", BUILDER, id, "decide", "guide");
        house.timePasses("2026-11-09T17:31", id);
        assertThat(house.openSteps(id)).containsExactly("decide");
        assertThatThrownBy(() -> house.done("2026-11-10T09:00", BUILDER, id, "decide", "guide"))
                .isInstanceOf(ProblemException.class);
        house.done("2026-11-10T09:00", BUILDER, id, "decide", "refuse");
        house.done("2026-11-10T10:00", BUILDER, id, "negative", "submit");
        house.done("2026-11-10T11:00", CHAIR, id, "sign-negative", "sign");
        var answer = house.results(id).getFirst();
        assertThat(answer.outcome()).isEqualTo("REJECTED");
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.COMPLETED);
    }

    @Test
    void a_social_pension_is_checked_by_the_machine_proposed_and_decided_by_people() {
        var old = house.file("2026-10-05T08:00", SampleMatters.PENSION, Map.of());
        house.accept("2026-10-05T09:00", DESK, old);
        assertThat(house.openSteps(old)).containsExactly("propose");
        house.done(
                "2026-10-07T09:00",
                SOCIAL,
                old,
                "propose",
                "submit",
                Map.of("effectiveMonth", "10/2026"));
        house.done("2026-10-08T09:00", CHAIR, old, "decide", "sign");
        assertThat(house.results(old).getFirst().typeCode()).isEqualTo("KQ.G18.000316");
        house.done("2026-10-08T10:00", SOCIAL, old, "pay-list", "listed");
        house.done("2026-10-08T11:00", DESK, old, "hand-over", "handed-over");
        assertThat(house.dossier(old).state()).isEqualTo(DossierState.RETURNED);
    }

    @Test
    void whoever_does_not_meet_the_conditions_is_looked_at_by_a_person_before_any_refusal() {
        var poor = Map.<String, Object>of("otherBirthDate", "1954-05-01", "household", "near-poor");
        var young = Map.<String, Object>of("otherBirthDate", "1954-05-01", "household", "neither");
        var pensioner = Map.<String, Object>of("hasPension", true, "pensionAmount", 3_000_000L);
        var lowPension = Map.<String, Object>of("hasPension", true, "pensionAmount", 400_000L);
        assertThat(checked(poor)).containsExactly("propose");
        assertThat(checked(lowPension)).containsExactly("propose");
        assertThat(checked(young)).containsExactly("review");
        assertThat(checked(pensioner)).containsExactly("review");
    }

    private List<String> checked(Map<String, Object> more) {
        var id = house.file("2026-10-05T08:00", SampleMatters.PENSION, more);
        house.accept("2026-10-05T09:00", DESK, id);
        return house.openSteps(id);
    }
}
