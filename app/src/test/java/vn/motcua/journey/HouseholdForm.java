package vn.motcua.journey;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.regex.Pattern;
import vn.motcua.kernel.HanoiTime;

/// The answers of a man who opens a small eating house.
final class HouseholdForm {
    private static final Pattern QUESTION = Pattern.compile("/q/([a-z-]+)(/[a-zA-Z]+)?");

    /// Answers everything until the check.
    void fill(Visitor person) {
        for (int i = 0; i < 40 && !person.at().endsWith("/check"); i++) {
            var found = QUESTION.matcher(person.at());
            if (!found.find()) {
                person.page.locator("main a.mc-btn, main a.mc-btn-w").last().click();
                continue;
            }
            if (found.group(2) != null) trade(person);
            else if (!answer(person, found.group(1))) continue;
            person.press("Lưu và tiếp tục");
        }
    }

    /// @return false when the answer led to another page already
    private static boolean answer(Visitor person, String question) {
        var start = LocalDate.now(HanoiTime.ZONE).plusDays(20);
        switch (question) {
            case "founder" -> person.choose("Một mình tôi");
            case "contact" -> person.fill("Số điện thoại", "0908 123 318");
            case "business-name" -> person.fill("Tên riêng", "Phở Bảo");
            case "trades" -> {
                if (person.page.locator("main ul.mc-list li").count() > 0) return true;
                person.press("Thêm một mục");
                return false;
            }
            case "capital" -> person.fill("Vốn, đồng", "50.000.000");
            case "start" ->
                    person.date(
                                    "Ngày dự kiến bắt đầu",
                                    "" + start.getDayOfMonth(),
                                    "" + start.getMonthValue(),
                                    "" + start.getYear())
                            .fill("Số lao động dự kiến", "2");
            case "tax-method" -> person.choose("Chưa biết");
            case "declaration" -> person.choose("Tôi cam đoan");
            default -> missing(person);
        }
        return true;
    }

    private static void trade(Visitor person) {
        person.fill("Mã ngành cấp bốn", "5610");
        person.fill("Tên ngành, nghề", "Nhà hàng và dịch vụ ăn uống");
        person.choose("Có");
    }

    /// What the platform knows of the person is there; a choice it does not know is made.
    private static void missing(Visitor person) {
        var radios = person.page.locator("main input[type=radio]");
        if (radios.count() > 0
                && person.page.locator("main input[type=radio]:checked").count() == 0)
            radios.last().check();
        Locator street = person.page.locator("main input[name$='.street']");
        if (street.count() > 0 && street.first().inputValue().isEmpty())
            person.address(
                    person.page.locator("main legend").first().innerText(),
                    "Thành phố Hồ Chí Minh",
                    "Bến Thành",
                    "108 đường Nguyễn Trãi");
    }
}
