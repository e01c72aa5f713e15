package vn.motcua.sample.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.motcua.identity.SampleSignIns;
import vn.motcua.kernel.LocalText;

/// The accounts the sign-in page and the start box offer while there are sample data.
@Component
class SampleSignInList implements SampleSignIns {
    @Override
    public List<SampleSignIn> list() {
        return List.of(
                who(
                        SampleCitizens.MOTHER,
                        "Công dân: mẹ của bé mới sinh",
                        "Citizen: mother of a newborn"),
                who(
                        SampleCitizens.BUSINESS_MAN,
                        "Công dân: chủ hộ kinh doanh",
                        "Citizen: business owner"),
                who(
                        SampleStaff.RECEPTIONIST,
                        "Cán bộ một cửa, phường Bến Thành",
                        "Receptionist, Bến Thành Ward"),
                who(
                        SampleStaff.CASE_OFFICER,
                        "Công chức hộ tịch, phường Bến Thành",
                        "Civil status officer, Bến Thành Ward"),
                who(
                        SampleStaff.APPROVER,
                        "Phó Chủ tịch ký duyệt, phường Bến Thành",
                        "Vice chair who signs, Bến Thành Ward"),
                who(
                        SampleStaff.SECOND_APPROVER,
                        "Phó Chủ tịch ký duyệt thứ hai, phường Bến Thành",
                        "Second vice chair who signs, Bến Thành Ward"),
                who(SampleStaff.LEADER, "Chủ tịch phường Bến Thành", "Chair of Bến Thành Ward"),
                who(
                        SampleStaff.PROVINCIAL_LEADER,
                        "Lãnh đạo Thành phố Hồ Chí Minh",
                        "Leader of Hồ Chí Minh City"),
                who(SampleStaff.OPERATOR, "Quản trị hệ thống", "System operator"));
    }

    private static SampleSignIn who(String login, String vietnamese, String english) {
        return new SampleSignIn(login, SamplePeople.PASSWORD, LocalText.of(vietnamese, english));
    }
}
