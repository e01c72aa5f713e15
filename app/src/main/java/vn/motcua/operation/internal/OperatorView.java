package vn.motcua.operation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.DossierHealth.Job;
import vn.motcua.dossier.DossierHealth.Late;
import vn.motcua.journal.JournalHealth.Reader;
import vn.motcua.journal.JournalHealth.Sealing;
import vn.motcua.journal.JournalHealth.SetAside;
import vn.motcua.kernel.LocalText;
import vn.motcua.vault.VaultHealth.Space;

/// The platform's health as one page shows it.
///
/// @param concerns what wants a look; empty when all is well
/// @param aside the oldest entries set aside, as many as fit the page
/// @param tried what the last press of a button brought about; null when none was pressed
public record OperatorView(
        Instant now,
        Program program,
        List<Concern> concerns,
        Database database,
        List<Reader> readers,
        List<SetAside> aside,
        long asideTotal,
        Sealing sealing,
        List<JobLine> jobs,
        Late late,
        Space space,
        List<ReleaseLine> releases,
        Recount.State recount,
        @Nullable Tried tried) {
    /// Entries not yet read, of the reader that has most of them before it.
    public long backlog() {
        return readers.stream().mapToLong(Reader::backlog).max().orElse(0);
    }

    public boolean concerned(String key) {
        return concerns.stream().anyMatch(concern -> concern.key().equals(key));
    }

    /// @param version empty when the program was not built as a release
    public record Program(String version, Instant started) {}

    /// @param key what is said about it: `operation.concern.<key>`
    /// @param figure a number or a name in the sentence
    /// @param where the part of the page that shows more
    public record Concern(String key, Object figure, String where) {}

    /// @param took how long the question about all this took
    public record Database(
            String version, long size, int connections, int allowed, Duration took) {}

    /// @param named whether there are words for this job
    /// @param late it should have run by now
    public record JobLine(Job job, boolean named, boolean late) {
        public boolean well() {
            return job.failures() == 0 && !late;
        }
    }

    /// @param hash the first letters of it
    public record ReleaseLine(String code, int version, String hash, LocalText name) {}

    /// @param entries entries that were waiting
    /// @param through those that went through
    /// @param left those still set aside
    public record Tried(long entries, long through, long left) {}
}
