package vn.motcua.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.identity.Role;
import vn.motcua.identity.SampleSignIns;
import vn.motcua.organization.PositionKind;

class SamplePeopleModuleTest {
    private final TestPlatform platform = TestPlatform.shared();

    @Test
    void every_account_on_the_sign_in_page_exists_under_its_name() {
        var offered = platform.bean(SampleSignIns.class).list();

        assertThat(offered).hasSize(9);
        for (var sample : offered) {
            assertThat(platform.account(sample.login()).disabled()).isFalse();
            assertThat(sample.password().length()).isGreaterThanOrEqualTo(15);
        }
    }

    @Test
    void the_people_of_the_ward_hold_the_positions_their_names_promise() {
        assertThat(platform.caller(TestPlatform.MOTHER).role()).isEqualTo(Role.CITIZEN);
        assertThat(platform.caller(TestPlatform.RECEPTIONIST).holds(PositionKind.RECEPTIONIST))
                .isTrue();
        assertThat(
                        platform.caller(TestPlatform.CASE_OFFICER)
                                .holds(PositionKind.CASE_OFFICER, "ho-tich"))
                .isTrue();
        assertThat(
                        platform.caller(TestPlatform.ECONOMY_OFFICER)
                                .holds(PositionKind.CASE_OFFICER, "kinh-te"))
                .isTrue();
        assertThat(platform.caller(TestPlatform.APPROVER).holds(PositionKind.APPROVER)).isTrue();
        assertThat(platform.caller(TestPlatform.LEADER).role()).isEqualTo(Role.LEADER);
        assertThat(platform.caller(TestPlatform.LEADER).agency()).isEqualTo(TestPlatform.WARD);
        assertThat(platform.caller(TestPlatform.PROVINCIAL_LEADER).agency()).isEqualTo("H29");
        assertThat(platform.caller(TestPlatform.OPERATOR).role()).isEqualTo(Role.OPERATOR);
    }
}
