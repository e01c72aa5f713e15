package vn.motcua.journey;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.motcua.kernel.HanoiTime;

/// The answers a mother gives to the questions of the birth declaration, question by question,
/// in whatever order the pages come.
final class BirthForm {
    static final String CHILD = "Nguyễn Ngọc Bảo Châu";

    private static final Pattern QUESTION = Pattern.compile("/q/([a-z-]+)");

    private final Map<String, Consumer<Visitor>> answers;

    BirthForm(LocalDate born) {
        answers =
                Map.ofEntries(
                        Map.entry("birth-kind", v -> v.choose("Trẻ sinh ra thông thường")),
                        Map.entry("relation", v -> v.choose("Mẹ")),
                        Map.entry("requester", v -> {}),
                        Map.entry("contact", v -> v.fill("Số điện thoại", "0912 345 678")),
                        Map.entry("register-place", v -> {}),
                        Map.entry("child-name", v -> v.fill("Họ, chữ đệm, tên", CHILD)),
                        Map.entry(
                                "child-birth",
                                v ->
                                        v.date(
                                                        "Ngày sinh",
                                                        "" + born.getDayOfMonth(),
                                                        "" + born.getMonthValue(),
                                                        "" + born.getYear())
                                                .choose("Nữ")),
                        Map.entry(
                                "child-birthplace",
                                v ->
                                        v.fill("Tên cơ sở y tế", "Bệnh viện Từ Dũ")
                                                .address(
                                                        "Địa chỉ nơi sinh",
                                                        "Thành phố Hồ Chí Minh",
                                                        "ben thanh",
                                                        "284 đường Cống Quỳnh")),
                        Map.entry(
                                "child-native-place",
                                v ->
                                        v.address(
                                                "Quê quán",
                                                "Thành phố Hồ Chí Minh",
                                                "Bến Thành",
                                                "25 đường Lê Lai")),
                        Map.entry("child-people", v -> v.fill("Dân tộc", "Kinh")),
                        Map.entry("mother-details", v -> v.fill("Dân tộc", "Kinh")),
                        Map.entry("father-declared", v -> v.choose("Không")),
                        Map.entry("birth-proof-kind", v -> v.choose("Giấy chứng sinh bản giấy")),
                        Map.entry(
                                "birth-proof", v -> v.attach(Samples.photo("giay-chung-sinh.jpg"))),
                        Map.entry("copies", v -> v.fill("Số bản sao", "2")),
                        Map.entry("declaration", v -> v.choose("Tôi cam đoan")));
    }

    static BirthForm newborn() {
        return new BirthForm(LocalDate.now(HanoiTime.ZONE).minusDays(9));
    }

    /// Answers the question shown.
    ///
    /// @return its id
    String answer(Visitor person) {
        var found = QUESTION.matcher(person.at());
        if (!found.find()) throw new IllegalStateException("no question at " + person.at());
        var id = found.group(1);
        var answer = answers.get(id);
        if (answer == null) throw new IllegalStateException("an unexpected question: " + id);
        answer.accept(person);
        return id;
    }

    boolean asks(Visitor person) {
        return QUESTION.matcher(person.at()).find();
    }
}
