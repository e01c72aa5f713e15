package vn.motcua.form.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.motcua.form.AnswerFault;
import vn.motcua.form.Field;
import vn.motcua.form.FieldType;
import vn.motcua.form.FormContext;
import vn.motcua.form.Places;
import vn.motcua.kernel.Fold;

/// Reads what a browser sent for some fields. Good text becomes an answer in its stored form; bad
/// text is kept as typed and told with its fault.
///
/// @param answers by field id; a null means the field was left empty
/// @param typed what was typed, to show again
/// @param faults what could not be read at all
/// @param matches communes to choose from, by path of the address
record FormPost(
        Map<String, @Nullable Object> answers,
        Typed typed,
        List<AnswerFault> faults,
        Map<String, List<Places.Match>> matches) {
    private static final int LONGEST = 40_000;
    private static final int MOST_MATCHES = 12;
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2})\\s*(?:[:hg.]|giờ)\\s*(\\d{1,2})?\\s*(?:phút|p)?");

    /// @param fields the fields of the page
    /// @param prefix path in front of their ids, for items of a repeat
    /// @param kept ids of fields that the page shows but does not ask
    static FormPost read(
            List<CompiledField> fields,
            String prefix,
            MultiValueMap<String, String> sent,
            Set<String> kept,
            FormContext context) {
        var reader = new Reader(sent, context);
        var answers = new LinkedHashMap<String, @Nullable Object>();
        for (var f : fields) {
            var type = f.field().type();
            if (f.field().isCalculated() || kept.contains(f.id())) continue;
            if (type == FieldType.REPEAT || type == FieldType.ATTACHMENT) continue;
            answers.put(f.id(), reader.value(f, prefix + f.id()));
        }
        return new FormPost(answers, new Typed(reader.typed), reader.faults, reader.matches);
    }

    private static final class Reader {
        private final MultiValueMap<String, String> sent;
        private final FormContext context;
        private final Map<String, List<String>> typed = new HashMap<>();
        private final List<AnswerFault> faults = new ArrayList<>();
        private final Map<String, List<Places.Match>> matches = new HashMap<>();

        Reader(MultiValueMap<String, String> sent, FormContext context) {
            this.sent = sent;
            this.context = context;
        }

        /// The first value sent for a control, remembered as typed.
        private String text(String control) {
            var values = sent.getOrDefault(control, List.of());
            var value = values.isEmpty() || values.getFirst() == null ? "" : values.getFirst();
            if (value.length() > LONGEST) value = value.substring(0, LONGEST);
            typed.put(control, List.of(value));
            return value.strip();
        }

        private void fault(String path, String key, Object... args) {
            faults.add(AnswerFault.of(path, "form.answer." + key, args));
        }

        @Nullable Object value(CompiledField f, String path) {
            return switch (f.field().type()) {
                case PERSON, ORGANISATION -> group(f, path);
                case DATE -> date(f.field(), path);
                case PARTIAL_DATE -> partialDate(f.field(), path);
                case ADDRESS -> address(path);
                case CHOICES -> choices(path);
                case YES_NO -> yesNo(path);
                case DECLARATION -> agreed(path);
                case NUMBER -> number(f.field(), path);
                case MONEY -> money(f.field(), path);
                case TIME -> time(path);
                case LONGTEXT -> longText(path);
                default -> line(f.field(), path);
            };
        }

        private @Nullable Object line(Field f, String path) {
            var text = text(path);
            if (text.isEmpty()) return null;
            return Identifiers.canonical(f.type(), text).orElse(Fold.tidy(text));
        }

        private @Nullable Object longText(String path) {
            var text = text(path).replace("\r\n", "\n");
            return text.isEmpty()
                    ? null
                    : java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
        }

        private @Nullable Object yesNo(String path) {
            return switch (text(path)) {
                case "true" -> true;
                case "false" -> false;
                default -> null;
            };
        }

        /// An empty box says nothing; it is no answer.
        private @Nullable Object agreed(String path) {
            return text(path).equals("true") ? Boolean.TRUE : null;
        }

        private @Nullable Object choices(String path) {
            var values =
                    sent.getOrDefault(path, List.of()).stream().filter(v -> !v.isBlank()).toList();
            typed.put(path, values);
            return values.isEmpty() ? null : values;
        }

        private @Nullable Object group(CompiledField f, String path) {
            var parts = new LinkedHashMap<String, Object>();
            for (var part : f.parts()) {
                var value = value(part, path + "." + part.id());
                if (value != null) parts.put(part.id(), value);
            }
            return parts.isEmpty() ? null : parts;
        }

        private @Nullable Object number(Field f, String path) {
            var text = text(path).replaceAll("[\\s\\u00a0]", "");
            if (text.isEmpty()) return null;
            var plain =
                    f.decimals() == 0
                            ? text.replaceAll("[.,](?=\\d{3}(?:\\D|$))", "")
                            : text.replace(',', '.');
            if (!plain.matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
                fault(path, "not-a-number", f.label());
                return null;
            }
            return plain.contains(".") ? (Object) Double.valueOf(plain) : Long.valueOf(plain);
        }

        private @Nullable Object money(Field f, String path) {
            var text = text(path).replaceAll("(?i)[\\s\\u00a0₫đ]|vnđ|vnd|đồng", "");
            if (text.isEmpty()) return null;
            var plain = text.replaceAll("[.,](?=\\d{3}(?:\\D|$))", "");
            if (!plain.matches("\\d{1,15}")) {
                fault(path, "not-money", f.label());
                return null;
            }
            return Long.valueOf(plain);
        }

        private @Nullable Object time(String path) {
            var text = text(path);
            if (text.isEmpty()) return null;
            var m = CLOCK.matcher(text);
            try {
                if (m.matches()) {
                    int minutes = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
                    return LocalTime.of(Integer.parseInt(m.group(1)), minutes).toString();
                }
            } catch (DateTimeException e) {
                fault(path, "not-a-time");
                return null;
            }
            fault(path, "not-a-time");
            return null;
        }

        private @Nullable Object date(Field f, String path) {
            var day = text(path + ".day");
            var month = text(path + ".month");
            var year = text(path + ".year");
            if (day.isEmpty() && month.isEmpty() && year.isEmpty()) return null;
            if (day.isEmpty() || month.isEmpty() || year.isEmpty())
                return refuse(path, "date-parts", f);
            return real(f, path, year, month, day);
        }

        private @Nullable Object partialDate(Field f, String path) {
            var day = text(path + ".day");
            var month = text(path + ".month");
            var year = text(path + ".year");
            if (day.isEmpty() && month.isEmpty() && year.isEmpty()) return null;
            if (!year.matches("\\d{4}")) return refuse(path, "date-year", f);
            if (month.isEmpty() && day.isEmpty()) return year;
            if (month.isEmpty()) return refuse(path, "date-parts", f);
            if (!day.isEmpty()) return real(f, path, year, month, day);
            var date = real(f, path, year, month, "1");
            return date == null ? null : date.toString().substring(0, 7);
        }

        private @Nullable Object refuse(String path, String key, Field f) {
            fault(path, key, f.label());
            return null;
        }

        private @Nullable Object real(Field f, String path, String year, String month, String day) {
            if (!year.matches("\\d{4}")) return refuse(path, "date-year", f);
            if (!month.matches("\\d{1,2}") || !day.matches("\\d{1,2}"))
                return refuse(path, "not-a-date", f);
            try {
                return LocalDate.of(
                                Integer.parseInt(year),
                                Integer.parseInt(month),
                                Integer.parseInt(day))
                        .toString();
            } catch (DateTimeException e) {
                return refuse(path, "not-a-date", f);
            }
        }

        /// Province from a list, commune as text or as one of the communes offered last time.
        private @Nullable Object address(String path) {
            var province = provinceCode(text(path + ".province"));
            var commune = text(path + ".commune");
            var chosen = text(path + ".communeCode");
            var street = Fold.tidy(text(path + ".street"));
            if (commune.isEmpty() && chosen.isEmpty() && street.isEmpty() && province.isEmpty())
                return null;
            var address = new LinkedHashMap<String, Object>();
            if (!street.isEmpty()) address.put("street", street);
            if (!province.isEmpty()) address.put("province", province);
            if (commune.isEmpty()) return address;
            var known = offered(chosen, commune, province);
            if (known != null) return with(address, known);
            var found = context.places().resolve(commune, province.isEmpty() ? null : province);
            var exact = found.stream().filter(m -> m.former() == null && same(m, commune)).toList();
            if (exact.size() == 1) return with(address, exact.getFirst());
            if (found.isEmpty()) fault(path + ".commune", "commune-unknown");
            else {
                fault(path + ".commune", "commune-choose");
                matches.put(path, found.stream().limit(MOST_MATCHES).toList());
            }
            return null;
        }

        /// Files name the province, pages send its code.
        private String provinceCode(String text) {
            if (text.isEmpty() || text.matches("\\d{2}")) return text;
            var folded = Fold.fold(text);
            return context.places().provinces(context.today()).stream()
                    .filter(p -> Fold.fold(p.name()).endsWith(folded))
                    .map(Places.Unit::code)
                    .findFirst()
                    .orElse(text);
        }

        private static boolean same(Places.Match m, String typed) {
            var name = Fold.fold(m.commune().name());
            var folded = Fold.fold(typed);
            return name.equals(folded)
                    || name.replaceFirst("^(xa|phuong|dac khu) ", "").equals(folded);
        }

        /// The commune chosen from a list, unless the text was changed since.
        private Places.@Nullable Match offered(String chosen, String commune, String province) {
            if (chosen.isEmpty()) return null;
            if (!province.isEmpty()) {
                var unit = context.places().commune(province, chosen, context.today());
                if (unit.isPresent() && Fold.fold(unit.get().name()).equals(Fold.fold(commune)))
                    return context.places()
                            .province(province, context.today())
                            .map(p -> new Places.Match(p, unit.get(), null))
                            .orElse(null);
            }
            return context.places().resolve(commune, province.isEmpty() ? null : province).stream()
                    .filter(m -> m.commune().code().equals(chosen))
                    .findFirst()
                    .orElse(null);
        }

        private static Object with(Map<String, Object> address, Places.Match match) {
            address.put("province", match.province().code());
            address.put("commune", match.commune().code());
            return address;
        }
    }
}
