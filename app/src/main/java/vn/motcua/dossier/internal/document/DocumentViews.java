package vn.motcua.dossier.internal.document;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// What the pages about documents show.
public final class DocumentViews {
    private DocumentViews() {}

    public record Line(
            UUID id,
            String number,
            LocalText name,
            String owner,
            String code,
            String issued,
            String signer,
            String state,
            @Nullable String replacedBy) {}

    /// @param next address of the next page; null on the last one
    /// @param waiting proposals an approver has to decide
    public record Register(
            LocalText agency,
            String month,
            String state,
            String q,
            List<Line> lines,
            @Nullable String next,
            String print,
            List<Line> waiting) {}

    public record Correction(
            String id, LocalText label, String value, List<Choice> options, boolean number) {}

    public record Choice(String id, LocalText label) {}

    /// @param nobodyDecides whether the agency has no approver who could decide
    /// @param proposed what somebody proposed, in words of the page; null when nothing is open
    public record One(
            Line document,
            UUID dossier,
            UUID file,
            String sha256,
            @Nullable String ground,
            @Nullable String replaces,
            @Nullable Proposed proposed,
            boolean mayPropose,
            boolean mayDecide,
            boolean nobodyDecides,
            List<Correction> corrections,
            Map<String, String> typed,
            Map<String, String> errors) {}

    /// @param behalf who lent the post it was proposed with
    /// @param changes what the new document would say otherwise; empty for none
    public record Proposed(
            UUID id,
            String kind,
            String ground,
            String basis,
            String by,
            @Nullable String behalf,
            String at,
            List<Change> changes) {}

    /// A fact of the document and what would stand there instead.
    ///
    /// @param old empty where nothing stands now
    public record Change(LocalText label, LocalText old, LocalText now) {}

    /// A month of the register on paper.
    public record Printed(String agency, String period, List<Line> lines, java.time.Instant at) {}

    public record Book(String kind, String book, String format, boolean own) {}

    public record Books(
            LocalText agency, List<Book> books, boolean may, Map<String, String> errors) {}

    /// @param found null before anything was asked, or when there is no such document
    /// @param missing whether it was sent without a key
    public record Verify(
            String number, String key, boolean missing, boolean asked, @Nullable Found found) {}

    public record Found(
            String number,
            LocalText name,
            LocalText agency,
            String issued,
            String sha256,
            String state,
            @Nullable String ended,
            @Nullable String replacedBy) {}
}
