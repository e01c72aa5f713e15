package vn.motcua.dossier.internal.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// The page on which papers and answers are checked one by one, papers beside them.
///
/// @param may whether the officer's agency handles the dossier and it is still open
/// @param seen the last finding the page shows
/// @param theirs what colleagues found meanwhile; empty unless saving met them
/// @param saved whether the page follows a save
/// @param asks whether a request to supplement may be built now
/// @param first the file shown first; null when there is none
public record ReviewView(
        UUID id,
        String code,
        LocalText procedure,
        String owner,
        boolean may,
        long seen,
        List<Line> papers,
        List<Group> answers,
        List<Option> paperKinds,
        List<Option> answerKinds,
        List<String> theirs,
        List<String> history,
        @Nullable Long older,
        boolean saved,
        boolean asks,
        @Nullable File first) {

    /// @param key of the fields: subject and id of the part
    /// @param values the answer in words, or how the paper came
    /// @param by who found it and when, in words; null when nothing is found yet
    public record Line(
            String key,
            String name,
            List<String> values,
            List<File> files,
            @Nullable String kind,
            String comment,
            @Nullable String by) {}

    /// @param open whether something in it was found
    public record Group(String title, boolean open, List<Line> lines) {}

    public record Option(String code, String name) {}

    public record File(String name, String href, boolean picture) {}
}
