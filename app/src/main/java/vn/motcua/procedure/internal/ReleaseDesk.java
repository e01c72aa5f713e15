package vn.motcua.procedure.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import vn.motcua.procedure.Fault;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ImportReport;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseCheck;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;

/// Takes releases in and hands them out.
@Service
class ReleaseDesk implements Releases {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseDesk.class);
    private static final int BATCH = 200;

    private final ReleaseShelf shelf;
    private final ReleaseBook book;
    private final ObjectProvider<ReleaseCheck> checks;

    ReleaseDesk(ReleaseShelf shelf, ReleaseBook book, ObjectProvider<ReleaseCheck> checks) {
        this.shelf = shelf;
        this.book = book;
        this.checks = checks;
    }

    @Override
    public Optional<Release> current(String procedureCode) {
        return shelf.current(procedureCode, null);
    }

    @Override
    public Optional<Release> current(String procedureCode, String agencyCode) {
        return shelf.current(procedureCode, agencyCode);
    }

    @Override
    public Optional<Release> find(ReleaseId id) {
        return shelf.find(id);
    }

    @Override
    public List<Release> current() {
        return shelf.allCurrent(shelf.snapshot(), shelf.today());
    }

    @Override
    public List<Fault> check(ReleaseFiles files) {
        var faults = new FaultSink();
        read(files, faults);
        return faults.faults();
    }

    @Override
    public ImportReport importFiles(ReleaseFiles files) {
        var faults = new FaultSink();
        var release = read(files, faults);
        if (release.isEmpty()) return refused("files", faults);
        return store(List.of(release.get()));
    }

    @Override
    public ImportReport importFolder(Path folder) {
        var report = ImportReport.empty();
        List<Release> ready = new ArrayList<>();
        for (var found : ReleaseFolders.under(folder)) {
            var faults = new FaultSink();
            var files = ReleaseFiles.read(found.path(), faults);
            var expected = found.id();
            if (expected.isPresent() && faults.isEmpty()) {
                var stored = book.stored(expected.get());
                if (stored.isPresent() && stored.get().equals(files.hash())) {
                    report =
                            report.plus(
                                    new ImportReport(
                                            List.of(), List.of(expected.get()), List.of()));
                    continue;
                }
            }
            var release = read(files, faults);
            release.ifPresent(read -> matchesFolder(found, read.record(), faults));
            if (release.isEmpty() || !faults.isEmpty()) {
                report = report.plus(refused(found.name(), faults));
            } else {
                ready.add(release.get());
            }
            if (ready.size() == BATCH) {
                report = report.plus(store(ready));
                ready.clear();
            }
        }
        return ready.isEmpty() ? report : report.plus(store(ready));
    }

    private static void matchesFolder(
            ReleaseFolders.Found found, ProcedureRecord record, FaultSink faults) {
        if (found.named() && !found.name().equals(record.id().toString())) {
            faults.add(
                    ReleaseFiles.PROCEDURE,
                    1,
                    "procedure.fault.folder-name",
                    found.name(),
                    record.id());
        }
    }

    private Optional<Release> read(ReleaseFiles files, FaultSink faults) {
        return ReleaseReading.read(files, checks.orderedStream().toList(), faults);
    }

    private ImportReport store(List<Release> releases) {
        try {
            return book.store(releases);
        } catch (DataAccessException broken) {
            if (releases.size() > 1) {
                var report = ImportReport.empty();
                for (var release : releases) report = report.plus(store(List.of(release)));
                return report;
            }
            LOG.error("release {} could not be stored", releases.getFirst().id(), broken);
            var faults = new FaultSink();
            faults.add(
                    ReleaseFiles.PROCEDURE,
                    0,
                    "procedure.fault.store-broke",
                    broken.getClass().getSimpleName());
            return refused(releases.getFirst().id().toString(), faults);
        } finally {
            shelf.stale();
        }
    }

    private static ImportReport refused(String folder, FaultSink faults) {
        var report = ImportReport.refused(folder, faults.faults());
        for (var fault : faults.faults()) {
            LOG.warn("release {} refused: {}", folder, fault.sentence(java.util.Locale.ROOT));
        }
        return report;
    }
}
