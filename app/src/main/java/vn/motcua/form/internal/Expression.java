package vn.motcua.form.internal;

import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.FormContext;

/// A checked expression. It can read answers, `channel` and `today`, call the functions of
/// [ExpressionLanguage], and nothing else.
final class Expression {
    private final String source;
    private final CelRuntime.Program program;
    private final Set<String> reads;

    Expression(String source, CelRuntime.Program program, Set<String> reads) {
        this.source = source;
        this.program = program;
        this.reads = Set.copyOf(reads);
    }

    String source() {
        return source;
    }

    /// The answers it depends on.
    Set<String> reads() {
        return reads;
    }

    /// True only when it is certainly true: an expression that needs an absent answer does not
    /// hold.
    boolean holds(Map<String, Object> variables, FormContext context) {
        return Boolean.TRUE.equals(value(variables, context).orElse(null));
    }

    /// True unless it is certainly false: an answer is not refused because another one is missing.
    boolean permits(Map<String, Object> variables, FormContext context) {
        return !Boolean.FALSE.equals(value(variables, context).orElse(null));
    }

    /// Empty when the value is null or cannot be told from the answers there are.
    Optional<Object> value(Map<String, Object> variables, FormContext context) {
        try {
            @Nullable Object value =
                    ScopedValue.where(ExpressionLanguage.CONTEXT, context)
                            .call(() -> program.eval(variables));
            return value instanceof NullValue ? Optional.empty() : Optional.ofNullable(value);
        } catch (CelEvaluationException | CelRuntimeException _) {
            return Optional.empty();
        }
    }
}
