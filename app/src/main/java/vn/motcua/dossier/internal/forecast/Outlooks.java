package vn.motcua.dossier.internal.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.workflow.Processes;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.worktime.WorkingCalendar;

/// Looks ahead for the lines of a list. What lies ahead of a step is worked out once a list; a
/// line costs two look-ups in the calendar.
@Component
public class Outlooks {
    private final StepTimes times;
    private final Rules rules;
    private final Processes processes;

    Outlooks(StepTimes times, Rules rules, Processes processes) {
        this.times = times;
        this.rules = rules;
        this.processes = processes;
    }

    /// Looks ahead as of one moment.
    public At at(Instant now, WorkingCalendar calendar) {
        return new At(now, calendar);
    }

    public final class At {
        private final Instant now;
        private final WorkingCalendar calendar;
        private final Map<List<Object>, List<Ahead.Leg>> ways = new HashMap<>();

        private At(Instant now, WorkingCalendar calendar) {
            this.now = now;
            this.calendar = calendar;
        }

        /// Null where nothing is due.
        public @Nullable Outlook of(
                @Nullable Instant due, String procedure, int release, String step, Instant opened) {
            if (due == null) return null;
            var left = calendar.between(now, due);
            if (step.equals(Task.RECEPTION)) {
                var takes = times.usual(procedure, step).orElse(Duration.ZERO);
                return new Outlook(left.minus(takes), null, Duration.ZERO);
            }
            var way =
                    ways.computeIfAbsent(
                            List.of(procedure, release, step), _ -> way(procedure, release, step));
            return Outlook.of(left, way, calendar.between(opened, now));
        }

        private List<Ahead.Leg> way(String procedure, int release, String step) {
            var process = processes.of(rules.release(new ReleaseId(procedure, release)));
            return new Ahead(process, definition -> usual(procedure, definition)).from(step);
        }
    }

    private Duration usual(String procedure, StepDefinition step) {
        return times.usual(procedure, step.id()).orElse(step.hours());
    }
}
