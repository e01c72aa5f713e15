package vn.motcua.dossier.internal.print;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.HanoiTime;

/// Dates, hours and blanks as Vietnamese official papers write them.
///
/// Source: [paperwork-decree]; days below 10 and months below 3 take a leading nought.
public final class PaperText {
    private static final Locale VI = Locale.of("vi");

    private PaperText() {}

    /// `ngày 05 tháng 02 năm 2026`
    public static String day(LocalDate date) {
        return "ngày %s tháng %s năm %d"
                .formatted(
                        padded(date.getDayOfMonth(), 10),
                        padded(date.getMonthValue(), 3),
                        date.getYear());
    }

    public static String day(Instant moment) {
        return day(HanoiTime.dateOf(moment));
    }

    /// `17 giờ 00 phút, ngày 30 tháng 11 năm 2026`
    public static String moment(Instant moment) {
        var local = moment.atZone(HanoiTime.ZONE);
        return "%d giờ %02d phút, %s".formatted(local.getHour(), local.getMinute(), day(moment));
    }

    /// `17:00 30/11/2026`, or nothing.
    public static String brief(@Nullable Instant moment) {
        return moment == null
                ? ""
                : HanoiTime.time(moment) + " " + HanoiTime.date(HanoiTime.dateOf(moment));
    }

    /// `ngày hai mươi bốn tháng mười một năm hai nghìn không trăm hai mươi sáu`
    public static String words(LocalDate date) {
        return "ngày " + NumberWords.of(date.getDayOfMonth()) + " " + words(YearMonth.from(date));
    }

    static String words(YearMonth month) {
        var name = month.getMonthValue() == 4 ? "tư" : NumberWords.of(month.getMonthValue());
        return "tháng " + name + " năm " + NumberWords.of(month.getYear());
    }

    public static String orNone(@Nullable String text) {
        return text == null || text.isBlank() ? "không khai" : text;
    }

    public static String upper(String text) {
        return text.toUpperCase(VI);
    }

    private static String padded(int number, int below) {
        return number < below ? "0" + number : Integer.toString(number);
    }
}
