package vn.motcua.dossier.internal.processing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.processing.Permissions.Acting;
import vn.motcua.dossier.internal.store.Move;
import vn.motcua.dossier.internal.store.Task;

/// What is kept of an act so that whoever did it can take it back.
public final class Undoable {
    public static final String STEP = "STEP";
    public static final String HOLDING = "HOLDING";

    static final String PROCESS = "process";
    static final String TASK = "task";
    static final String TOKEN = "token";
    static final String SEAT = "seat";
    static final String OUTCOME = "outcome";
    static final String FACTS = "facts";
    static final String WHY_NOT = "whyNot";
    static final String CLOCK = "clock";
    static final String ISSUED = "issued";

    private Undoable() {}

    /// A step that was completed. What the law wrote into the ledger, and what went out, stays:
    /// then the act cannot be taken back, and it is known why.
    ///
    /// @param facts known for the result before; null when the act asked for none
    static Move.Undoable step(
            Acting act,
            Task task,
            String outcome,
            Steps.Walked walked,
            @Nullable Map<String, String> facts) {
        var before = act.dossier();
        var data = new LinkedHashMap<String, Object>();
        data.put(PROCESS, Objects.requireNonNull(before.process()));
        data.put(TASK, task.id().toString());
        data.put(TOKEN, task.token());
        data.put(SEAT, task.marks().seat());
        data.put(OUTCOME, outcome);
        if (facts != null) data.put(FACTS, facts);
        if (walked.issued() != null || walked.finished()) data.put(WHY_NOT, ISSUED);
        else if (!walked.dossier().ledger().equals(before.ledger())) data.put(WHY_NOT, CLOCK);
        return new Move.Undoable(account(act), STEP, act.now(), data);
    }

    /// Work that came into somebody's name, or out of it: who had it before.
    public static Move.Undoable holding(Acting act, Task task) {
        var data = new LinkedHashMap<String, Object>();
        data.put(TASK, task.id().toString());
        put(data, "by", task.claimedBy());
        put(data, "name", task.claimedName());
        put(data, "for", task.marks().claimedFor());
        put(data, "forName", task.marks().claimedForName());
        return new Move.Undoable(account(act), HOLDING, act.now(), data);
    }

    private static void put(Map<String, Object> data, String key, @Nullable Object value) {
        if (value != null) data.put(key, value.toString());
    }

    private static java.util.UUID account(Acting act) {
        return Objects.requireNonNull(act.by().account());
    }
}
