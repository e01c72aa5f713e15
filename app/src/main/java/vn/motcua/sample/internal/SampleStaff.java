package vn.motcua.sample.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.PositionKind;

/// Who works in the sample agencies: one line a position, everybody invented.
final class SampleStaff {
    static final String RECEPTIONIST = "tiepnhan.benthanh";
    static final String CASE_OFFICER = "hotich.benthanh";
    static final String APPROVER = "kyduyet.benthanh";
    static final String SECOND_APPROVER = "kyduyet2.benthanh";
    static final String LEADER = "lanhdao.benthanh";
    static final String PROVINCIAL_LEADER = "lanhdao.hcm";
    static final String OPERATOR = "quantri";

    private SampleStaff() {}

    /// @param login several lines with the same login are one person with several positions
    record Post(
            String login,
            String name,
            String agency,
            String unit,
            PositionKind position,
            LocalText title) {}

    /// The agencies that have people.
    ///
    /// @param commune and the others: codes of agencies
    record Place(
            String commune,
            String police,
            String provincialPolice,
            String trade,
            String province,
            SampleNeighbours neighbours,
            String tail) {
        private Place named(String name) {
            return new Place(commune, police, provincialPolice, trade, province, neighbours, name);
        }
    }

    /// Login names of all of them.
    static Set<String> logins() {
        var somewhere = new Place("", "", "", "", "", SampleNeighbours.NOWHERE, "");
        return posts(
                        somewhere.named("benthanh"),
                        somewhere.named("badinh"),
                        somewhere.named("nghean"))
                .stream()
                .map(Post::login)
                .collect(Collectors.toSet());
    }

    static List<Post> posts(Place saigon, Place hanoi, Place ngheAn) {
        var posts = new ArrayList<Post>(60);
        full(posts, saigon);
        small(
                posts,
                hanoi,
                List.of(
                        "Nguyễn Thùy Linh",
                        "Trịnh Văn Khoa",
                        "Lê Quang Vinh",
                        "Phùng Thị Mai",
                        "Ngô Đức Hiếu"));
        small(
                posts,
                ngheAn,
                List.of(
                        "Phan Thị Hoài",
                        "Nguyễn Cảnh Toàn",
                        "Đậu Văn Hùng",
                        "Lô Thị Xuân",
                        "Hoàng Văn Sáng"));
        posts.add(
                new Post(
                        OPERATOR,
                        "Lương Nhật Nam",
                        saigon.province(),
                        "van-phong",
                        PositionKind.OPERATOR,
                        LocalText.of("Quản trị hệ thống", "System operator")));
        return List.copyOf(posts);
    }

    private static void full(List<Post> posts, Place place) {
        var commune = place.commune();
        posts.add(receptionist(RECEPTIONIST, "Trần Thị Ngọc Ánh", commune));
        posts.add(receptionist("tiepnhan2.benthanh", "Nguyễn Hữu Phước", commune));
        posts.add(
                officer(
                        CASE_OFFICER,
                        "Lê Thị Bích Thủy",
                        commune,
                        "ho-tich",
                        LocalText.of("Công chức tư pháp – hộ tịch", "Civil status officer")));
        posts.add(
                officer(
                        "kinhte.benthanh",
                        "Đoàn Công Minh",
                        commune,
                        "kinh-te",
                        LocalText.of("Chuyên viên Phòng Kinh tế", "Economic officer")));
        posts.add(
                officer(
                        "xahoi.benthanh",
                        "Huỳnh Thị Kim Loan",
                        commune,
                        "van-hoa-xa-hoi",
                        LocalText.of("Công chức văn hóa – xã hội", "Social affairs officer")));
        posts.add(
                approver(
                        APPROVER,
                        "Phạm Hồng Sơn",
                        commune,
                        LocalText.of("Phó Chủ tịch", "Vice chair")));
        posts.add(
                approver(
                        SECOND_APPROVER,
                        "Trịnh Thị Hồng Vân",
                        commune,
                        LocalText.of("Phó Chủ tịch", "Vice chair")));
        posts.add(leader(LEADER, "Nguyễn Thanh Bình", commune, LocalText.of("Chủ tịch", "Chair")));
        police(
                posts,
                place.police(),
                "benthanh",
                "cu-tru",
                List.of("Đặng Quốc Khánh", "Vũ Mạnh Cường", "Trương Minh Đức"),
                LocalText.of("Trưởng Công an phường", "Head of the ward police"));
        police(
                posts,
                place.provincialPolice(),
                "hcm",
                "nghiep-vu",
                List.of("Hà Thị Tuyết", "Lý Văn Nghĩa", "Tạ Quang Hưng"),
                LocalText.of("Trưởng phòng Hồ sơ nghiệp vụ", "Head of the records office"));
        trade(
                posts,
                place.trade(),
                "hcm",
                List.of("Châu Thị Diễm", "Mai Xuân Trường", "Lâm Chí Thiện"));
        place.neighbours().addTo(posts);
        posts.add(
                leader(
                        PROVINCIAL_LEADER,
                        "Võ Văn Chính",
                        place.province(),
                        LocalText.of(
                                "Phó Chủ tịch Ủy ban nhân dân Thành phố",
                                "Vice chair of the City People's Committee")));
    }

