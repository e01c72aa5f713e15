package vn.motcua.procedure.internal.intake;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.procedure.internal.records.Published;

/// What a file says.
///
/// @param remarks what was noticed about the file as a whole
record Reading(List<Item> items, List<Note> remarks) {
    Reading {
        items = List.copyOf(items);
        remarks = List.copyOf(remarks);
    }

    /// One record of the file.
    ///
    /// @param line in which it begins
    /// @param code as far as it could be read, for the preview
    /// @param record null when a grave note stands against it
    /// @param told names of the record's fields the file has a place for; null when it has all
    record Item(
            int line,
            String code,
            String title,
            @Nullable Published record,
            List<Note> notes,
            @Nullable Set<String> told) {
        Item {
            code = Soundness.printable(code);
            title = Soundness.printable(title);
            notes = List.copyOf(notes);
        }

        Item(int line, String code, String title, @Nullable Published record, List<Note> notes) {
            this(line, code, title, record, notes, null);
        }
    }

    /// Something to know or to mend, in plain words: where, what, what to do.
    ///
    /// @param column letter and heading; empty when it concerns the line
    /// @param key message key without `catalogue.note.`
    /// @param grave the record cannot be taken in
    record Note(int line, String column, String key, List<String> args, boolean grave) {
        Note {
            column = Soundness.printable(column);
            args = args.stream().map(Soundness::printable).toList();
        }
    }
}
