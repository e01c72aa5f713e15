package vn.motcua.dossier.internal.print;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Answers;
import vn.motcua.form.Field;
import vn.motcua.form.FieldType;
import vn.motcua.form.Form;
import vn.motcua.form.FormContext;
import vn.motcua.form.Option;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Money;

/// Answers as papers print them, by field id: a choice by its Vietnamese label, a date as
/// `24/11/2026` with `…Words` beside it, money with its words, an address or a person as parts with
/// the whole line under `text`, a repeat as a list. What was not answered is not there. All values
/// are texts, truths, maps and lists, so that a slip can be kept as JSON.
public final class PrintAnswers {
    private static final String WORDS = "Words";
    private static final Pattern KIND = Pattern.compile("(Phường|Xã|Đặc khu|Tỉnh) ");

    private final FormContext context;

    private PrintAnswers(FormContext context) {
        this.context = context;
    }

    public static Map<String, Object> of(Form form, Answers answers, FormContext context) {
        var settled = form.settle(answers, context).values();
        return new PrintAnswers(context).all(fields(form), settled);
    }

    /// What a template of a release with this form may name.
    static SlipData.Shape shape(Form form) {
        return shape(fields(form), false);
    }

    private static List<Field> fields(Form form) {
        return form.sections().stream()
                .flatMap(section -> section.questions().stream())
                .flatMap(question -> question.fields().stream())
                .toList();
    }

    private Map<String, Object> all(List<Field> fields, Map<?, ?> values) {
        var printed = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var value = values.get(field.id());
            if (value != null) put(printed, field, value);
        }
        return printed;
    }

    private void put(Map<String, Object> printed, Field field, Object value) {
        var plain = plain(field, value);
        if (plain instanceof String text && text.isBlank()) return;
        printed.put(field.id(), plain);
        words(field.type(), value).ifPresent(words -> printed.put(field.id() + WORDS, words));
    }

    private Object plain(Field field, Object value) {
        return switch (field.type()) {
            case YES_NO, DECLARATION -> Boolean.TRUE.equals(value);
            case ATTACHMENT -> !(value instanceof List<?> files) || !files.isEmpty();
            case PERSON, ORGANISATION -> group(field, value);
            case ADDRESS -> address(value);
            case REPEAT -> items(field, value);
            default -> text(field, value);
        };
    }

    private String text(Field field, Object value) {
        var text = String.valueOf(value);
        return switch (field.type()) {
            case DATE, PARTIAL_DATE -> date(text);
            case TIME -> time(text);
            case MONEY -> value instanceof Long amount ? new Money(amount).formatted() : text;
            case NUMBER -> number(text);
            case CHOICE -> option(field, value);
            case CHOICES -> options(field, value);
            case PHONE -> PhoneNumber.parse(text).map(PhoneNumber::national).orElse(text);
            default -> text;
        };
    }

    private List<Object> items(Field field, Object value) {
        var printed = new ArrayList<Object>();
        if (value instanceof List<?> items)
            for (var item : items)
                if (item instanceof Map<?, ?> parts) printed.add(all(field.fields(), parts));
        return printed;
    }

    private Map<String, Object> group(Field field, Object value) {
        if (!(value instanceof Map<?, ?> parts)) return Map.of();
        var printed = all(field.fields(), parts);
        var line = new ArrayList<String>();
        for (var part : field.fields()) line(printed.get(part.id())).ifPresent(line::add);
        printed.put("text", String.join(", ", line));
        return printed;
    }

    private static Optional<String> line(@Nullable Object printed) {
        if (printed instanceof String text) return Optional.of(text);
        if (printed instanceof Map<?, ?> parts && parts.get("text") instanceof String text)
            return Optional.of(text);
        return Optional.empty();
    }

    private Map<String, Object> address(Object value) {
        if (!(value instanceof Map<?, ?> parts)) return Map.of();
        var printed = new LinkedHashMap<String, Object>();
        var province = part(parts, "province");
        var commune = part(parts, "commune");
        if (!part(parts, "street").isBlank()) printed.put("street", part(parts, "street"));
        var places = context.places();
        places.commune(province, commune, context.today())
                .ifPresent(unit -> printed.put("commune", unit.name()));
        places.province(province, context.today())
                .ifPresent(unit -> printed.put("province", unit.name()));
        var line = new StringBuilder();
        for (var name : printed.values())
            line.append(line.isEmpty() ? name : ", " + inside(String.valueOf(name)));
        printed.put("text", line.toString());
        return printed;
    }

    /// Inside a line a unit's kind is written small: `15/7 Lê Thị Riêng, phường Bến Thành`.
    private static String inside(String unit) {
        return KIND.matcher(unit).lookingAt()
                ? Character.toLowerCase(unit.charAt(0)) + unit.substring(1)
                : unit;
    }

    private static String part(Map<?, ?> parts, String name) {
        return Objects.requireNonNullElse(parts.get(name), "").toString();
    }

    private static String option(Field field, Object value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .map(label -> label.vi())
                .findFirst()
                .orElse(String.valueOf(value));
    }

    private static String options(Field field, Object value) {
        if (!(value instanceof List<?> chosen)) return "";
        return String.join("; ", chosen.stream().map(one -> option(field, one)).toList());
    }

    private static String number(String text) {
        try {
            var format = java.text.NumberFormat.getNumberInstance(Locale.of("vi", "VN"));
            format.setMaximumFractionDigits(6);
            return format.format(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /// `24/11/2026`, `11/2026` or `2026`.
    private static String date(String iso) {
        try {
            return switch (iso.length()) {
                case 10 -> HanoiTime.date(LocalDate.parse(iso));
                case 7 -> YearMonth.parse(iso).getMonthValue() + "/" + iso.substring(0, 4);
                default -> iso;
            };
        } catch (DateTimeException e) {
            return iso;
        }
    }

    private static String time(String iso) {
        try {
            var time = LocalTime.parse(iso);
            return "%d giờ %02d phút".formatted(time.getHour(), time.getMinute());
        } catch (DateTimeException e) {
            return iso;
        }
    }

    private static Optional<String> words(FieldType type, Object value) {
        return switch (type) {
            case DATE, PARTIAL_DATE -> dateWords(String.valueOf(value));
            case MONEY ->
                    value instanceof Long amount && amount >= 0
                            ? Optional.of(NumberWords.of(amount) + " đồng")
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> dateWords(String iso) {
        try {
            return switch (iso.length()) {
                case 10 -> Optional.of(PaperText.words(LocalDate.parse(iso)));
                case 7 -> Optional.of(PaperText.words(YearMonth.parse(iso)));
                case 4 -> Optional.of("năm " + NumberWords.of(Integer.parseInt(iso)));
                default -> Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static SlipData.Shape shape(List<Field> fields, boolean whole) {
        var names = new LinkedHashMap<String, SlipData.Shape>();
        for (var field : fields) {
            names.put(field.id(), shape(field));
            switch (field.type()) {
                case DATE, PARTIAL_DATE, MONEY ->
                        names.put(field.id() + WORDS, SlipData.Shape.TEXT);
                default -> {}
            }
        }
        if (whole) names.put("text", SlipData.Shape.TEXT);
        return new SlipData.Shape(names, null, false);
    }

    private static SlipData.Shape shape(Field field) {
        return switch (field.type()) {
            case PERSON, ORGANISATION -> shape(field.fields(), true);
            case ADDRESS -> SlipData.Shape.names("street", "commune", "province", "text");
            case REPEAT -> new SlipData.Shape(Map.of(), shape(field.fields(), false), false);
            default -> SlipData.Shape.TEXT;
        };
    }
}
