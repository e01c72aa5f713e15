package vn.motcua.form;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ProblemDetail;

/// Faults of answers as the interface of machines tells them: RFC 9457 with a pointer for each
/// field.
public final class AnswerProblem {
    private AnswerProblem() {}

    public static ProblemDetail of(
            List<AnswerFault> faults, MessageSource messages, Locale locale) {
        var code = FormProblem.INVALID_ANSWERS.code();
        var problem = ProblemDetail.forStatus(FormProblem.INVALID_ANSWERS.status());
        problem.setType(URI.create("urn:motcua:problem:" + code));
        problem.setTitle(messages.getMessage("problem." + code + ".title", null, locale));
        problem.setDetail(
                messages.getMessage(
                        "problem." + code + ".detail", new Object[] {faults.size()}, locale));
        problem.setProperty("code", code);
        problem.setProperty(
                "errors", faults.stream().map(f -> error(f, messages, locale)).toList());
        return problem;
    }

    private static Map<String, Object> error(AnswerFault f, MessageSource messages, Locale locale) {
        var error = new LinkedHashMap<String, Object>();
        error.put("pointer", "#" + f.pointer());
        error.put("code", f.key());
        error.put(
                "detail",
                f.own() != null
                        ? f.own().in(locale)
                        : messages.getMessage(f.key(), f.args(locale), locale));
        return error;
    }
}
