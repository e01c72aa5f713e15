package vn.motcua.procedure.internal.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Slice;
import vn.motcua.procedure.internal.intake.ImportStore.Import;
import vn.motcua.procedure.internal.intake.ImportStore.Row;
import vn.motcua.procedure.internal.intake.ImportStore.State;
import vn.motcua.procedure.internal.intake.ImportStore.Verdict;
import vn.motcua.procedure.internal.intake.Reading.Note;

/// One import: what it would change, or changed.
///
/// @param writes how many records confirming would write
/// @param remarks what was noticed about the file as a whole
public record ImportView(
        UUID id,
        String file,
        String format,
        String state,
        String at,
        @Nullable String decided,
        boolean open,
        boolean undoable,
        int writes,
        List<Tab> tabs,
        String shown,
        List<LineView> lines,
        @Nullable String next,
        List<NoteView> remarks) {

    public record Tab(String verdict, int count, boolean on) {}

    /// @param emptied keys of the names of fields that would become empty
    /// @param different keys of the names of fields that would say something else
    public record LineView(
            int number,
            String code,
            String agency,
            String title,
            @Nullable String from,
            List<String> emptied,
            List<String> different,
            List<NoteView> notes) {}

    /// @param place column letter and heading; empty when it concerns the line
    public record NoteView(String place, String key, List<String> args, boolean grave) {}

    /// Faults first: they are what somebody has to look at.
    static Verdict first(Import one) {
        if (one.faulty() > 0) return Verdict.FAULTY;
        if (one.changed() > 0) return Verdict.CHANGED;
        return one.fresh() > 0 ? Verdict.NEW : Verdict.SAME;
    }

    static ImportView of(Import one, Verdict shown, Slice<Row> rows) {
        List<Tab> tabs = new ArrayList<>();
        for (var verdict : Verdict.values()) {
            int count =
                    switch (verdict) {
                        case NEW -> one.fresh();
                        case CHANGED -> one.changed();
                        case SAME -> one.same();
                        case FAULTY -> one.faulty();
                    };
            tabs.add(new Tab(word(verdict), count, verdict == shown));
        }
        var decided = one.decidedAt();
        return new ImportView(
                one.id(),
                one.file(),
                one.format(),
                word(one.state()),
                HanoiTime.timeAndDate(one.madeAt()),
                decided == null ? null : HanoiTime.timeAndDate(decided),
                one.state() == State.PREVIEW,
                one.state() == State.APPLIED,
                one.fresh() + one.changed(),
                tabs,
                word(shown),
                rows.items().stream().map(ImportView::line).toList(),
                rows.next(),
                one.remarks().stream().map(ImportView::note).toList());
    }

    private static LineView line(Row row) {
        var from = row.validFrom();
        return new LineView(
                row.number(),
                row.code(),
                row.scope(),
                row.title(),
                from == null ? null : HanoiTime.date(from),
                fields(row, Merging.EMPTIED),
                fields(row, Merging.DIFFERENT),
                row.notes().stream()
                        .filter(note -> !note.key().equals(Merging.EMPTIED))
                        .filter(note -> !note.key().equals(Merging.DIFFERENT))
                        .map(ImportView::note)
                        .toList());
    }

    private static List<String> fields(Row row, String key) {
        return row.notes().stream()
                .filter(note -> note.key().equals(key))
                .flatMap(note -> note.args().stream())
                .map(field -> "catalogue.field." + field)
                .toList();
    }

    private static NoteView note(Note note) {
        return new NoteView(
                note.column(), "catalogue.note." + note.key(), note.args(), note.grave());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
