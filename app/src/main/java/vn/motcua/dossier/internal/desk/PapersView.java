package vn.motcua.dossier.internal.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// What was handed over at the counter, paper by paper.
///
/// @param filerName who stands at the counter
/// @param returnWay how the result is wanted
/// @param notes what the release says about its papers
public record PapersView(
        UUID draft,
        LocalText procedure,
        String filerName,
        List<Line> lines,
        String returnWay,
        List<LocalText> notes,
        Map<String, String> errors) {
    /// Key of what is wrong in the form's own pages.
    static final String ANSWERS = "answers";

    /// Key of the person's own word, which is lacking.
    static final String CONFIRM = "confirm";

    /// Key of what keeps the dossier from being received although its page is right.
    static final String RECEIVE = "receive";

    /// What is wrong in the form's own pages, in words.
    public @Nullable String answersFault() {
        return errors.get(ANSWERS);
    }

    public @Nullable String confirmFault() {
        return errors.get(CONFIRM);
    }

    public @Nullable String receiveFault() {
        return errors.get(RECEIVE);
    }

    /// @param sent whether it came with the form already
    /// @param forms how it may be handed over
    /// @param form how it was: one of them, or empty
    /// @param quantity as typed
    /// @param replacing code of the earlier result used again
    /// @param ticked what was found of it: of `seen.`, `complete.`, `legible.` and `sides.`
    /// @param files scans finished so far
    /// @param error words; null when there is nothing to mend
    public record Line(
            String id,
            LocalText name,
            boolean required,
            boolean shownOnly,
            @Nullable LocalText note,
            @Nullable LocalText instead,
            boolean sent,
            List<String> forms,
            String form,
            String quantity,
            String words,
            String replacing,
            List<String> ticked,
            List<Scan> files,
            @Nullable String error) {}

    public record Scan(UUID id, String name) {}
}
