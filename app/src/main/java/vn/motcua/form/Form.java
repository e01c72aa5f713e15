package vn.motcua.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.motcua.procedure.ReleaseId;

/// A compiled form of one release. Immutable, shared by all threads; every method is a pure
/// function of its arguments.
public interface Form {
    ReleaseId release();

    List<FormSection> sections();

    Optional<Question> question(String id);

    Optional<Field> field(String id);

    /// The questions asked in view of these answers, in order.
    List<Question> questions(Answers answers, FormContext context);

    /// Answers as they count: what is not asked is left out, what is calculated is filled in. The
    /// order in which answers were given makes no difference.
    Answers settle(Answers answers, FormContext context);

    /// Everything wrong with the answers, in form order; the same rules for pages and for the
    /// interface of machines.
    List<AnswerFault> validate(Answers answers, FormContext context);

    /// Only the faults of one question.
    List<AnswerFault> validate(Question question, Answers answers, FormContext context);

    FormRoles roles(Answers answers, FormContext context);

    /// Whether an expression of the release (a case's `when`, for example) holds. False when an
    /// answer it needs is missing. Such expressions are checked at import by [Form#checks].
    boolean holds(String expression, Answers answers, FormContext context);

    /// What is wrong with an expression over this form's answers, in CEL's words; empty when
    /// nothing.
    Optional<String> checks(String expression);

    /// What an expression of the release comes to (how many times a fee is due, for example): a
    /// text, a number or a truth; empty when an answer it needs is missing.
    Optional<Object> value(String expression, Answers answers, FormContext context);

    /// Like [Form#checks] for an expression of any kind, not only for conditions.
    Optional<String> checksValue(String expression);

    /// The visible answers in words.
    List<AnswerLine.Group> describe(Answers answers, FormContext context, Locale locale);

    /// JSON Schema (draft 2020-12) of the answers.
    Map<String, Object> schema(Locale locale);
}
