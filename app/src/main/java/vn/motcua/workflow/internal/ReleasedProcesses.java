package vn.motcua.workflow.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.motcua.organization.Agencies;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Fault;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseCheck;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.Processes;

/// Compiles processes of releases, each once, and refuses releases whose process is not
/// sound.
@Component
class ReleasedProcesses implements Processes, ReleaseCheck {
    private static final int MOST_KEPT = 10_000;

    private final Map<String, Process> compiled = new ConcurrentHashMap<>();
    private final Supplier<Set<String>> agencyGroups;

    @Autowired
    ReleasedProcesses(Agencies agencies) {
        this(agencies::unitGroups);
    }

    /// @param agencyGroups groups of units there are
    ReleasedProcesses(Supplier<Set<String>> agencyGroups) {
        this.agencyGroups = agencyGroups;
    }

    @Override
    public Process of(Release release) {
        var kept = compiled.get(release.hash());
        if (kept != null) return kept;
        var text =
                release.files()
                        .find(ReleaseFiles.PROCESS)
                        .orElseThrow(() -> broken(release, "no process.yaml"));
        var faults = new FaultSink();
        var reading = ProcessReader.read(text, faults);
        if (!faults.isEmpty()) throw broken(release, faults.faults().toString());
        if (compiled.size() > MOST_KEPT) compiled.clear();
        var process = Process.of(reading.start(), reading.steps());
        compiled.put(release.hash(), process);
        return process;
    }

    private static IllegalArgumentException broken(Release release, String why) {
        return new IllegalArgumentException("release " + release.id() + ": " + why);
    }

    @Override
    public List<Fault> check(ProcedureRecord record, ReleaseFiles files) {
        var text = files.find(ReleaseFiles.PROCESS);
        if (text.isEmpty()) return List.of();
        var faults = new FaultSink();
        var reading = ProcessReader.read(text.get(), faults);
        if (!faults.isEmpty()) return faults.faults();
        var findings = new ArrayList<>(Outside.check(reading.steps(), record, agencyGroups.get()));
        findings.addAll(Soundness.check(reading.start(), reading.steps(), channels(record)));
        if (findings.isEmpty()) {
            findings.addAll(Soundness.hours(Process.of(reading.start(), reading.steps()), record));
        }
        for (var finding : findings) {
            var step = finding.step();
            int line = step == null ? 0 : reading.lines().getOrDefault(step, 0);
            faults.add(finding.at(ReleaseFiles.PROCESS, line));
        }
        return faults.faults();
    }

    private static List<String> channels(ProcedureRecord record) {
        var offered =
                record.channels().stream().map(rule -> rule.channel().name()).distinct().toList();
        return offered.isEmpty()
                ? Arrays.stream(Channel.values()).map(Enum::name).toList()
                : offered;
    }
}
