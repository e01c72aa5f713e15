package vn.motcua.dossier.internal.citizen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.counter.OwnNotes;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.dossier.internal.talk.TalkLink;
import vn.motcua.dossier.internal.tracking.Progress;
import vn.motcua.form.AnswerLine;
import vn.motcua.kernel.LocalText;

/// The person's own page of a dossier.
///
/// @param supplement the open request; null when nothing is asked
/// @param own the person's own step inside the process; null when it is not their turn
/// @param supplementOver whether the term to answer has passed
/// @param resultNew whether the electronic result is waiting to be received
/// @param resultWayKey how the result is handed over otherwise; null when it has been
/// @param note what the person typed in their own step
/// @param errors field id to words
/// @param mayWithdraw whether the dossier can still be taken back
public record DossierView(
        Progress progress,
        String summary,
        List<Paper> slips,
        List<Paper> results,
        boolean resultNew,
        @Nullable Supplement supplement,
        @Nullable OwnStep own,
        List<AnswerLine.Group> answers,
        boolean mayWithdraw,
        @Nullable String notice,
        boolean supplementOver,
        @Nullable String resultWayKey,
        String note,
        Map<String, String> errors,
        TalkLink talk,
        OwnNotes counter) {

    DossierView with(String typed, Map<String, String> faults) {
        return new DossierView(
                progress,
                summary,
                slips,
                results,
                resultNew,
                supplement,
                own,
                answers,
                mayWithdraw,
                notice,
                supplementOver,
                resultWayKey,
                typed,
                faults,
                talk,
                counter);
    }

    /// A paper to open.
    public record Paper(UUID id, String nameKey, @Nullable LocalText name, Instant issued) {}

    /// @param endsByItself when silence counts as the automatic outcome; null when it never does
    public record OwnStep(
            String token,
            LocalText name,
            @Nullable LocalText note,
            @Nullable Instant endsByItself,
            List<Choice> choices) {}

    public record Choice(String id, LocalText name, boolean needsWords) {}
}
