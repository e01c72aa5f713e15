package vn.motcua.procedure.internal.intake;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.Fold;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.FeeLine;
import vn.motcua.procedure.Level;
import vn.motcua.procedure.OnlineLevel;
import vn.motcua.procedure.internal.records.Published.Act;
import vn.motcua.procedure.internal.records.Published.Fee;

/// What people write into cells, read as what they mean.
final class Values {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "(?:ngay )?(\\d{1,2})(?: thang |\\s?[-/.]\\s?)(\\d{1,2})(?: nam |\\s?[-/.]\\s?)(\\d{4})");
    private static final Pattern SERIAL = Pattern.compile("[2-6]\\d{4}");
    private static final Pattern CODE =
            Pattern.compile(
                    "([1-9])\\.(\\d{6})(\\.[0-9A-Za-z]{1,40}(?:\\.[0-9A-Za-z]{1,40}){0,9})?");
    private static final Pattern SHORT_CODE = Pattern.compile("([1-9])[.,](\\d{3,5})");
    private static final Pattern BARE_CODE = Pattern.compile("([1-9])(\\d{6})");
    private static final Pattern TERM =
            Pattern.compile(
                    "(\\d{1,4})(?:[.,](5)|/(2))?\\s*(?:\\([^)]{0,100}\\)\\s*)?(gio|ngay|thang|nam)\\b");
    private static final Pattern AMOUNT =
            Pattern.compile(
                    "(?<!\\d)(\\d{1,3}(?:[.,]\\d{3}){1,6}|\\d{1,20})\\s?(dong|vnd|d|₫)?(?![\\w%])");

    private static final LocalText ANY_FEE = LocalText.of("Phí, lệ phí", "Fees and charges");

    private Values() {}

    /// Small letters without marks, all other signs kept.
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }

    /// A code as found: whole, mended from what a spreadsheet made of it, or with a local tail.
    record Code(String code, @Nullable String local, boolean mended) {}

    static Optional<Code> code(String typed) {
        var text = typed.replaceAll("[\\s\\u00a0]+", "");
        var whole = CODE.matcher(text);
        if (whole.matches()) {
            var national = whole.group(1) + "." + whole.group(2);
            return Optional.of(new Code(national, whole.group(3) == null ? null : text, false));
        }
        var cut = SHORT_CODE.matcher(text);
        if (cut.matches()) {
            var digits = (cut.group(2) + "000").substring(0, 6);
            return Optional.of(new Code(cut.group(1) + "." + digits, null, true));
        }
        var bare = BARE_CODE.matcher(text);
        return bare.matches()
                ? Optional.of(new Code(bare.group(1) + "." + bare.group(2), null, true))
                : Optional.empty();
    }

    /// Empty when it is no day of the calendar.
    static Optional<LocalDate> date(String typed) {
        var text = plain(typed);
        try {
            var iso = YEAR_FIRST.matcher(text);
            if (iso.matches()) return Optional.of(day(iso.group(1), iso.group(2), iso.group(3)));
            var day = DAY_FIRST.matcher(text);
            if (day.matches()) return Optional.of(day(day.group(3), day.group(2), day.group(1)));
            if (SERIAL.matcher(text).matches()) {
                return Optional.of(LocalDate.of(1899, 12, 30).plusDays(Long.parseLong(text)));
            }
        } catch (DateTimeException _) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static LocalDate day(String year, String month, String day) {
        var read =
                LocalDate.of(
                        Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        if (!Soundness.day(read)) throw new DateTimeException("out of range: " + read);
        return read;
    }

    /// @param unit null where the words tell no time
    record Time(@Nullable Integer quantity, @Nullable String unit, String words) {}

    static Time time(String typed) {
        var words = Fold.tidy(typed);
        var text = plain(typed);
        var found = TERM.matcher(text);
        if (!found.find()) {
            if (text.matches("\\d{1,3}")) return new Time(Integer.parseInt(text), null, words);
            boolean sameDay = text.contains("trong ngay") || text.startsWith("ngay lam viec");
            return sameDay ? new Time(1, "SAME_DAY", words) : new Time(null, null, words);
        }
        int quantity = Integer.parseInt(found.group(1));
        boolean working = text.startsWith(" lam viec", found.end());
        var unit = found.group(4);
        if (found.group(2) != null || found.group(3) != null) {
            int half = found.group(3) != null ? quantity * 4 : quantity * 8 + 4;
            if (unit.equals("ngay")) return new Time(half, "WORKING_HOUR", words);
            return new Time(null, null, words);
        }
        if (quantity == 0) return new Time(null, null, words);
        return new Time(
                quantity,
                switch (unit) {
                    case "gio" -> "WORKING_HOUR";
                    case "thang" -> "MONTH";
                    case "nam" -> "YEAR";
                    default -> working ? "WORKING_DAY" : "CALENDAR_DAY";
                },
                words);
    }

    /// Fee lines of a cell. Nothing is free unless the words say so: a bare 0 is *not told*.
    static List<Fee> fees(String typed) {
        List<Fee> fees = new ArrayList<>();
        for (var part : parts(typed)) {
            var text = plain(part);
            if (text.matches("(khong quy dinh|chua quy dinh|-|/|n/a)\\.?")) continue;
            var kind = text.contains("le phi") ? FeeLine.Kind.STATE_CHARGE : FeeLine.Kind.FEE;
            var name = LocalText.of(part);
            boolean free =
                    text.matches("(khong|khong co|mien|mien phi|free)\\.?")
                            || text.contains("mien phi")
                            || text.contains("mien le phi")
                            || text.contains("khong thu")
                            || text.matches("khong (mat |co )?(phi|le phi).*");
            var amount = AMOUNT.matcher(text);
            if (free) {
                fees.add(new Fee(kind, null, true, text.length() > 10 ? name : ANY_FEE));
            } else if (amount.find() && !amount.group(1).matches("0+")) {
                var digits = amount.group(1).replaceAll("[.,]", "");
                fees.add(
                        new Fee(
                                kind,
                                digits.length() > 15 ? null : Long.valueOf(digits),
                                null,
                                name));
            } else {
                fees.add(new Fee(kind, null, null, name));
            }
        }
        return fees;
    }

    /// Lines, and pieces parted by semicolons, without their bullets and numbers.
    static List<String> parts(String typed) {
        List<String> parts = new ArrayList<>();
        for (var part : typed.split("[\\n\\r;]+", -1)) {
            var text =
                    Fold.tidy(part)
                            .replaceAll("^(?:[-–•*+]|\\(?[a-zđ0-9]{1,2}[).](?=\\s))\\s*", "");
            if (!text.isBlank()) parts.add(text);
        }
        return parts;
    }

    static List<Channel> channels(String typed) {
        var text = plain(typed);
        List<Channel> channels = new ArrayList<>();
        if (text.contains("truc tiep") || text.matches(".*\\bdirect\\b.*")) {
            channels.add(Channel.DIRECT);
        }
        if (text.contains("truc tuyen") || text.contains("online") || text.contains("dien tu")) {
            channels.add(Channel.ONLINE);
        }
        if (text.contains("buu chinh")
                || text.contains("bcci")
                || text.contains("buu dien")
                || text.contains("postal")) {
            channels.add(Channel.POSTAL);
        }
        return channels;
    }

    static List<Level> levels(String typed) {
        var text = " " + Fold.fold(typed) + " ";
        List<Level> levels = new ArrayList<>();
        if (text.matches(".* (bo|trung uong|ministry) .*")) levels.add(Level.MINISTRY);
        if (text.matches(".* (tinh|so|thanh pho|province) .*")) levels.add(Level.PROVINCE);
        if (text.matches(".* (xa|phuong|dac khu|commune) .*")) levels.add(Level.COMMUNE);
        if (levels.isEmpty() || text.matches(".* (huyen|quan|khac|other) .*")) {
            levels.add(Level.OTHER);
        }
        return levels;
    }

    static @Nullable OnlineLevel online(String typed) {
        var text = Fold.fold(typed);
        if (text.contains("toan trinh") || text.matches(".*\\b4\\b.*|full")) {
            return OnlineLevel.FULL;
        }
        if (text.contains("mot phan") || text.matches(".*\\b3\\b.*|partial")) {
            return OnlineLevel.PARTIAL;
        }
        boolean none =
                text.contains("thong tin") || text.matches(".*\\b[12]\\b.*|khong|khong co|none");
        return none ? OnlineLevel.NONE : null;
    }

    static @Nullable Act act(String typed) {
        var text = Fold.fold(typed);
        if (text.contains("bai bo") || text.contains("het hieu luc") || text.contains("huy")) {
            return Act.ABOLISH;
        }
        if (text.contains("bi thay the") || text.equals("replaced")) return Act.REPLACE;
        if (text.contains("sua doi") || text.contains("bo sung") || text.equals("updated")) {
            return Act.AMEND;
        }
        boolean announced =
                text.contains("ban hanh")
                        || text.contains("cong bo")
                        || text.contains("hieu luc")
                        || text.equals("active")
                        || text.contains("thay the");
        return announced ? Act.ANNOUNCE : null;
    }

    /// Yes, no, or neither.
    static @Nullable Boolean flag(String typed) {
        return switch (Fold.fold(typed)) {
            case "x", "co", "yes", "true", "dung", "1" -> true;
            case "khong", "no", "false", "0", "sai" -> false;
            default -> typed.strip().matches("[☑✓✔]") ? Boolean.TRUE : null;
        };
    }
}
