package vn.motcua.form.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.motcua.form.AnswerFault;
import vn.motcua.form.Answers;
import vn.motcua.form.Field;
import vn.motcua.form.FieldType;
import vn.motcua.form.FormContext;
import vn.motcua.form.Option;
import vn.motcua.form.Places;
import vn.motcua.kernel.LocalText;
import vn.motcua.vault.StoredFile;
import vn.motcua.vault.Vault;

/// Draws fields: definition, what stands in them and what is wrong, as the templates want it.
@Component
class Pages {
    private final MessageSource messages;
    private final Vault vault;

    Pages(MessageSource messages, Vault vault) {
        this.messages = messages;
        this.vault = vault;
    }

    /// What a page needs besides the fields themselves.
    record Drawing(
            CompiledForm form,
            FormContext context,
            Answers answers,
            Typed typed,
            Map<String, String> errors,
            Map<String, List<Places.Match>> matches,
            Set<String> known,
            Function<String, String> itemsAt) {}

    String words(AnswerFault fault) {
        var locale = LocaleContextHolder.getLocale();
        if (fault.own() != null) return fault.own().in(locale);
        return messages.getMessage(fault.key(), fault.args(locale), locale);
    }

    String message(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /// Words by path, the first fault of each.
    Map<String, String> errors(List<AnswerFault> faults) {
        var errors = new LinkedHashMap<String, String>();
        for (var fault : faults) errors.putIfAbsent(fault.path(), words(fault));
        return errors;
    }

    /// Element ids with words, for the summary on top.
    static Map<String, String> summary(Map<String, String> errors, List<FieldView> fields) {
        var summary = new LinkedHashMap<String, String>();
        errors.forEach((path, words) -> summary.put(anchor(path, fields), words));
        return summary;
    }

    /// The first control of a field: a date begins with its day, a choice with its first option.
    private static String anchor(String path, List<FieldView> fields) {
        for (var f : fields) {
            if (f.path().equals(path)) {
                return switch (f.type()) {
                    case "date", "partial-date" -> f.id() + "-day";
                    case "choice", "choices", "yes-no" -> f.id() + "-0";
                    case "address" -> f.id() + "-province";
                    case "person", "organisation" ->
                            f.parts().isEmpty() ? f.id() : f.parts().getFirst().id();
                    default -> f.id();
                };
            }
            if (path.startsWith(f.path() + ".") && !f.parts().isEmpty())
                return anchor(path, f.parts());
        }
        return FieldView.id(path);
    }

    List<FieldView> fields(List<CompiledField> fields, String prefix, Drawing d) {
        var views = new ArrayList<FieldView>();
        for (var f : fields) views.add(field(f, prefix + f.id(), d));
        return views;
    }

    private FieldView field(CompiledField f, String path, Drawing d) {
        var field = f.field();
        boolean shown = d.known().contains(path) || field.isCalculated();
        var locale = LocaleContextHolder.getLocale();
        var settled = shown ? d.form().settled(d.answers(), d.context()) : null;
        var known =
                settled == null
                        ? null
                        : String.join(
                                ", ",
                                new Description(d.form(), settled, locale)
                                        .words(f, settled.values().get(f.id())));
        return new FieldView(
                path,
                FieldView.id(path),
                field.type().word(),
                field.label(),
                field.hint(),
                error(field, path, d),
                known,
                d.typed()::one,
                options(field, path, d.typed()),
                field.type().isGroup() && !shown ? parts(f, path, d) : List.of(),
                field.type() == FieldType.REPEAT ? items(f, d) : List.of(),
                field.type() == FieldType.ATTACHMENT ? papers(d.answers().list(path)) : List.of(),
                field.type() == FieldType.ADDRESS ? provinces(path, d) : List.of(),
                communes(path, d),
                field.csv(),
                field.maxLength());
    }

    private List<FieldView> parts(CompiledField f, String path, Drawing d) {
        var views = new ArrayList<FieldView>();
        for (var part : f.parts()) views.add(field(part, path + "." + part.id(), d));
        return views;
    }

    private static @Nullable String error(Field f, String path, Drawing d) {
        var own = d.errors().get(path);
        if (own != null || f.type() != FieldType.ADDRESS) return own;
        for (var part : List.of("province", "commune", "street"))
            if (d.errors().containsKey(path + "." + part)) return d.errors().get(path + "." + part);
        return null;
    }

    private static List<FieldView.Choice> options(Field f, String path, Typed typed) {
        if (f.type() == FieldType.YES_NO) {
            return List.of(
                    new FieldView.Choice(
                            "true", Parts.text("form.yes"), null, typed.one(path).equals("true")),
                    new FieldView.Choice(
                            "false", Parts.text("form.no"), null, typed.one(path).equals("false")));
        }
        return f.options().stream()
                .map(
                        (Option o) ->
                                new FieldView.Choice(
                                        o.value(),
                                        o.label(),
                                        o.hint(),
                                        typed.all(path).contains(o.value())))
                .toList();
    }

    private static List<FieldView.Choice> provinces(String path, Drawing d) {
        var chosen = d.typed().one(path + ".province");
        return d.context().places().provinces(d.context().today()).stream()
                .map(
                        p ->
                                new FieldView.Choice(
                                        p.code(),
                                        LocalText.of(p.name()),
                                        null,
                                        p.code().equals(chosen)))
                .toList();
    }

    private static List<FieldView.Match> communes(String path, Drawing d) {
        var chosen = d.typed().one(path + ".communeCode");
        return d.matches().getOrDefault(path, List.of()).stream()
                .map(
                        m ->
                                new FieldView.Match(
                                        m.commune().code(),
                                        m.commune().name() + ", " + m.province().name(),
                                        m.former(),
                                        m.commune().code().equals(chosen)))
                .toList();
    }

    private List<FieldView.Item> items(CompiledField f, Drawing d) {
        var items = d.answers().list(f.id());
        var views = new ArrayList<FieldView.Item>();
        var settled = d.form().settled(d.answers(), d.context());
        var description = new Description(d.form(), settled, LocaleContextHolder.getLocale());
        var words = description.words(f, items);
        for (int i = 0; i < items.size(); i++) {
            var title = Answers.of(Map.of("i", items.get(i))).text("i." + f.field().itemTitle());
            var at = d.itemsAt().apply(f.id()) + "/" + (i + 1);
            views.add(
                    new FieldView.Item(
                            i + 1,
                            title.orElse(""),
                            i < words.size() ? words.get(i) : "",
                            at,
                            at + "/remove"));
        }
        return views;
    }

    List<FieldView.Paper> papers(List<Object> ids) {
        var papers = new ArrayList<FieldView.Paper>();
        for (var id : ids) {
            var file = file(String.valueOf(id));
            papers.add(
                    new FieldView.Paper(
                            String.valueOf(id),
                            file.map(StoredFile::name).orElse(message("form.paper.gone")),
                            file.map(s -> Math.max(1, s.size() / 1024) + " KB").orElse("")));
        }
        return papers;
    }

    private Optional<StoredFile> file(String id) {
        try {
            return vault.find(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Tells whether the stored answers of a question are still those a page was made from.
    static String fingerprint(CompiledQuestion question, Answers answers) {
        var here = new LinkedHashMap<String, Object>();
        for (var f : question.fields()) answers.at(f.id()).ifPresent(v -> here.put(f.id(), v));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = digest.digest(Answers.of(here).toJson().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Locale locale() {
        return Objects.requireNonNull(LocaleContextHolder.getLocale());
    }
}
