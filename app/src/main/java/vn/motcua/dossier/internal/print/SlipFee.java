package vn.motcua.dossier.internal.print;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.Money;

/// @param amount null when the amount is not known yet; zero when nothing is taken
/// @param note exemption ground, when it is collected, or who sets an unknown amount
public record SlipFee(String name, @Nullable Money amount, boolean paid, @Nullable String note) {
    private static final Locale VI = Locale.of("vi");

    /// `75.000 ₫, đã nộp`, `không thu (đúng hạn)`, `theo nghị quyết của Hội đồng nhân dân cấp tỉnh`
    public String words() {
        if (amount == null) return note == null ? "chưa xác định" : lower(note);
        boolean free = amount.equals(Money.ZERO);
        if (free && note != null && note.toLowerCase(VI).contains("không thu")) return lower(note);
        var words = free ? "không thu" : amount.formatted();
        if (paid) words += ", đã nộp";
        return note == null ? words : words + " (" + lower(note) + ")";
    }

    private static String lower(String note) {
        return note.length() > 1 && Character.isLowerCase(note.charAt(1))
                ? Character.toLowerCase(note.charAt(0)) + note.substring(1)
                : note;
    }
}
