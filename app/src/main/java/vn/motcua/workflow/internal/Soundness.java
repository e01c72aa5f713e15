package vn.motcua.workflow.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.Term;
import vn.motcua.workflow.Guard;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.Variables;
import vn.motcua.worktime.TimeLimit;

/// Proves of a process that every step can be reached, every dossier can finish from
/// wherever it is, nothing is left behind at the end, every dossier gets one answer, and the
/// hours fit the legal term. Each channel is played on its own, so conditions on the channel
/// alone are exact.
final class Soundness {
    private static final int HOURS_A_DAY = 8;

    private Soundness() {}

    static List<Finding> check(String start, List<StepDefinition> steps, List<String> channels) {
        var rows = TableCheck.check(start, steps);
        if (!rows.isEmpty()) return rows;
        var process = Process.of(start, steps);
        var reached = new HashSet<String>();
        var findings = new LinkedHashSet<Finding>();
        for (var channel : channels) {
            findings.addAll(Explorer.explore(process, known(channel), reached));
        }
        if (findings.stream().noneMatch(finding -> finding.key().equals("too-large"))) {
            findings.addAll(Explorer.unreached(process, reached));
        }
        return oncePerStep(findings);
    }

    private static List<Finding> oncePerStep(Iterable<Finding> findings) {
        var kept = new LinkedHashMap<String, Finding>();
        findings.forEach(finding -> kept.putIfAbsent(finding.key() + finding.step(), finding));
        return List.copyOf(kept.values());
    }

    private static Function<Guard, @Nullable Boolean> known(String channel) {
        var variables = Variables.of(channel);
        return guard -> guard.readsAnswers() ? null : (Boolean) variables.holds(guard);
    }

    /// The hours of the slowest way against the longest term published for each channel.
    static List<Finding> hours(Process process, ProcedureRecord record) {
        Map<String, Long> terms = new LinkedHashMap<>();
        for (var rule : record.channels()) {
            if (rule.term() instanceof Term.Within within) {
                terms.merge(rule.channel().name(), minutes(within), Math::max);
            }
        }
        return hours(process, terms);
    }

    /// @param terms working minutes by channel
    static List<Finding> hours(Process process, Map<String, Long> terms) {
        List<Finding> findings = new ArrayList<>();
        terms.forEach(
                (channel, term) -> {
                    var way = process.longestWay(known(channel));
                    if (way.hours().toMinutes() <= term) return;
                    findings.add(
                            Finding.of(
                                    "hours-over-term",
                                    null,
                                    channel,
                                    figure(way.hours().toMinutes()),
                                    figure(term),
                                    names(way.steps())));
                });
        return findings;
    }

    static long minutes(Term.Within term) {
        return minutes(term.quantity(), term.unit());
    }

    static long minutes(TimeLimit limit) {
        return minutes(limit.quantity(), limit.unit().name());
    }

    /// Eight hours to the working day; of seven calendar days five are worked.
    private static long minutes(long quantity, String unit) {
        long day = Duration.ofHours(HOURS_A_DAY).toMinutes();
        return switch (unit) {
            case "WORKING_HOUR" -> 60 * quantity;
            case "CALENDAR_DAY" -> Math.max(day, day * 5 * quantity / 7);
            case "MONTH" -> day * 21 * quantity;
            case "YEAR" -> day * 250 * quantity;
            default -> day * quantity;
        };
    }

    private static String figure(long minutes) {
        return BigDecimal.valueOf(minutes * 100 / 60, 2).stripTrailingZeros().toPlainString();
    }

    private static LocalText names(List<StepDefinition> steps) {
        var counted =
                steps.stream().filter(step -> step.counted() && !step.hours().isZero()).toList();
        return LocalText.of(
                counted.stream()
                        .map(s -> s.name().vi() + hours(s))
                        .collect(Collectors.joining(" + ")),
                counted.stream()
                        .map(s -> s.name().en() + hours(s))
                        .collect(Collectors.joining(" + ")));
    }

    private static String hours(StepDefinition step) {
        return " " + figure(step.hours().toMinutes());
    }
}
