package vn.motcua.dossier.internal.processing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.print.SlipBody;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Process;
import vn.motcua.worktime.Outcome;

/// The hand-overs of a dossier from the pieces of work that were closed: whoever got the next piece
/// received it.
final class HandOvers {
    private final Process process;
    private final Function<Position, String> positions;
    private final Function<Task, @Nullable String> elsewhere;

    /// @param positions names of positions, in words
    /// @param elsewhere the agency that does a piece of work; null for the one in charge
    HandOvers(
            Process process,
            Function<Position, String> positions,
            Function<Task, @Nullable String> elsewhere) {
        this.process = process;
        this.positions = positions;
        this.elsewhere = elsewhere;
    }

    /// @param work in the order in which it was opened
    List<SlipBody.HandOver> of(List<Task> work) {
        var handOvers = new ArrayList<SlipBody.HandOver>();
        for (var task : work) {
            var closed = task.closed();
            if (closed == null || task.kind() != Task.Kind.STEP) continue;
            if (task.marks().seat() > 0 && task.outcome() == null && task.closedName() == null)
                continue;
            handOvers.add(
                    new SlipBody.HandOver(
                            step(task),
                            hand(behalf(task.closedName(), task.marks().closedForName()), task),
                            receivers(task, work),
                            closed,
                            allowed(task),
                            task.due() == null ? null : Outcome.of(task.due(), closed),
                            blank(task.note()) ? null : task.note()));
        }
        return List.copyOf(handOvers);
    }

    private String receivers(Task given, List<Task> work) {
        return work.stream()
                .filter(task -> task.kind() == Task.Kind.STEP && !task.id().equals(given.id()))
                .filter(task -> task.opened().equals(given.closed()))
                .map(
                        task ->
                                hand(
                                        task.closedName() == null
                                                ? task.claimedName()
                                                : task.closedName(),
                                        task))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /// Who acted by delegation is named with whom they acted for.
    private static @Nullable String behalf(@Nullable String name, @Nullable String principal) {
        return blank(name) || blank(principal) ? name : name + " (thay mặt " + principal + ")";
    }

    private String hand(@Nullable String name, Task task) {
        var position = positions.apply(task.position());
        var agency = elsewhere.apply(task);
        var who =
                blank(name) ? position : name + ", " + position.toLowerCase(java.util.Locale.ROOT);
        return agency == null ? who : who + ", " + agency;
    }

    private String step(Task task) {
        return process.find(task.stepId()).map(found -> found.name().vi()).orElse(task.stepId());
    }

    private @Nullable String allowed(Task task) {
        long minutes =
                process.find(task.stepId())
                        .map(found -> found.hours())
                        .orElse(Duration.ZERO)
                        .toMinutes();
        if (minutes == 0) return null;
        long rest = minutes % 60;
        if (minutes < 60) return minutes + " phút";
        return minutes / 60 + " giờ" + (rest == 0 ? "" : " " + rest + " phút") + " làm việc";
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
