package vn.motcua;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/// Keeps the framework from printing a stack trace where one sentence says everything;
/// [Application] prints the sentence.
final class QuietRefusal implements SpringBootExceptionReporter {
    QuietRefusal(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return Application.sentence(failure) != null;
    }
}
