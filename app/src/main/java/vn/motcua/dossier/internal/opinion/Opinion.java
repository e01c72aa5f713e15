package vn.motcua.dossier.internal.opinion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// A question to one unit or agency about a dossier.
///
/// @param id also that of the piece of work the asked agency has of it
/// @param askedUnit id of the unit inside the asked agency; null for any of its case officers
/// @param token of the process step that waits for it; null when an officer asked by hand
/// @param shown what the asked agency sees of the dossier, as it was when it was asked
/// @param due by the calendar of the asked agency
/// @param silenceNote the legal words for silence; null when silence means nothing
/// @param version counts changes; two officers answering at once notice each other by it
public record Opinion(
        UUID id,
        UUID dossier,
        int number,
        String code,
        String procedure,
        int release,
        String owner,
        String agency,
        String askedAgency,
        @Nullable String askedUnit,
        @Nullable String step,
        @Nullable String token,
        @Nullable UUID askedBy,
        String askedName,
        Instant asked,
        String question,
        Shown shown,
        Instant due,
        Silence silence,
        @Nullable LocalText silenceNote,
        @Nullable Reply reply,
        @Nullable Instant silent,
        @Nullable Instant dropped,
        int version) {

    /// What the end of the term means when nobody has answered.
    public enum Silence {
        AGREES,
        NOTHING
    }

    public enum Answer {
        AGREES,
        CONDITIONS,
        DISAGREES
    }

    /// @param words never empty for conditions and disagreement
    /// @param file kept in the vault; null when none was added
    public record Reply(
            Answer answer, String words, @Nullable UUID file, UUID by, String name, Instant at) {}

    /// Where a question stands.
    public enum Standing {
        WAITING,
        ANSWERED,
        /// The term has passed without an answer; one may still come.
        SILENT,
        /// The dossier ended before an answer came.
        DROPPED
    }

    public Standing standing() {
        if (reply != null) return Standing.ANSWERED;
        if (dropped != null) return Standing.DROPPED;
        return silent == null ? Standing.WAITING : Standing.SILENT;
    }

    /// Whether the asked agency may still answer, in time or late.
    public boolean open() {
        return reply == null && dropped == null;
    }

    /// An answer after the term counts and is marked.
    public boolean late() {
        return reply != null && reply.at().isAfter(due);
    }

    /// Chosen by the asking officer: groups of answers in words, and papers.
    public record Shown(List<Group> groups, List<Paper> papers) {
        public Shown {
            groups = List.copyOf(groups);
            papers = List.copyOf(papers);
        }
    }

    public record Group(String title, List<Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    public record Line(String label, List<String> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    /// @param file in the vault
    public record Paper(UUID file, String name) {}
}
