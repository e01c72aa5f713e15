package vn.motcua.form.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.AnswerLine;
import vn.motcua.form.Field;
import vn.motcua.form.FieldType;
import vn.motcua.form.FormContext;
import vn.motcua.form.Option;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Money;

/// Settled answers in words, in the order of the form.
final class Description {
    private final CompiledForm form;
    private final Settler.Settled settled;
    private final FormContext context;
    private final Locale locale;

    Description(CompiledForm form, Settler.Settled settled, Locale locale) {
        this.form = form;
        this.settled = settled;
        this.context = settled.context();
        this.locale = locale;
    }

    List<AnswerLine.Group> groups() {
        var groups = new ArrayList<AnswerLine.Group>();
        for (var section : form.sections()) {
            var lines = new ArrayList<AnswerLine>();
            for (var q : section.questions()) {
                var compiled = form.compiledQuestion(q.id()).orElseThrow();
                if (!CompiledForm.isAsked(compiled, settled)) continue;
                for (var f : compiled.fields())
                    if (settled.asks(f.id())) lines.add(line(q.id(), f));
            }
            if (!lines.isEmpty())
                groups.add(new AnswerLine.Group(section.id(), section.title().in(locale), lines));
        }
        return groups;
    }

    private AnswerLine line(String question, CompiledField f) {
        var value = settled.values().get(f.id());
        var label = f.field().label().in(locale);
        if (f.field().type() == FieldType.ATTACHMENT && value instanceof List<?> files)
            return new AnswerLine(
                    question,
                    f.id(),
                    label,
                    List.of(),
                    files.stream().map(String::valueOf).toList());
        return new AnswerLine(question, f.id(), label, words(f, value), List.of());
    }

    /// Lines of words; none when there is no answer.
    List<String> words(CompiledField f, @Nullable Object value) {
        if (value == null) return List.of();
        if (f.field().type() == FieldType.REPEAT && value instanceof List<?> items) {
            var lines = new ArrayList<String>();
            for (var item : items) lines.add(String.join(", ", group(f, item)));
            return lines;
        }
        if (!f.parts().isEmpty()) return List.of(String.join(", ", group(f, value)));
        var text = word(f.field(), value);
        return text.isEmpty() ? List.of() : List.of(text.split("\\R"));
    }

    private List<String> group(CompiledField f, Object value) {
        var words = new ArrayList<String>();
        if (value instanceof Map<?, ?> m)
            for (var part : f.parts()) words.addAll(words(part, m.get(part.id())));
        return words;
    }

    private String word(Field f, Object value) {
        return switch (f.type()) {
            case DATE, PARTIAL_DATE -> date(String.valueOf(value));
            case MONEY -> value instanceof Long l && l >= 0 ? new Money(l).formatted() : "" + value;
            case NUMBER -> decimal(value);
            case CHOICE -> option(f, value);
            case CHOICES ->
                    value instanceof List<?> l
                            ? String.join("; ", l.stream().map(o -> option(f, o)).toList())
                            : "";
            case YES_NO ->
                    Parts.text(Boolean.TRUE.equals(value) ? "form.yes" : "form.no").in(locale);
            case DECLARATION -> value.equals(true) ? Parts.text("form.agreed").in(locale) : "";
            case PHONE ->
                    PhoneNumber.parse(String.valueOf(value))
                            .map(PhoneNumber::national)
                            .orElse(String.valueOf(value));
            case ADDRESS -> address(value);
            default -> String.valueOf(value);
        };
    }

    private String decimal(Object value) {
        var text = String.valueOf(value);
        return locale.getLanguage().equals("en") ? text : text.replace('.', ',');
    }

    /// `1960` stays, `1960-05` is `5/1960`.
    static String date(String iso) {
        if (iso.matches("\\d{4}-\\d{2}"))
            return Integer.parseInt(iso.substring(5)) + "/" + iso.substring(0, 4);
        return Dates.parse(iso).map(HanoiTime::date).orElse(iso);
    }

    private String option(Field f, Object value) {
        return f.options().stream()
                .filter(o -> o.value().equals(value))
                .map(Option::label)
                .map(l -> l.in(locale))
                .findFirst()
                .orElse(String.valueOf(value));
    }

    private String address(Object value) {
        if (!(value instanceof Map<?, ?> a)) return "";
        var lines = new ArrayList<String>();
        if (a.get("street") instanceof String s && !s.isBlank()) lines.add(s);
        var province = Objects.requireNonNullElse(a.get("province"), "").toString();
        var commune = Objects.requireNonNullElse(a.get("commune"), "").toString();
        context.places()
                .commune(province, commune, context.today())
                .ifPresent(c -> lines.add(c.name()));
        context.places().province(province, context.today()).ifPresent(p -> lines.add(p.name()));
        return String.join(", ", lines);
    }
}
