package vn.motcua.dossier.internal.talk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Notes between officers, on the dossier's page and on their own.
///
/// @param may whether the reader's agency handles the dossier
/// @param colleagues who may be mentioned
/// @param typed what could not be saved; empty otherwise
/// @param older last note shown where older ones follow; null otherwise
/// @param errors field id to words
public record NotesView(
        UUID dossier,
        String code,
        boolean may,
        List<Line> notes,
        List<Colleague> colleagues,
        Typed typed,
        @Nullable UUID older,
        Map<String, String> errors) {

    /// @param mention name of the colleague it is for; null for everybody
    /// @param fresh whether the reader has not seen it
    /// @param forMe whether the reader is mentioned
    /// @param corrected when it was corrected, in words; null when never
    /// @param earlier what stood there before
    /// @param stood since when these words stand, when the reader may correct them; null
    /// otherwise
    public record Line(
            UUID id,
            String by,
            String at,
            @Nullable String mention,
            boolean forMe,
            boolean fresh,
            String body,
            @Nullable String corrected,
            List<String> earlier,
            @Nullable String stood) {}

    public record Colleague(UUID account, String name) {}

    /// @param note the note that is being corrected; null for a new one
    public record Typed(@Nullable UUID note, String body, @Nullable UUID mention) {
        static final Typed NOTHING = new Typed(null, "", null);
    }

    /// What stands in the form of a note, or of a new one.
    public String body(@Nullable Line line) {
        if (line == null) return typed.note() == null ? typed.body() : "";
        return line.id().equals(typed.note()) ? typed.body() : line.body();
    }
}
