package vn.motcua.dossier.internal.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.DossierState;

/// Land, a vehicle, and a newborn's four matters in one filing, on real PostgreSQL: several
// agencies, each
/// with its own share and its own people.
class SharedMattersModuleTest {
    private static final String DESK = TestPlatform.RECEPTIONIST;
    private static final String CHAIR = TestPlatform.APPROVER;
    private final MattersHouse house = new MattersHouse();

    @Test
    void land_is_registered_by_commune_land_registry_and_chair_after_fifteen_days_posting() {
        var id =
                house.file(
                        "2026-10-05T08:00", SampleMatters.LAND, Map.of("certificateWanted", false));
        house.accept("2026-10-05T09:00", DESK, id);
        toConclusion(id);
        house.done("2026-10-26T09:00", TestPlatform.ECONOMY_OFFICER, id, "conclude", "registered");
        house.done("2026-10-26T10:00", CHAIR, id, "sign-notice", "sign");
        assertThat(house.results(id).getFirst().typeCode()).isEqualTo("KQ.G10.000921");
        house.done("2026-10-26T14:00", "canbo.dkdd.hcm", id, "books", "entered");
        house.done("2026-10-26T15:00", DESK, id, "hand-over", "handed-over");
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.RETURNED);
    }

    @Test
    void a_land_certificate_is_signed_once_what_the_tax_office_asks_is_paid() {
        var id =
                house.file(
                        "2026-10-05T08:00", SampleMatters.LAND, Map.of("certificateWanted", true));
        house.accept("2026-10-05T09:00", DESK, id);
        toConclusion(id);
        house.done("2026-10-26T09:00", TestPlatform.ECONOMY_OFFICER, id, "conclude", "eligible");
        assertThat(house.dossier(id).ledger().paused()).isTrue();
        house.done(
                "2026-10-28T09:00",
                "canbo.thue.hcm",
                id,
                "tax-notice",
                "noticed",
                Map.of("duesAmount", "25000000", "taxNoticeNumber", "118/TB"));
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.PAYMENT_REQUESTED);
        house.paid("2026-11-04T09:00", DESK, id, 25_000_000);
        assertThat(house.openSteps(id)).containsExactly("draft");
        assertThat(house.dossier(id).ledger().paused()).isFalse();
        house.done(
                "2026-11-05T09:00",
                TestPlatform.ECONOMY_OFFICER,
                id,
                "draft",
                "submit",
                Map.of("duesNote", "Đã nộp đủ"));
        house.done("2026-11-06T09:00", CHAIR, id, "sign", "sign");
        assertThat(house.results(id).getFirst().typeCode()).isEqualTo("H37.003");
        house.done("2026-11-06T14:00", "canbo.dkdd.hcm", id, "books", "entered");
        house.done("2026-11-06T15:00", DESK, id, "hand-over", "handed-over");
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.RETURNED);
    }

    private UUID inspected() {
        var id = house.file("2026-10-05T08:00", SampleMatters.VEHICLE, Map.of());
        house.accept("2026-10-05T09:00", "tiepnhan.csgt.hcm", id);
        assertThat(house.dossier(id).moments().due()).isNull();
        house.done(
                "2026-10-07T09:00",
                "canbo.csgt.hcm",
                id,
                "inspect",
                "passed",
                Map.of("chargeAmount", "1000000"));
        assertThat(house.dossier(id).moments().due()).isNull();
        return id;
    }

    @Test
    void
            the_clock_of_a_vehicle_starts_with_the_payment_and_plate_and_certificate_run_side_by_side() {
        var id = inspected();
        house.paid("2026-10-09T10:00", "tiepnhan.csgt.hcm", id, 1_000_000);
        assertThat(house.dossier(id).moments().due())
                .isEqualTo(MattersHouse.time("2026-10-13T17:00"));
        house.done(
                "2026-10-09T11:00",
                "canbo.csgt.hcm",
                id,
                "draw-plate",
                "drawn",
                Map.of("plateNumber", "50A-123.45"));
        assertThat(house.openSteps(id)).containsExactly("plate", "sign");
        house.done("2026-10-09T11:10", "tiepnhan.csgt.hcm", id, "plate", "handed");
        house.done("2026-10-12T09:00", "lanhdao.csgt.hcm", id, "sign", "sign");
        house.done("2026-10-12T10:00", "canbo.csgt.hcm", id, "print", "printed");
        assertThat(house.results(id).getFirst().typeCode()).isEqualTo("KQ.G01.000014");
        house.done("2026-10-12T15:00", "tiepnhan.csgt.hcm", id, "hand-over", "handed-over");
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.RETURNED);
    }

    @Test
    void a_charge_nobody_pays_for_thirty_days_ends_in_a_reasoned_answer() {
        var id = inspected();
        house.timePasses("2026-11-05T09:00", id);
        assertThat(house.openSteps(id)).containsExactly("payment");
        house.timePasses("2026-11-06T17:01", id);
        assertThat(house.openSteps(id)).containsExactly("negative");
        house.done("2026-11-09T09:00", "lanhdao.csgt.hcm", id, "negative", "sign");
        assertThat(house.results(id).getFirst().outcome()).isEqualTo("REJECTED");
    }

    private void toConclusion(UUID id) {
        assertThat(house.openSteps(id)).containsExactly("check-use", "map-extract");
        house.done(
                "2026-10-06T09:00",
                "canbo.dkdd.hcm",
                id,
                "map-extract",
                "extracted",
                Map.of("plotCertified", "115", "sheetCertified", "12", "areaCertified", "98,5"));
        house.done(
                "2026-10-07T09:00",
                TestPlatform.ECONOMY_OFFICER,
                id,
                "check-use",
                "checked",
                Map.of("useFinding", "Sử dụng ổn định, không tranh chấp"));
        assertThat(house.openSteps(id)).containsExactly("posting");
        assertThat(house.dossier(id).ledger().paused()).isTrue();
        house.timePasses("2026-10-21T09:00", id);
        assertThat(house.openSteps(id)).containsExactly("posting");
        house.timePasses("2026-10-22T17:01", id);
        assertThat(house.openSteps(id)).containsExactly("conclude");
        assertThat(house.dossier(id).ledger().paused()).isFalse();
    }

    @Test
    void a_newborns_parts_open_at_three_agencies_and_one_that_fails_leaves_the_others() {
        var id = house.file("2026-10-05T08:00", SampleMatters.NEWBORN, Map.of());
        house.accept("2026-10-05T09:00", DESK, id);
        var birth = part(house.parts(id), "1.001193");
        assertThat(house.parts(id)).hasSize(1);
        register(birth);
        house.newsTravels("2026-10-05T15:00");

        var parts = house.parts(id);
        assertThat(parts.keySet())
                .containsExactlyInAnyOrder("1.001193", "1.004222", "9.000001", "9.000002");
        var residence = part(parts, "1.004222");
        var health = part(parts, "9.000001");
        var identity = part(parts, "9.000002");
        assertThat(house.dossier(residence).answers().text("personPersonalId"))
                .contains("079326012345");
        assertThat(List.of(residence, health, identity))
                .extracting(part -> house.dossier(part).agency())
                .containsExactly(
                        agency("canbo.ca.benthanh"),
                        agency("canbo.bhxh.hcm"),
                        agency("canbo.ca.benthanh"));

        house.accept("2026-10-05T16:00", "tiepnhan.ca.benthanh", residence);
        house.accept("2026-10-06T09:00", "tiepnhan.bhxh.hcm", health);
        house.accept("2026-10-06T09:00", "tiepnhan.ca.benthanh", identity);
        assertThat(house.dossier(residence).moments().due())
                .isEqualTo(MattersHouse.time("2026-10-07T17:00"));
        assertThat(house.dossier(health).moments().due())
                .isEqualTo(MattersHouse.time("2026-10-08T17:00"));

        house.done("2026-10-06T10:00", "canbo.ca.benthanh", residence, "examine", "not-eligible");
        house.done("2026-10-06T11:00", "lanhdao.ca.benthanh", residence, "sign-negative", "sign");
        house.newsTravels("2026-10-06T11:05");
        assertThat(house.dossier(health).state()).isEqualTo(DossierState.ACCEPTED);
        assertThat(house.openSteps(id)).containsExactly("health-card", "identity-card");
        house.done(
                "2026-10-07T09:00",
                "canbo.bhxh.hcm",
                health,
                "examine",
                "eligible",
                Map.of("cardNumber", "TE1797900000001", "validFrom", "05/10/2026"));
        house.done("2026-10-07T10:00", "lanhdao.bhxh.hcm", health, "sign", "sign");
        house.done(
                "2026-10-07T09:00",
                "canbo.ca.benthanh",
                identity,
                "examine",
                "eligible",
                Map.of("personalId", "079326012345"));
        house.done("2026-10-08T10:00", "lanhdao.ca.benthanh", identity, "sign", "sign");
        house.newsTravels("2026-10-08T10:05");
        assertThat(house.openSteps(id)).containsExactly("close");
        assertThat(house.results(birth)).hasSize(1);
        assertThat(house.results(health).getFirst().typeCode()).isEqualTo("KQ.G18.000047");
        house.done(
                "2026-10-08T11:00",
                CHAIR,
                id,
                "close",
                "done",
                Map.of("birthPart", "Đã cấp", "residencePart", "Bị từ chối, nộp lại riêng"));
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.COMPLETED);
    }

    private static UUID part(Map<String, UUID> parts, String procedure) {
        return Objects.requireNonNull(parts.get(procedure));
    }

    private String agency(String login) {
        return Objects.requireNonNull(house.platform.caller(login).agency());
    }

    /// The civil status desk of the ward does its part.
    private void register(UUID birth) {
        house.accept("2026-10-05T09:30", DESK, birth);
        house.done(
                "2026-10-05T10:00",
                TestPlatform.CASE_OFFICER,
                birth,
                "appraise",
                "eligible",
                Map.of("personalId", "079326012345", "bookNumber", "12/2026"));
        house.confirmDraft("2026-10-05T13:40", birth);
        house.done("2026-10-05T14:30", CHAIR, birth, "sign", "sign");
    }
}
