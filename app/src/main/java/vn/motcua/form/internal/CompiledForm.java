package vn.motcua.form.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.AnswerFault;
import vn.motcua.form.AnswerLine;
import vn.motcua.form.Answers;
import vn.motcua.form.Field;
import vn.motcua.form.Form;
import vn.motcua.form.FormContext;
import vn.motcua.form.FormRoles;
import vn.motcua.form.FormSection;
import vn.motcua.form.Question;
import vn.motcua.procedure.ReleaseId;

/// A form with its expressions compiled and its order of dependence known.
final class CompiledForm implements Form {
    private static final int MOST_CACHED = 200;

    private final ReleaseId release;
    private final List<FormSection> sections;
    private final Map<String, CompiledQuestion> questions = new LinkedHashMap<>();
    private final Map<String, CompiledField> fields = new LinkedHashMap<>();
    private final Map<String, CompiledQuestion> home = new HashMap<>();
    private final Settler settler;
    private final Map<String, Expression> roles;
    private final ExpressionLanguage language;
    private final List<Eligibility> eligibility;
    private final Map<String, Expression> foreign = new ConcurrentHashMap<>();

    CompiledForm(
            ReleaseId release,
            List<FormSection> sections,
            List<CompiledQuestion> questions,
            Settler settler,
            Map<String, Expression> roles,
            ExpressionLanguage language,
            List<Eligibility> eligibility) {
        this.release = release;
        this.sections = List.copyOf(sections);
        for (var q : questions) {
            this.questions.put(q.id(), q);
            for (var f : q.fields()) {
                fields.put(f.id(), f);
                home.put(f.id(), q);
            }
        }
        this.settler = settler;
        this.roles = Map.copyOf(roles);
        this.language = language;
        this.eligibility = eligibility;
    }

    @Override
    public ReleaseId release() {
        return release;
    }

    @Override
    public List<FormSection> sections() {
        return sections;
    }

    List<Eligibility> eligibility() {
        return eligibility;
    }

    @Override
    public Optional<Question> question(String id) {
        return Optional.ofNullable(questions.get(id)).map(CompiledQuestion::question);
    }

    @Override
    public Optional<Field> field(String id) {
        return Optional.ofNullable(fields.get(id)).map(CompiledField::field);
    }

    Optional<CompiledField> compiled(String id) {
        return Optional.ofNullable(fields.get(id));
    }

    Optional<CompiledQuestion> compiledQuestion(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    List<CompiledQuestion> allQuestions() {
        return List.copyOf(questions.values());
    }

    /// The question a field belongs to.
    Optional<CompiledQuestion> home(String field) {
        return Optional.ofNullable(home.get(field));
    }

    Settler settler() {
        return settler;
    }

    Settler.Settled settled(Answers answers, FormContext context) {
        return settler.settle(answers.values(), context);
    }

    @Override
    public List<Question> questions(Answers answers, FormContext context) {
        var settled = settled(answers, context);
        return questions.values().stream()
                .filter(q -> isAsked(q, settled))
                .map(CompiledQuestion::question)
                .toList();
    }

    /// Asked, and with at least one field to see.
    static boolean isAsked(CompiledQuestion q, Settler.Settled settled) {
        return settled.asksQuestion(q.id())
                && q.fields().stream().anyMatch(f -> settled.asks(f.id()));
    }

    @Override
    public Answers settle(Answers answers, FormContext context) {
        return Answers.of(settled(answers, context).values());
    }

    @Override
    public List<AnswerFault> validate(Answers answers, FormContext context) {
        var faults = new ArrayList<>(Validation.unknown(fields, answers));
        var settled = settled(answers, context);
        var validation = new Validation(fields.values(), settled);
        for (var q : questions.values()) faults.addAll(validation.question(q));
        return List.copyOf(faults);
    }

    @Override
    public List<AnswerFault> validate(Question question, Answers answers, FormContext context) {
        var q = questions.get(question.id());
        if (q == null) return List.of();
        return new Validation(fields.values(), settled(answers, context)).question(q);
    }

    @Override
    public FormRoles roles(Answers answers, FormContext context) {
        var settled = settled(answers, context);
        var variables = variables(settled);
        var place = value("receivingCommune", variables, context);
        var codes = place instanceof Map<?, ?> m ? m : Map.of();
        return new FormRoles(
                text("ownerName", variables, context),
                text("ownerPersonalId", variables, context),
                text("ownerPhone", variables, context),
                text("ownerEmail", variables, context),
                text("summary", variables, context),
                codes.get("province") instanceof String p ? p : null,
                codes.get("commune") instanceof String c ? c : null);
    }

    private @Nullable Object value(
            String role, Map<String, Object> variables, FormContext context) {
        var expression = roles.get(role);
        return expression == null ? null : expression.value(variables, context).orElse(null);
    }

    private @Nullable String text(String role, Map<String, Object> variables, FormContext context) {
        return value(role, variables, context) instanceof String s && !s.isBlank()
                ? s.length() > 300 ? s.substring(0, 300) : s
                : null;
    }

    private Map<String, Object> variables(Settler.Settled settled) {
        var variables = Variables.start(fields.values(), settled.context());
        for (var f : fields.values())
            variables.put(f.id(), Variables.of(f, settled.values().get(f.id())));
        return variables;
    }

    @Override
    public boolean holds(String expression, Answers answers, FormContext context) {
        return foreign(expression).holds(variables(settled(answers, context)), context);
    }

    @Override
    public Optional<Object> value(String expression, Answers answers, FormContext context) {
        return foreign(expression).value(variables(settled(answers, context)), context);
    }

    private Expression foreign(String expression) {
        var known = foreign.get(expression);
        if (known == null) {
            try {
                known = language.value(expression);
            } catch (ExpressionFault e) {
                throw new IllegalArgumentException("not an expression of this form", e);
            }
            if (foreign.size() < MOST_CACHED) foreign.put(expression, known);
        }
        return known;
    }

    @Override
    public Optional<String> checks(String expression) {
        return checks(expression, true);
    }

    @Override
    public Optional<String> checksValue(String expression) {
        return checks(expression, false);
    }

    private Optional<String> checks(String expression, boolean condition) {
        try {
            var _ = condition ? language.condition(expression) : language.value(expression);
            return Optional.empty();
        } catch (ExpressionFault e) {
            return Optional.of(e.args().length > 1 ? String.valueOf(e.args()[1]) : e.key());
        }
    }

    @Override
    public List<AnswerLine.Group> describe(Answers answers, FormContext context, Locale locale) {
        return new Description(this, settled(answers, context), locale).groups();
    }

    @Override
    public Map<String, Object> schema(Locale locale) {
        return Schema.of(this, locale);
    }
}