    /// The same with fewer hands: one officer for all matters, the chair signs.
    private static void small(List<Post> posts, Place place, List<String> names) {
        var commune = place.commune();
        var tail = place.tail();
        posts.add(receptionist("tiepnhan." + tail, names.get(0), commune));
        var title = LocalText.of("Công chức", "Officer");
        posts.add(officer("thuly." + tail, names.get(1), commune, "ho-tich", title));
        posts.add(officer("thuly." + tail, names.get(1), commune, "kinh-te", title));
        posts.add(officer("thuly." + tail, names.get(1), commune, "van-hoa-xa-hoi", title));
        var chair = LocalText.of("Chủ tịch", "Chair");
        posts.add(approver("lanhdao." + tail, names.get(2), commune, chair));
        posts.add(leader("lanhdao." + tail, names.get(2), commune, chair));
        var police = place.police();
        posts.add(receptionist("congan." + tail, names.get(3), police));
        posts.add(
                officer(
                        "congan." + tail,
                        names.get(3),
                        police,
                        "cu-tru",
                        LocalText.of("Cán bộ Công an", "Police officer")));
        posts.add(
                approver(
                        "truongca." + tail,
                        names.get(4),
                        police,
                        LocalText.of("Trưởng Công an", "Head of police")));
    }

    private static void police(
            List<Post> posts,
            String agency,
            String tail,
            String unit,
            List<String> names,
            LocalText head) {
        posts.add(receptionist("tiepnhan.ca." + tail, names.get(0), agency));
        posts.add(
                officer(
                        "canbo.ca." + tail,
                        names.get(1),
                        agency,
                        unit,
                        LocalText.of("Cán bộ Công an", "Police officer")));
        posts.add(approver("lanhdao.ca." + tail, names.get(2), agency, head));
        posts.add(leader("lanhdao.ca." + tail, names.get(2), agency, head));
    }

    private static void trade(List<Post> posts, String agency, String tail, List<String> names) {
        posts.add(receptionist("tiepnhan.sct." + tail, names.get(0), agency));
        posts.add(
                officer(
                        "chuyenvien.sct." + tail,
                        names.get(1),
                        agency,
                        "thuong-mai",
                        LocalText.of("Chuyên viên", "Specialist")));
        posts.add(
                approver(
                        "lanhdao.sct." + tail,
                        names.get(2),
                        agency,
                        LocalText.of("Phó Giám đốc", "Deputy director")));
        posts.add(
                leader(
                        "lanhdao.sct." + tail,
                        names.get(2),
                        agency,
                        LocalText.of("Phó Giám đốc", "Deputy director")));
    }

    static Post receptionist(String login, String name, String agency) {
        var title = LocalText.of("Cán bộ tiếp nhận và trả kết quả", "Receptionist");
        return new Post(login, name, agency, "mot-cua", PositionKind.RECEPTIONIST, title);
    }

    static Post officer(String login, String name, String agency, String unit, LocalText title) {
        return new Post(login, name, agency, unit, PositionKind.CASE_OFFICER, title);
    }

    static Post approver(String login, String name, String agency, LocalText title) {
        return new Post(login, name, agency, "lanh-dao", PositionKind.APPROVER, title);
    }

    static Post leader(String login, String name, String agency, LocalText title) {
        return new Post(login, name, agency, "lanh-dao", PositionKind.LEADER, title);
    }
}
