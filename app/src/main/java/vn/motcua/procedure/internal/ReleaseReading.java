package vn.motcua.procedure.internal;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.procedure.Fault;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseCheck;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.YamlTree;

/// Reads files into a release and asks every room whether it can work with it.
final class ReleaseReading {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseReading.class);

    private ReleaseReading() {}

    /// Empty when there is a fault.
    static Optional<Release> read(
            ReleaseFiles files, Iterable<ReleaseCheck> checks, FaultSink faults) {
        var text = files.find(ReleaseFiles.PROCEDURE);
        if (text.isEmpty()) {
            faults.add(ReleaseFiles.PROCEDURE, 0, "procedure.fault.no-procedure-file");
            return Optional.empty();
        }
        var root = YamlTree.parse(ReleaseFiles.PROCEDURE, text.get(), faults);
        if (root.keys().isEmpty()) return Optional.empty();
        var record = ProcedureReader.read(root);
        for (var result : root.list("results")) {
            var template = result.textOrNull("template");
            if (template != null && !files.prints().contains(template)) {
                result.at("template").fault("procedure.fault.no-such-template", template);
            }
        }
        checks.forEach(check -> faults.addAll(ask(check, record, files)));
        if (!faults.isEmpty()) return Optional.empty();
        return Optional.of(new Release(record.id(), record, files, files.hash()));
    }

    /// A check that breaks on hostile input is a fault of the release, not of the platform.
    private static List<Fault> ask(ReleaseCheck check, ProcedureRecord record, ReleaseFiles files) {
        try {
            return check.check(record, files);
        } catch (RuntimeException | StackOverflowError broken) {
            var name = check.getClass().getSimpleName();
            LOG.error("check {} broke on release {}", name, record.code(), broken);
            return List.of(
                    Fault.of(ReleaseFiles.PROCEDURE, 0, "procedure.fault.check-broke", name));
        }
    }
}
