package vn.motcua.dossier.internal.bundle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.internal.model.Act;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Answered;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.OneByOne;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.Journal;
import vn.motcua.journal.JournalConsumer;
import vn.motcua.worktime.Calendars;

/// What the end of a part means for its parent, and the end of a parent for its parts. The end of
/// a part is written down when the journal tells of it, and the waiting step is completed in a
/// transaction of its own, so that an officer of one agency never waits for another dossier.
@Service
public class PartEnds implements JournalConsumer {
    private static final int BATCH = 100;

    private final PartStore parts;
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final Answered answered;
    private final OneByOne oneByOne;
    private final Calendars calendars;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    PartEnds(
            PartStore parts,
            DossierStore dossiers,
            TaskStore tasks,
            Answered answered,
            OneByOne oneByOne,
            Calendars calendars,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.parts = parts;
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.answered = answered;
        this.oneByOne = oneByOne;
        this.calendars = calendars;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "dossier-parts";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                "dossier.completed", "dossier.recalled", "dossier.stopped", "dossier.not-accepted");
    }

    @Override
    public void accept(List<FeedEntry> batch) {
        var ids = batch.stream().map(line -> line.entry().subjectId()).distinct().toList();
        var touched = parts.touched(ids);
        if (touched.isEmpty()) return;
        for (var line : batch) {
            var entry = line.entry();
            for (var part : touched) {
                if (part.child().equals(entry.subjectId()))
                    parts.ended(part.child(), end(entry), end(entry) == null ? null : entry.at());
                if (part.parent().equals(entry.subjectId())
                        && entry.kind().equals("dossier.stopped")) withdraw(part, entry);
            }
        }
    }

    /// Null when the part goes on after all.
    private static Part.@Nullable End end(Entry entry) {
        return switch (entry.kind()) {
            case "dossier.recalled" -> null;
            case "dossier.completed" ->
                    "REJECTED".equals(entry.data().get("outcome"))
                            ? Part.End.REJECTED
                            : Part.End.GRANTED;
            default -> Part.End.FAILED;
        };
    }

    /// What the person no longer wants as a whole they no longer want in part.
    private void withdraw(Part part, Entry entry) {
        var child = dossiers.lock(part.child());
        if (child.state().isFinal() || !child.can(Act.REQUEST_WITHDRAWAL)) return;
        var calendar = calendars.of(child.agency());
        var at = after(child, entry.at());
        var after = child.withdrawalRequested().withdrawn(at, calendar);
        tasks.closeAll(child.id(), null, null, at);
        dossiers.update(after);
        parts.ended(child.id(), Part.End.FAILED, at);
        parts.settled(child.id(), at);
        journal.append(Facts.of("stopped", after, Caller.system(), at, Map.of("withParent", true)));
    }

    /// The part may have gone on since its parent ended.
    private static Instant after(Dossier child, Instant at) {
        var lines = child.ledger().lines();
        return lines.isEmpty() || lines.getLast().at().isBefore(at) ? at : lines.getLast().at();
    }

    /// Tells every waiting step whose part has ended. A parent that waits for the person is told
    /// once it moves again.
    public void settle() {
        asking.run(
                Caller.system(),
                () -> {
                    var _ =
                            oneByOne.<Part>walk(
                                    "part of a bundle",
                                    BATCH,
                                    after ->
                                            parts.unsettled(
                                                    after == null ? null : after.child(), BATCH),
                                    Part::parent,
                                    part -> settle(part.child()));
                });
    }

    private void settle(UUID child) {
        var part = parts.find(child).orElseThrow();
        var parent = dossiers.lock(part.parent());
        var again = parts.find(child).orElseThrow();
        var end = again.ended();
        if (end == null || again.settled() != null) return;
        var now = clock.instant();
        if (answered.waits(parent, part.token()) && !parent.state().isFinal()) {
            if (!Answered.mayMove(parent)) return;
            var _ =
                    answered.complete(
                            parent, part.token(), Caller.system(), null, now, end.outcome());
            told(part, end, now);
        }
        parts.settled(child, now);
    }

    private void told(Part part, Part.End end, Instant now) {
        var parent = dossiers.require(part.parent());
        var child = dossiers.require(part.child());
        journal.append(
                Facts.of(
                        "part-ended",
                        parent,
                        Caller.system(),
                        now,
                        Map.of(
                                "part", child.code().value(),
                                "step", part.step(),
                                "result", end.name())));
    }
}
