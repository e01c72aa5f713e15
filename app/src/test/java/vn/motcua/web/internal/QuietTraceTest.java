package vn.motcua.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/// S18: what stands in a log after a failure.
class QuietTraceTest {
    private static final String CANARY = "079194001234";

    @Test
    void what_a_database_says_about_the_data_is_not_repeated() {
        var sql = new SQLException("Key (personal_id)=(" + CANARY + ") already exists", "23505");
        var failure = new IllegalStateException(CANARY, new DuplicateKeyException(CANARY, sql));
        var text = text(Objects.requireNonNull(QuietTrace.of(failure)));
        assertThat(text)
                .doesNotContain(CANARY)
                .contains("IllegalStateException", "DuplicateKeyException", "SQLException 23505")
                .contains("at vn.motcua.web.internal.QuietTraceTest");
    }

    @Test
    void other_failures_are_told_as_they_are() {
        var failure = new IllegalStateException("no such step");
        assertThat(QuietTrace.of(failure)).isSameAs(failure);
        assertThat(QuietTrace.of(null)).isNull();
    }

    private static String text(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
