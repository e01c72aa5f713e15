package vn.motcua.form.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.AnswerFault;
import vn.motcua.form.Field;
import vn.motcua.form.FormContext;
import vn.motcua.form.Option;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Money;

/// Whether one answer is a good answer to its field, apart from conditions between fields.
/// Pages and the interface of machines are checked by the same lines.
final class ValueCheck {
    private static final Pattern NAME =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}' .’-]*(?:\\([\\p{L}\\p{M}' .’-]+\\))?");
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s<>\"(),;:]{1,64}@[^@\\s.<>\"(),;:]+(?:\\.[^@\\s.<>\"(),;:]+)+");
    private static final Pattern PARTIAL = Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?");
    private static final LocalDate FIRST_DAY = LocalDate.of(1850, 1, 1);
    private static final int YEARS_AHEAD = 50;
    private static final long MOST = 1_000_000_000_000_000L;

    private ValueCheck() {}

    static @Nullable AnswerFault check(Field f, Object value, String path, FormContext context) {
        return switch (f.type()) {
            case TEXT, LONGTEXT -> text(f, value, path);
            case NUMBER -> number(f, value, path);
            case MONEY -> money(f, value, path);
            case DATE -> date(f, value, path, context);
            case PARTIAL_DATE -> partialDate(f, value, path, context);
            case TIME -> time(value, path);
            case CHOICE -> choice(f, value, path);
            case CHOICES -> choices(f, value, path);
            case YES_NO, DECLARATION ->
                    value instanceof Boolean ? null : fault(path, "not-yes-no", f.label());
            case PERSONAL_ID, TAX_CODE, PHONE -> identifier(f, value, path);
            case EMAIL -> email(f, value, path);
            case ADDRESS -> address(f, value, path, context);
            case PERSON, ORGANISATION ->
                    value instanceof Map ? null : fault(path, "not-a-group", f.label());
            case REPEAT -> repeat(f, value, path);
            case ATTACHMENT -> attachment(f, value, path);
        };
    }

    private static AnswerFault fault(String path, String key, Object... args) {
        return AnswerFault.of(path, "form.answer." + key, args);
    }

    private static @Nullable AnswerFault text(Field f, Object value, String path) {
        if (!(value instanceof String text)) return fault(path, "not-a-text", f.label());
        if (text.codePointCount(0, text.length()) > f.maxLength())
            return fault(path, "too-long", f.label(), f.maxLength());
        if (text.chars()
                .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'))
            return fault(path, "odd-characters", f.label());
        if ("name".equals(f.format()) && !NAME.matcher(text).matches())
            return fault(path, "not-a-name", f.label());
        return null;
    }

    private static @Nullable AnswerFault number(Field f, Object value, String path) {
        if (!(value instanceof Number n)) return fault(path, "not-a-number", f.label());
        if (f.decimals() == 0 && !(n instanceof Long)) return fault(path, "not-whole", f.label());
        double is = n.doubleValue();
        double scaled = is * Math.pow(10, f.decimals());
        if (f.decimals() > 0 && Math.abs(scaled - Math.rint(scaled)) > 1e-6)
            return fault(path, "too-many-decimals", f.label(), f.decimals());
        double least = bound(f.min(), -MOST);
        double most = bound(f.max(), MOST);
        if (is < least) return fault(path, "too-small", f.label(), plain(least));
        if (is > most) return fault(path, "too-big", f.label(), plain(most));
        return null;
    }

    private static @Nullable AnswerFault money(Field f, Object value, String path) {
        if (!(value instanceof Long dong)) return fault(path, "not-money", f.label());
        long least = (long) bound(f.min(), 0);
        long most = (long) bound(f.max(), MOST);
        if (dong < least)
            return fault(path, "too-small", f.label(), new Money(Math.max(0, least)).formatted());
        if (dong > most) return fault(path, "too-big", f.label(), new Money(most).formatted());
        return null;
    }

    private static double bound(@Nullable String bound, double other) {
        return bound == null ? other : Double.parseDouble(bound);
    }

    private static String plain(double d) {
        return d == Math.rint(d) ? Long.toString((long) d) : Double.toString(d);
    }

    private static @Nullable AnswerFault date(
            Field f, Object value, String path, FormContext context) {
        var date = Dates.parse(value);
        if (date.isEmpty()) return fault(path, "not-a-date", f.label());
        return range(f, date.get(), date.get(), path, context);
    }

    private static @Nullable AnswerFault partialDate(
            Field f, Object value, String path, FormContext context) {
        if (!(value instanceof String text) || !PARTIAL.matcher(text).matches())
            return fault(path, "not-a-date", f.label());
        var earliest = Dates.earliest(text);
        if (earliest.isEmpty()) return fault(path, "not-a-date", f.label());
        var latest =
                switch (text.length()) {
                    case 4 -> earliest.get().plusYears(1).minusDays(1);
                    case 7 -> earliest.get().plusMonths(1).minusDays(1);
                    default -> earliest.get();
                };
        return range(f, earliest.get(), latest, path, context);
    }

    /// Some day between the earliest and the latest must be allowed.
    private static @Nullable AnswerFault range(
            Field f, LocalDate earliest, LocalDate latest, String path, FormContext context) {
        var min = Dates.bound(f.min(), context.today()).orElse(FIRST_DAY);
        var max =
                Dates.bound(f.max(), context.today())
                        .orElse(context.today().plusYears(YEARS_AHEAD));
        var today = context.today();
        if (latest.isBefore(min))
            return min.equals(today)
                    ? fault(path, "date-from-today", f.label(), HanoiTime.date(today))
                    : fault(path, "date-too-early", f.label(), HanoiTime.date(min));
        if (earliest.isAfter(max))
            return max.equals(today)
                    ? fault(path, "date-to-today", f.label(), HanoiTime.date(today))
                    : fault(path, "date-too-late", f.label(), HanoiTime.date(max));
        return null;
    }

    private static @Nullable AnswerFault time(Object value, String path) {
        if (value instanceof String text && text.matches("\\d\\d:\\d\\d")) {
            try {
                LocalTime.parse(text);
                return null;
            } catch (DateTimeException e) {
                return fault(path, "not-a-time");
            }
        }
        return fault(path, "not-a-time");
    }

    private static @Nullable AnswerFault choice(Field f, Object value, String path) {
        return f.options().stream().map(Option::value).anyMatch(value::equals)
                ? null
                : fault(path, "not-a-choice", f.label());
    }

    private static @Nullable AnswerFault choices(Field f, Object value, String path) {
        if (!(value instanceof List<?> chosen)) return fault(path, "not-a-choice", f.label());
        var allowed = f.options().stream().map(Option::value).toList();
        for (var one : chosen)
            if (!allowed.contains(one)) return fault(path, "not-a-choice", f.label());
        if (chosen.stream().distinct().count() != chosen.size())
            return fault(path, "chosen-twice", f.label());
        if (f.max() != null && chosen.size() > bound(f.max(), allowed.size()))
            return fault(path, "too-many-choices", f.label(), f.max());
        if (f.min() != null && chosen.size() < bound(f.min(), 0))
            return fault(path, "too-few-choices", f.label(), f.min());
        return null;
    }

    private static @Nullable AnswerFault identifier(Field f, Object value, String path) {
        if (!(value instanceof String text)) return fault(path, "not-a-text", f.label());
        var key = Identifiers.fault(f.type(), text);
        return key == null ? null : AnswerFault.of(path, key, f.label());
    }

    private static @Nullable AnswerFault email(Field f, Object value, String path) {
        return value instanceof String text && text.length() <= 254 && EMAIL.matcher(text).matches()
                ? null
                : fault(path, "not-an-email", f.label());
    }

    private static @Nullable AnswerFault address(
            Field f, Object value, String path, FormContext context) {
        if (!(value instanceof Map<?, ?> a)) return fault(path, "not-an-address", f.label());
        for (var key : a.keySet())
            if (!List.of("province", "commune", "street").contains(String.valueOf(key)))
                return fault(path + "." + key, "unknown-field", String.valueOf(key));
        if (!(a.get("province") instanceof String province)
                || context.places().province(province, context.today()).isEmpty())
            return fault(path + ".province", "no-province");
        if (!(a.get("commune") instanceof String commune)
                || context.places().commune(province, commune, context.today()).isEmpty())
            return fault(path + ".commune", "no-commune");
        var street = a.get("street");
        if (street != null && !(street instanceof String))
            return fault(path + ".street", "not-a-text", f.label());
        if (street instanceof String s && s.length() > 200)
            return fault(path + ".street", "too-long", f.label(), 200);
        if (street == null && "street".equals(f.format()))
            return fault(path + ".street", "no-street");
        return null;
    }

    private static @Nullable AnswerFault repeat(Field f, Object value, String path) {
        if (!(value instanceof List<?> items)) return fault(path, "not-a-list", f.label());
        int most = mostItems(f);
        if (items.size() > most) return fault(path, "too-many-items", f.label(), most);
        if (items.size() < bound(f.min(), 0))
            return fault(path, "too-few-items", f.label(), String.valueOf(f.min()));
        for (var item : items)
            if (!(item instanceof Map)) return fault(path, "not-a-group", f.label());
        return null;
    }

    static int mostItems(Field f) {
        return f.max() == null ? f.csv() ? 500 : 50 : (int) bound(f.max(), 50);
    }

    private static @Nullable AnswerFault attachment(Field f, Object value, String path) {
        if (!(value instanceof List<?> files)) return fault(path, "not-a-list", f.label());
        int most = (int) bound(f.max(), 10);
        if (files.size() > most) return fault(path, "too-many-files", f.label(), most);
        for (var file : files) {
            try {
                if (!(file instanceof String id) || !UUID.fromString(id).toString().equals(id))
                    return fault(path, "no-such-file", f.label());
            } catch (IllegalArgumentException e) {
                return fault(path, "no-such-file", f.label());
            }
        }
        return null;
    }
}
