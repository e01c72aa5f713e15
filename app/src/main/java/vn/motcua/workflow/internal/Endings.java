package vn.motcua.workflow.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// From which situations a dossier can still finish, whatever its answers are. Answers may
/// change on the way, so every situation counts for all of them; but they need not change, so
/// a way out must be there while they stay as they are.
final class Endings {
    /// Ways looked at in all.
    private static final long MOST_WORK = 300_000_000;

    private record Move(int from, int to, long asked, long said) {
        boolean possible(long answers) {
            return (answers & asked) == said;
        }
    }

    /// @param when the conditions that keep it from finishing
    record Stuck(int place, LocalText when) {}

    private final Map<String, Integer> conditions = new LinkedHashMap<>();
    private final List<Move> moves = new ArrayList<>();

    /// @param answers what the conditions asked on the way said
    void move(int from, int to, Map<String, Boolean> answers) {
        long asked = 0;
        long said = 0;
        for (var answer : answers.entrySet()) {
            int bit = conditions.computeIfAbsent(answer.getKey(), _ -> conditions.size());
            if (bit >= Long.SIZE - 2) continue;
            asked |= 1L << bit;
            if (answer.getValue()) said |= 1L << bit;
        }
        moves.add(new Move(from, to, asked, said));
    }

    boolean tooMany() {
        return conditions.size() > 24
                || (1L << conditions.size()) * Math.max(1, moves.size()) > MOST_WORK;
    }

    @Nullable Stuck find(int places, BitSet finished) {
        var into = new ArrayList<List<Move>>();
        for (int i = 0; i < places; i++) into.add(new ArrayList<>(2));
        for (var move : moves) into.get(move.to()).add(move);
        for (long answers = 0; answers < 1L << conditions.size(); answers++) {
            int stuck = stuck(into, finished, answers);
            if (stuck < places) return new Stuck(stuck, when(stuck, answers));
        }
        return null;
    }

    /// The first place from which these answers lead nowhere.
    private static int stuck(List<List<Move>> into, BitSet finished, long answers) {
        var good = (BitSet) finished.clone();
        var queue = finished.stream().toArray();
        int size = queue.length;
        while (size > 0) {
            int at = queue[--size];
            for (var move : into.get(at)) {
                if (good.get(move.from()) || !move.possible(answers)) continue;
                good.set(move.from());
                if (size == queue.length) queue = java.util.Arrays.copyOf(queue, size * 2 + 8);
                queue[size++] = move.from();
            }
        }
        return good.nextClearBit(0);
    }

    /// The conditions that, were they otherwise, would let it leave where it goes round.
    private LocalText when(int stuck, long answers) {
        var region = new BitSet();
        region.set(stuck);
        long culprits = 0;
        boolean grows = true;
        while (grows) {
            grows = false;
            for (var move : moves) {
                if (!region.get(move.from())) continue;
                if (!move.possible(answers)) culprits |= (answers ^ move.said()) & move.asked();
                else if (!region.get(move.to())) {
                    region.set(move.to());
                    grows = true;
                }
            }
        }
        var vi = new StringJoiner(", ");
        var en = new StringJoiner(", ");
        for (var condition : conditions.entrySet()) {
            long bit = 1L << condition.getValue();
            if ((culprits & bit) == 0) continue;
            boolean holds = (answers & bit) != 0;
            vi.add(condition.getKey() + (holds ? " đúng" : " sai"));
            en.add(condition.getKey() + (holds ? " is true" : " is false"));
        }
        return vi.length() == 0
                ? LocalText.of("")
                : LocalText.of(" (khi " + vi + ")", " (while " + en + ")");
    }
}
