package vn.motcua.dossier.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What one move of a process does to pieces of work and timers: gathered while the effects of
/// the engine are read, written with the dossier in one statement.
public final class Move {
    /// A piece of work that ends.
    ///
    /// @param seat of one of several people; null closes the work of the token whoever has it
    /// @param behalf on whose behalf; null when on their own
    public record Closing(
            String token,
            @Nullable Integer seat,
            @Nullable UUID by,
            @Nullable String name,
            @Nullable UUID behalf,
            @Nullable String behalfName,
            @Nullable String outcome,
            @Nullable String note,
            Instant at) {}

    /// A timer that begins to run.
    ///
    /// @param outcome taken when it fires; null for one that only warns or escalates
    public record Arming(
            String token, int number, String step, @Nullable String outcome, Instant firesAt) {}

    /// What is kept to take the act back.
    ///
    /// @param kind of act
    public record Undoable(UUID account, String kind, Instant at, Map<String, Object> data) {}

    final List<Task> opened = new ArrayList<>();
    final List<Closing> closed = new ArrayList<>();
    final List<Arming> armed = new ArrayList<>();

    /// Tokens all of whose timers end.
    final Set<String> disarmed = new HashSet<>();

    /// One timer each, as token and number.
    final Set<String> fired = new HashSet<>();

    @Nullable Undoable undoable;

    public void open(Task task) {
        opened.add(task);
    }

    /// What this same move has opened is written down closed.
    public void close(Closing closing) {
        boolean fresh = false;
        for (int i = 0; i < opened.size(); i++) {
            var task = opened.get(i);
            if (!task.open() || !meant(closing, task)) continue;
            opened.set(i, task.closedAs(closing));
            fresh = true;
        }
        if (!fresh) closed.add(closing);
    }

    /// Opens other work instead, for example in somebody's name.
    public void reopen(UnaryOperator<Task> as) {
        opened.replaceAll(as);
    }

    public void reclose(UnaryOperator<Closing> as) {
        closed.replaceAll(as);
    }

    /// Lets timers run from another moment; null disarms one.
    public void rearm(UnaryOperator<@Nullable Arming> as) {
        var others = armed.stream().map(as).filter(Objects::nonNull).toList();
        armed.clear();
        armed.addAll(others);
    }

    public void arm(Arming arming) {
        armed.add(arming);
    }

    public void disarm(String token) {
        disarmed.add(token);
        armed.removeIf(arming -> arming.token().equals(token));
    }

    /// A timer that has done what it was for.
    public void fired(String token, int number) {
        fired.add(key(token, number));
    }

    static String key(String token, int number) {
        return token + " " + number;
    }

    public void undoable(@Nullable Undoable act) {
        undoable = act;
    }

    /// Whether it changes nothing.
    public boolean idle() {
        return opened.isEmpty()
                && closed.isEmpty()
                && armed.isEmpty()
                && disarmed.isEmpty()
                && fired.isEmpty();
    }

    public List<Task> opened() {
        return List.copyOf(opened);
    }

    public List<Closing> closed() {
        return List.copyOf(closed);
    }

    /// This move after an earlier one that is written with it: what the earlier one opened and
    /// this one closes is written down closed.
    public Move after(Move earlier) {
        var all = new Move();
        all.opened.addAll(earlier.opened);
        all.closed.addAll(earlier.closed);
        all.armed.addAll(earlier.armed);
        all.disarmed.addAll(earlier.disarmed);
        all.fired.addAll(earlier.fired);
        disarmed.forEach(all::disarm);
        closed.forEach(all::close);
        all.opened.addAll(opened);
        all.armed.addAll(armed);
        all.fired.addAll(fired);
        all.undoable = undoable;
        return all;
    }

    private static boolean meant(Closing closing, Task task) {
        return task.token().equals(closing.token())
                && (closing.seat() == null || closing.seat() == task.marks().seat());
    }
}
