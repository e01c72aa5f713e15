package vn.motcua.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.StaffMember;

class PositionTest {
    @Test
    void positions_in_one_agency_are_worked_in_together() {
        var positions =
                Position.of(
                        List.of(
                                held("H29.101", PositionKind.RECEPTIONIST, "mot-cua"),
                                held("H29.101", PositionKind.CASE_OFFICER, "ho-tich")));
        assertThat(positions).hasSize(1);
        assertThat(positions.getFirst().role()).isEqualTo(Role.OFFICER);
        assertThat(positions.getFirst().duties())
                .containsExactlyInAnyOrder(
                        new Caller.Duty(PositionKind.RECEPTIONIST, "mot-cua"),
                        new Caller.Duty(PositionKind.CASE_OFFICER, "ho-tich"));
    }

    @Test
    void a_leader_who_also_signs_is_a_leader_who_may_sign() {
        var positions =
                Position.of(
                        List.of(
                                held("H29", PositionKind.APPROVER, "ld"),
                                held("H29", PositionKind.LEADER, "ld")));
        assertThat(positions).hasSize(1);
        assertThat(positions.getFirst().role()).isEqualTo(Role.LEADER);
        assertThat(positions.getFirst().duties())
                .contains(new Caller.Duty(PositionKind.APPROVER, "ld"));
    }

    @Test
    void running_the_platform_is_kept_apart_from_handling_dossiers() {
        var positions =
                Position.of(
                        List.of(
                                held("H29", PositionKind.OPERATOR, "it"),
                                held("H29", PositionKind.CASE_OFFICER, "ho-tich"),
                                held("H30", PositionKind.CASE_OFFICER, "ho-tich")));
        assertThat(positions)
                .extracting(Position::key)
                .containsExactly("operator@H29", "officer@H29", "officer@H30");
        assertThat(positions.getFirst().duties())
                .isEqualTo(Set.of(new Caller.Duty(PositionKind.OPERATOR, "it")));
    }

    @Test
    void the_session_remembers_the_caller_as_a_short_text() {
        var officer =
                new Caller(
                        Role.OFFICER,
                        UUID.randomUUID(),
                        "H29.101",
                        "Lê Thị Mẫu",
                        Set.of(
                                new Caller.Duty(PositionKind.CASE_OFFICER, "ho-tich"),
                                new Caller.Duty(PositionKind.APPROVER, "ld")));
        assertThat(SessionCallers.caller(SessionCallers.text(officer))).isEqualTo(officer);
        var citizen = Caller.citizen(UUID.randomUUID(), "Trần Văn Mẫu");
        assertThat(SessionCallers.caller(SessionCallers.text(citizen))).isEqualTo(citizen);
    }

    private static StaffMember held(String agency, PositionKind position, String unit) {
        return new StaffMember(
                new UUID(7, 7), "Lê Thị Mẫu", agency, unit, position, LocalText.of("Công chức"));
    }
}
