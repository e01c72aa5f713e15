package vn.motcua.dossier.internal.assignment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who has the work on a dossier, who has voted, and whether the officer can take back what they
/// did last.
///
/// @param undo the step the officer's own last act was about; null when it cannot be taken back
public record WorkView(
        UUID dossier, int version, @Nullable String undo, List<Piece> pieces, List<Vote> votes) {

    /// An open piece of work.
    ///
    /// @param seat number among several people's; null where one person does it
    /// @param holder whose it is, in words
    /// @param notes what timers did, and why
    /// @param back whether the officer can give it back
    /// @param give whether the officer, as a head, can give it to somebody
    public record Piece(
            UUID task,
            String step,
            @Nullable String seat,
            String holder,
            List<String> notes,
            boolean back,
            boolean give) {}

    /// @param words given with it; null when none
    public record Vote(String name, String outcome, @Nullable String words, String at) {}
}
