package vn.motcua.dossier.internal.worklist;

import java.util.List;

/// Dossiers that will be late as things stand.
///
/// @param late how many there are
/// @param looked how many open pieces of work were looked at
/// @param causes steps that cause it, the most frequent first
/// @param whole whether the work of the whole agency was looked at
public record ForecastView(
        List<WorklistView.Line> lines, int late, int looked, List<Cause> causes, boolean whole) {
    /// Whether there is more work than one looks at: what is due later was left out.
    public boolean cut() {
        return looked >= Worklist.MOST_ORDERED;
    }

    public record Cause(String step, int count) {}
}
