package vn.motcua.procedure;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import vn.motcua.worktime.TermUnit;
import vn.motcua.worktime.TimeLimit;

/// The time limit of a channel as published.
public sealed interface Term {
    /// The words of the source; they may contradict its unit.
    @Nullable String publishedText();

    /// Forwards from the start of the clock.
    record Within(TimeLimit limit, @Nullable String publishedText) implements Term {
        /// @param unit name of a `worktime.TermUnit`
        public Within(
                int quantity,
                String unit,
                @Nullable LocalTime cutoff,
                @Nullable String publishedText) {
            this(new TimeLimit(quantity, TermUnit.valueOf(unit), cutoff), publishedText);
        }

        public int quantity() {
            return limit.quantity();
        }

        /// Name of the `worktime.TermUnit`, as the release writes it.
        public String unit() {
            return limit.unit().name();
        }
    }

    /// Backwards: filed at least so many working days before the date in a field of the form.
    record Backward(int workingDays, String event, @Nullable String publishedText)
            implements Term {}

    /// Filed before a clock time; who arrives later files before `late` of the next day.
    record ByClock(LocalTime before, @Nullable LocalTime late, @Nullable String publishedText)
            implements Term {}
}
