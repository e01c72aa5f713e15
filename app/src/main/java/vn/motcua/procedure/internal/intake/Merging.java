package vn.motcua.procedure.internal.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.procedure.internal.intake.Reading.Note;
import vn.motcua.procedure.internal.records.Published;
import vn.motcua.procedure.internal.records.Published.Decision;
import vn.motcua.procedure.internal.records.Published.Way;
import vn.motcua.procedure.internal.records.PublishedJson;
import vn.motcua.procedure.internal.records.Standing;

/// What the book will say once a record of a file joins what it said before.
final class Merging {
    /// Keys of notes whose arguments are names of fields.
    static final String EMPTIED = "emptied";

    static final String DIFFERENT = "different";

    private Merging() {}

    /// Columns of a table whose field has another name.
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("nameEn", "name"),
                    Map.entry("fieldCode", "field"),
                    Map.entry("channels", "ways"),
                    Map.entry("term", "ways"),
                    Map.entry("fee", "ways"),
                    Map.entry("localCode", "localCodes"),
                    Map.entry("effective", "validFrom"));

    /// The fields of a record that the columns of a table have a place for, and the columns
    /// themselves: a way of filing is told by several.
    static Set<String> told(Collection<String> columns) {
        var told = new HashSet<String>();
        for (var column : columns) {
            int dot = column.indexOf('.');
            var whole = dot < 0 ? column : column.substring(0, dot);
            told.add(whole);
            if (dot >= 0) told.add("channels");
            told.add(FIELDS.getOrDefault(whole, whole));
        }
        return told;
    }

    /// Decisions are never forgotten; a list of what was abolished tells nothing else, so the
    /// rest stays as it was known. What the file has no place for stays too.
    ///
    /// @param told fields the file has a place for; null for all
    static Published joined(@Nullable Published before, Published now, @Nullable Set<String> told) {
        if (before == null) return now;
        var decisions = new LinkedHashSet<>(before.decisions());
        decisions.addAll(now.decisions());
        boolean ends = !now.decisions().isEmpty() && now.decisions().stream().allMatch(Draft::ends);
        var kept = ends ? before : told == null ? now : completed(before, now, told);
        return with(kept, Standing.ordered(new ArrayList<>(decisions)));
    }

    private static Published completed(Published before, Published now, Set<String> told) {
        ObjectNode tree = PublishedJson.tree(now);
        for (var known : PublishedJson.tree(before).properties()) {
            var field = known.getKey();
            if (!told.contains(field) && !tree.has(field)) tree.set(field, known.getValue());
        }
        if (told.contains("ways") && !now.ways().isEmpty()) {
            tree.set("ways", PublishedJson.JSON.valueToTree(ways(before, now, told)));
        }
        return PublishedJson.read(tree);
    }

    /// A column of fees alone says nothing about times, one of times nothing about fees, and
    /// neither about further ways of filing. Whole records of JSON name none of these columns.
    private static List<Way> ways(Published before, Published now, Set<String> told) {
        boolean terms = told.contains("term");
        boolean fees = told.contains("fee");
        boolean channels = told.contains("channels");
        if (!terms && !fees && !channels) return now.ways();
        List<Way> ways = new ArrayList<>();
        for (var way : now.ways()) {
            var known =
                    before.ways().stream().filter(one -> one.channel() == way.channel()).toList();
            if (known.isEmpty() || terms && fees) ways.add(way);
            else for (var one : known) ways.add(joined(terms ? way : one, fees ? way : one, one));
        }
        if (channels) return ways;
        for (var one : before.ways()) {
            if (now.ways().stream().noneMatch(way -> way.channel() == one.channel())) ways.add(one);
        }
        return ways;
    }

    private static Way joined(Way term, Way fees, Way rest) {
        return new Way(
                rest.channel(),
                rest.level(),
                rest.caseCode(),
                term.quantity(),
                term.unit(),
                term.term(),
                fees.fees(),
                rest.note());
    }

    /// What a line changes of a known record: first what becomes empty, then what is different.
    static List<Note> changes(int line, Published before, Published joined) {
        var old = PublishedJson.tree(before);
        var next = PublishedJson.tree(joined);
        List<String> emptied = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (var known : old.properties()) {
            var field = known.getKey();
            if (!next.has(field)) emptied.add(field);
            else if (!next.get(field).equals(known.getValue())) changed.add(field);
        }
        for (var told : next.properties()) if (!old.has(told.getKey())) changed.add(told.getKey());
        List<Note> notes = new ArrayList<>();
        if (!emptied.isEmpty()) notes.add(new Note(line, "", EMPTIED, emptied, false));
        if (!changed.isEmpty()) notes.add(new Note(line, "", DIFFERENT, changed, false));
        return notes;
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
