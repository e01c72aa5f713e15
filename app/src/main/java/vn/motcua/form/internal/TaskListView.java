package vn.motcua.form.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// The sections of a draft and how far each has come.
///
/// @param next where the main button leads; null when there is nothing left to ask
/// @param saved when the draft was last saved
/// @param until last day on which it is kept
/// @param ending whether that day is near
public record TaskListView(
        String base,
        boolean desk,
        String code,
        LocalText procedure,
        List<Line> sections,
        int done,
        @Nullable String next,
        @Nullable LocalText nextTitle,
        String saved,
        String until,
        boolean ending,
        @Nullable String check) {
    public enum State {
        NOT_STARTED,
        IN_PROGRESS,
        ATTENTION,
        DONE
    }

    /// @param open questions still to answer
    public record Line(
            LocalText title, String href, State state, int open, @Nullable String trouble) {}
}
