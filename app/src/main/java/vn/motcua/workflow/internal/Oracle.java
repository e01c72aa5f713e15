package vn.motcua.workflow.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.motcua.workflow.Guard;
import vn.motcua.workflow.Guards;

/// Answers conditions nobody can know yet in every possible way, one way for each replay of
/// a move. Within one replay a condition keeps its answer.
final class Oracle implements Guards {
    private final Function<Guard, @Nullable Boolean> known;
    private final List<Boolean> script = new ArrayList<>();
    private final Map<String, Boolean> said = new HashMap<>();
    private int at;

    Oracle(Function<Guard, @Nullable Boolean> known) {
        this.known = known;
    }

    @Override
    public boolean holds(Guard guard) {
        var sure = known.apply(guard);
        if (sure != null) return sure;
        var before = said.get(guard.text());
        if (before != null) return before;
        if (at == script.size()) script.add(false);
        boolean answer = script.get(at++);
        said.put(guard.text(), answer);
        return answer;
    }

    /// What was said in this replay.
    Map<String, Boolean> said() {
        return said;
    }

    /// Prepares the next replay; false when all ways have been tried.
    boolean next() {
        at = 0;
        said.clear();
        while (!script.isEmpty() && script.getLast()) script.removeLast();
        if (script.isEmpty()) return false;
        script.set(script.size() - 1, true);
        return true;
    }
}
