package vn.motcua.dossier.internal.processing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.workflow.Effect;
import vn.motcua.workflow.Moved;
import vn.motcua.workflow.OpenStep;
import vn.motcua.workflow.Who;

/// What a move says to the journal about work: which steps it opened, for whom and with how much
/// time, and which it took back. Figures of time and load are read from this alone.
final class WorkTold {
    static final String KIND = "dossier.work-opened";
    private static final String COMPLETED = "dossier.step-completed";

    private WorkTold() {}

    /// Adds it to the entry of the step that was completed first; a move that completed none gets
    /// an entry of its own.
    ///
    /// @param agency code of the agency that does a step
    static void add(
            List<Entry> entries,
            Moved moved,
            Function<Who, String> agency,
            Dossier dossier,
            Caller by,
            Instant now) {
        var opens = new ArrayList<Map<String, Object>>();
        var cancels = new ArrayList<String>();
        for (var effect : moved.effects()) {
            if (effect instanceof Effect.StepOpened(var step)) opens.add(told(step, agency));
            if (effect instanceof Effect.StepCancelled(var step)) cancels.add(step.token());
        }
        if (opens.isEmpty() && cancels.isEmpty()) return;
        var more = new LinkedHashMap<String, Object>();
        if (!opens.isEmpty()) more.put("opens", opens);
        if (!cancels.isEmpty()) more.put("cancels", cancels);
        int place = 0;
        while (place < entries.size() && !entries.get(place).kind().equals(COMPLETED)) place++;
        if (place == entries.size()) {
            entries.addFirst(Facts.of("work-opened", dossier, by, now, more));
            return;
        }
        var entry = entries.get(place);
        more.putAll(entry.data());
        entries.set(
                place,
                new Entry(
                        entry.kind(),
                        entry.subjectType(),
                        entry.subjectId(),
                        entry.agency(),
                        entry.actor(),
                        entry.at(),
                        more));
    }

    private static Map<String, Object> told(OpenStep open, Function<Who, String> agency) {
        var step = open.step();
        var told = new LinkedHashMap<String, Object>();
        told.put("step", step.id());
        told.put("token", open.token());
        told.put("position", step.who().position().name());
        if (step.who().unit() != null) told.put("unit", step.who().unit());
        told.put("agency", agency.apply(step.who()));
        told.put("minutes", step.hours().toMinutes());
        if (!step.counted()) told.put("counted", false);
        return told;
    }
}
