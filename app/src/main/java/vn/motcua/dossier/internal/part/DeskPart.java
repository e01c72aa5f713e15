package vn.motcua.dossier.internal.part;

import org.jspecify.annotations.Nullable;

/// One part of the officers' page of a dossier: a bean that lays out what its template shows.
/// The template of the page takes it with one line, for example
/// `@template.dossier.desk.notes(page = page, it = it.parts().get(NotesView.class))`.
///
/// @param <T> the view its template takes
public interface DeskPart<T> {
    Class<T> type();

    /// What the part shows of this dossier to this officer; null when it has nothing to show.
    /// Runs in the transaction that opens the page.
    @Nullable T of(Opened opened);
}
