package vn.motcua.operation.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;
import vn.motcua.workflow.Bpmn;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.ProcessDiagram;
import vn.motcua.workflow.Processes;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;

/// Shows processes as tables and drawings, and reads drawings of other tools.
@Service
class ProcessDesk {
    private final Releases releases;
    private final Processes processes;
    private final Bpmn bpmn;

    ProcessDesk(Releases releases, Processes processes, Bpmn bpmn) {
        this.releases = releases;
        this.processes = processes;
        this.bpmn = bpmn;
    }

    ProcessesView all() {
        return new ProcessesView(lines(), List.of(), null, List.of());
    }

    private List<ProcessesView.Line> lines() {
        return releases.current().stream()
                .filter(release -> release.files().find(ReleaseFiles.PROCESS).isPresent())
                .map(this::line)
                .toList();
    }

    private ProcessesView.Line line(Release release) {
        var process = processes.of(release);
        var hours = process.longestWay(_ -> null).hours();
        int steps = (int) process.steps().stream().filter(step -> step.kind().opens()).count();
        return new ProcessesView.Line(
                release.id().procedureCode(),
                release.id().version(),
                release.record().name(),
                steps,
                hours(hours));
    }

    private static String hours(Duration hours) {
        if (hours.isZero()) return "";
        return BigDecimal.valueOf(hours.toMinutes())
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    Optional<ProcessView> one(ReleaseId id, Locale locale) {
        return releases.find(id)
                .map(
                        release -> {
                            var process = processes.of(release);
                            return new ProcessView(
                                    id.procedureCode(),
                                    id.version(),
                                    release.record().name(),
                                    steps(process),
                                    ProcessDiagram.svg(process, null, locale));
                        });
    }

    Optional<byte[]> drawing(ReleaseId id) {
        return releases.find(id)
                .map(
                        release ->
                                bpmn.write(
                                        id.procedureCode(),
                                        release.record().name(),
                                        processes.of(release)));
    }

    private static List<ProcessesView.StepLine> steps(Process process) {
        return process.steps().stream()
                .filter(step -> step.kind() != StepKind.END)
                .map(step -> step(process, step))
                .toList();
    }

    private static ProcessesView.StepLine step(Process process, StepDefinition step) {
        return new ProcessesView.StepLine(
                step.id(),
                step.name(),
                step.who().position().name(),
                step.who().unit(),
                step.who().agency(),
                hours(step.hours()),
                step.outcomes().stream()
                        .map(
                                outcome ->
                                        new ProcessesView.Way(
                                                outcome.name(),
                                                names(process, outcome.to()),
                                                outcome.negative()))
                        .toList());
    }

    private static List<LocalText> names(Process process, List<String> ids) {
        return ids.stream().map(id -> process.step(id).name()).toList();
    }

    /// What a drawing says, or why it is refused; nothing is stored.
    ProcessesView read(byte[] document, Locale locale) {
        var reading = bpmn.read(document);
        var refused = reading.faults().stream().map(fault -> fault.sentence(locale)).toList();
        var process = reading.process();
        var steps = process == null ? List.<ProcessesView.StepLine>of() : steps(process);
        return new ProcessesView(lines(), refused, reading.text(), steps);
    }
}
