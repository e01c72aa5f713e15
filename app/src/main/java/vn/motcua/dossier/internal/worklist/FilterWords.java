package vn.motcua.dossier.internal.worklist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.procedure.Channel;

/// What can be chosen above a list, in words: only what the person's work really holds, and what
/// is chosen already.
@Component
class FilterWords {
    private final Lines lines;

    FilterWords(Lines lines) {
        this.lines = lines;
    }

    WorklistView.Filters of(WorkQuery query, Totals totals, Lines.Reader by) {
        var procedures = new TreeMap<String, String>();
        var steps = new TreeMap<String, String>();
        for (var step : totals.steps()) {
            procedures.put(
                    step.procedure(),
                    by.words().in(lines.procedure(step.procedure(), step.release())));
            steps.put(
                    step.step(),
                    lines.step(
                            step.kind(),
                            step.procedure(),
                            step.release(),
                            step.step(),
                            by.words()));
        }
        return new WorklistView.Filters(
                options(procedures, query.procedure()),
                channels(query, by),
                options(steps, query.step()),
                holders(query, totals, by),
                units(query, totals, by),
                query.from() == null ? "" : HanoiTime.date(query.from()),
                query.to() == null ? "" : HanoiTime.date(query.to()),
                query.step() != null
                        || query.holder() != null
                        || query.unit() != null
                        || query.from() != null
                        || query.to() != null);
    }

    private static List<WorklistView.Option> channels(WorkQuery query, Lines.Reader by) {
        var channels = new ArrayList<WorklistView.Option>();
        for (var channel : Channel.values())
            channels.add(
                    new WorklistView.Option(
                            channel.name(),
                            by.words().t("dossier.channel." + channel),
                            channel.name().equals(query.channel())));
        return channels;
    }

    private static List<WorklistView.Option> holders(
            WorkQuery query, Totals totals, Lines.Reader by) {
        var holders = new ArrayList<WorklistView.Option>();
        holders.add(
                new WorklistView.Option(
                        WorkQuery.NOBODY,
                        by.words().t("desk.nobody"),
                        WorkQuery.NOBODY.equals(query.holder())));
        var people = new TreeMap<String, String>();
        totals.holders().forEach(holder -> people.put(holder.account().toString(), holder.name()));
        var chosen = WorkQuery.NOBODY.equals(query.holder()) ? null : query.holder();
        holders.addAll(options(people, chosen));
        return holders;
    }

    private List<WorklistView.Option> units(WorkQuery query, Totals totals, Lines.Reader by) {
        var units = new TreeMap<String, String>();
        totals.units().forEach(unit -> units.put(unit, lines.unit(unit, by)));
        return options(units, query.unit());
    }

    private static List<WorklistView.Option> options(
            Map<String, String> names, @Nullable String chosen) {
        if (chosen != null) names.putIfAbsent(chosen, chosen);
        return names.entrySet().stream()
                .map(
                        each ->
                                new WorklistView.Option(
                                        each.getKey(),
                                        each.getValue(),
                                        each.getKey().equals(chosen)))
                .sorted(Comparator.comparing(WorklistView.Option::name))
                .toList();
    }
}
