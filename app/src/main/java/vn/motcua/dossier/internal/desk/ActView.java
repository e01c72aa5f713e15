package vn.motcua.dossier.internal.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// One act before it is done: what it will come to, the letter it sends, and what the officer
/// typed.
///
/// @param name of the act, or of the step's outcome
/// @param allowed whether it can still be done
/// @param effects what it will come to, in words
/// @param negative whether words are owed because the outcome is a no
/// @param identity whether the person's identity has to be checked first
/// @param letter what the person will read, in Vietnamese; null when no letter goes out or
/// nothing was previewed yet
/// @param news what others did since the officer opened the dossier; empty unless somebody was
/// faster
/// @param facts what the step asks for the result
/// @param failed whether this answers something that was sent and could not be done
/// @param errors field id to words
/// @param late whether a late dossier is completed by this, so that it has to be said why
/// @param said why the person asks to withdraw, in their words; null for other acts
public record ActView(
        UUID id,
        String code,
        LocalText procedure,
        String owner,
        int version,
        ActKind kind,
        String name,
        boolean allowed,
        boolean negative,
        boolean identity,
        List<String> effects,
        List<Reason> reasons,
        List<Component> components,
        Typed typed,
        @Nullable Letter letter,
        boolean conflict,
        List<String> news,
        List<Fact> facts,
        boolean failed,
        Map<String, String> errors,
        @Nullable String said,
        boolean late) {

    public record Reason(String id, String text, @Nullable String basis) {}

    /// @param number whether only digits may be typed
    /// @param lines whether several lines may be typed
    /// @param options of a choice; empty where words are typed
    /// @param value as it was typed, now or before
    public record Fact(
            String id,
            String label,
            boolean number,
            boolean lines,
            boolean required,
            List<Option> options,
            String value) {}

    public record Option(String id, String label) {}

    /// @param scans of a thing asked, finished and not handed in yet
    public record Component(String id, String name, boolean missing, List<Scan> scans) {
        public Component(String id, String name, boolean missing) {
            this(id, name, missing, List.of());
        }
    }

    public record Scan(UUID id, String name) {}

    /// @param digest tells whether what is sent is what was read
    public record Letter(String title, List<String> paragraphs, String digest) {}

    public boolean reasonNeeded() {
        return kind.needsReason() || late;
    }

    public boolean wordsNeeded() {
        return kind.needsWords() || kind == ActKind.RECEIVE_SUPPLEMENT || negative;
    }

    public boolean wordsOffered() {
        return wordsNeeded() || kind == ActKind.STEP;
    }

    /// Whether the letter has to be read before anything is sent.
    public boolean previews() {
        return kind.needsWords() && kind != ActKind.PAUSE && kind != ActKind.RECALL;
    }
}
