package vn.motcua.procedure.internal.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.procedure.internal.records.Published;
import vn.motcua.procedure.internal.records.Published.Decision;
import vn.motcua.procedure.internal.records.PublishedJson;
import vn.motcua.procedure.internal.records.Standing;

/// What the book will say once a record of a file joins what it said before.
final class Merging {
    private Merging() {}

    /// Decisions are never forgotten; a list of what was abolished tells nothing else, so the
    /// rest stays as it was known.
    static Published joined(@Nullable Published before, Published now) {
        if (before == null) return now;
        var decisions = new LinkedHashSet<>(before.decisions());
        decisions.addAll(now.decisions());
        boolean ends = !now.decisions().isEmpty() && now.decisions().stream().allMatch(Draft::ends);
        return with(ends ? before : now, Standing.ordered(new ArrayList<>(decisions)));
    }

    private static Published with(Published record, List<Decision> decisions) {
        ObjectNode tree = PublishedJson.tree(record);
        tree.set("decisions", PublishedJson.JSON.valueToTree(decisions));
        return PublishedJson.read(tree);
    }

    /// First day the content counts. What corrects a version in force counts from that one's
    /// day on at the earliest; what is heard of for the first time is known from today.
    static LocalDate validFrom(Published record, @Nullable LocalDate beforeFrom, LocalDate today) {
        LocalDate from = record.validFrom();
        for (var decision : record.decisions()) {
            if (Draft.ends(decision)) continue;
            var day = decision.from();
            if (day != null && (from == null || day.isAfter(from))) from = day;
        }
        if (from == null) from = today;
        if (beforeFrom == null) return from.isAfter(today) ? today : from;
        return from.isBefore(beforeFrom) ? beforeFrom : from;
    }
}
