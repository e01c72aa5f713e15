package vn.motcua.sample.internal;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.motcua.kernel.LocalText;

/// The agencies of the sample city whom its wards ask, or who have a share in a ward's dossiers.
///
/// @param fire and the others: codes of agencies
record SampleNeighbours(
        String fire,
        String traffic,
        String land,
        String tax,
        String insurance,
        String construction) {
    static final SampleNeighbours NOWHERE = new SampleNeighbours("", "", "", "", "", "");

    private static final LocalText POLICE = LocalText.of("Cán bộ Công an", "Police officer");
    private static final LocalText SPECIALIST = LocalText.of("Chuyên viên", "Specialist");
    private static final LocalText DEPUTY = LocalText.of("Phó Giám đốc", "Deputy director");
    private static final LocalText HEAD = LocalText.of("Phó Trưởng phòng", "Deputy head");

    /// @param competent the agency of a group of units
    static SampleNeighbours of(UnaryOperator<String> competent) {
        return new SampleNeighbours(
                competent.apply("fire-police"),
                competent.apply("traffic-police"),
                competent.apply("land-registry"),
                competent.apply("tax-office"),
                competent.apply("social-insurance"),
                competent.apply("department-construction"));
    }

    void addTo(List<SampleStaff.Post> posts) {
        people(posts, fire, "pccc", POLICE, HEAD, "Bùi Thị Hạnh", "Cao Văn Dũng", "Đỗ Minh Quân");
        people(posts, traffic, "csgt", POLICE, HEAD, "Dương Thị Nga", "Hồ Văn Lực", "Kiều Anh Tú");
        people(
                posts,
                land,
                "dkdd",
                SPECIALIST,
                DEPUTY,
                "La Thị Hồng",
                "Mạc Văn Tân",
                "Ninh Quang Huy");
        people(
                posts,
                tax,
                "thue",
                SPECIALIST,
                DEPUTY,
                "Ông Thị Thanh",
                "Phan Văn Lộc",
                "Quách Thu Hà");
        people(
                posts,
                insurance,
                "bhxh",
                SPECIALIST,
                DEPUTY,
                "Tăng Thị Mỹ",
                "Thái Bá Lâm",
                "Từ Ngọc Anh");
        people(
                posts,
                construction,
                "sxd",
                SPECIALIST,
                DEPUTY,
                "Uông Thị Lan",
                "Văn Đình Khải",
                "Viên Hoàng Nam");
    }

    private static void people(
            List<SampleStaff.Post> posts,
            String agency,
            String tail,
            LocalText officer,
            LocalText head,
            String reception,
            String working,
            String signing) {
        posts.add(SampleStaff.receptionist("tiepnhan." + tail + ".hcm", reception, agency));
        var login = "canbo." + tail + ".hcm";
        posts.add(SampleStaff.officer(login, working, agency, "nghiep-vu", officer));
        var chief = "lanhdao." + tail + ".hcm";
        posts.add(SampleStaff.approver(chief, signing, agency, head));
        posts.add(SampleStaff.leader(chief, signing, agency, head));
    }
}
