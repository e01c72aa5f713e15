package vn.motcua.web.internal;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A failure as it may stand in a log (S18). What a database says about a failure can hold what
/// somebody typed, and so can whatever repeats it; then only classes, states and places in the
/// program are written.
final class QuietTrace {
    private QuietTrace() {}

    /// Something to give to a logger as the failure.
    static @Nullable Throwable of(@Nullable Throwable failure) {
        return failure != null && speaksOfData(failure) ? told(failure) : failure;
    }

    private static boolean speaksOfData(Throwable failure) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        for (@Nullable Throwable cause = failure;
                cause != null && seen.add(cause);
                cause = cause.getCause()) {
            if (cause instanceof SQLException
                    || cause.getClass().getName().startsWith("org.springframework.dao.")
                    || cause.getClass().getName().startsWith("org.springframework.jdbc."))
                return true;
            for (var beside : cause.getSuppressed())
                if (beside instanceof SQLException) return true;
        }
        return false;
    }

    private static Throwable told(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        var told =
                new Told(
                        failure instanceof SQLException sql
                                ? failure.getClass().getName() + " " + sql.getSQLState()
                                : failure.getClass().getName(),
                        cause == null || cause == failure ? null : told(cause));
        told.setStackTrace(Objects.requireNonNull(failure.getStackTrace()));
        return told;
    }

    private static final class Told extends Exception {
        private static final long serialVersionUID = 1L;

        Told(String name, @Nullable Throwable cause) {
            super(name, cause, false, true);
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
