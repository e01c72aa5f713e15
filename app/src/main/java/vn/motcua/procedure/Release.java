package vn.motcua.procedure;

import java.time.LocalDate;

/// One released version of a procedure; never changes once imported.
///
/// @param hash SHA-256 over the sorted files, in hexadecimal
public record Release(ReleaseId id, ProcedureRecord record, ReleaseFiles files, String hash) {

    public boolean inForceOn(LocalDate day) {
        var until = record.effectiveTo();
        return !day.isBefore(record.effectiveFrom()) && (until == null || !day.isAfter(until));
    }

    /// Whether a dossier can be filed on this platform: the release has a form and a process.
    public boolean fileable() {
        return files.has(ReleaseFiles.FORM) && files.has(ReleaseFiles.PROCESS);
    }
}
