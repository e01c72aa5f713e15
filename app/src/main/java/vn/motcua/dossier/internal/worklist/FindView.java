package vn.motcua.dossier.internal.worklist;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.worktime.DeadlineState;

/// What was found among all dossiers.
///
/// @param next address of the next page; null on the last one
/// @param exports addresses to take the list away, by kind
public record FindView(
        String search,
        List<WorklistView.Option> procedures,
        List<WorklistView.Option> channels,
        List<WorklistView.Option> states,
        String from,
        String to,
        List<Line> lines,
        boolean narrowed,
        boolean first,
        @Nullable String next,
        Map<String, String> exports) {

    /// @param left the deadline in words
    public record Line(
            String href,
            String code,
            DeadlineState deadline,
            String left,
            String procedure,
            String owner,
            String summary,
            String channelKey,
            String stateKey,
            String received) {}
}
