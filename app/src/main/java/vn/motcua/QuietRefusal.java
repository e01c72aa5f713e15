package vn.motcua;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import vn.motcua.kernel.StartRefused;

/// Keeps the framework from printing a stack trace where one sentence says everything;
/// [Application] prints the sentence.
final class QuietRefusal implements SpringBootExceptionReporter {
    QuietRefusal(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return sentence(failure) != null;
    }

    /// @return null when the failure is of another kind
    static @Nullable StartRefused sentence(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof StartRefused refused) return refused;
        return null;
    }
}
