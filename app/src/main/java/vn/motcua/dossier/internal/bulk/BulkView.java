package vn.motcua.dossier.internal.bulk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An act on many dossiers, at whatever stage it is.
///
/// @param choices outcomes to choose from first; empty when there is nothing to choose
/// @param good lines that can be done, or were
/// @param worked lines that were come to
/// @param late what is asked of those that are late; null when none is
public record BulkView(
        UUID id,
        BulkAct act,
        BulkState state,
        @Nullable String note,
        List<Choice> choices,
        List<Line> lines,
        int good,
        int total,
        int worked,
        @Nullable Late late) {

    /// @param count lines that are completed late
    /// @param said the reason given for them; null as long as none is
    /// @param chosen its id, and the words with it
    public record Late(
            int count, List<Reason> reasons, @Nullable String said, String chosen, String words) {}

    public record Reason(String id, String text) {}

    /// @param count dossiers it can be given to
    public record Choice(String value, String name, int count, boolean negative) {}

    /// @param good whether it will be done, or was
    /// @param late whether it is completed late by this
    /// @param words what will happen or became of it, or why not
    public record Line(
            String code, String href, String owner, boolean good, boolean late, String words) {}

    public boolean choosing() {
        return !choices.isEmpty() || (lines.isEmpty() && state == BulkState.CHOSEN);
    }
}
