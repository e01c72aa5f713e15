package vn.motcua.dossier.internal.citizen;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.DossierState;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.DeadlineState;

/// What a person has filed and what they are still writing.
///
/// @param next key of the next page; null on the last one
/// @param helped forms an officer filled in that wait for the person's own word
public record ListView(
        List<Row> dossiers, List<DraftRow> drafts, @Nullable String next, int helped) {
    /// @param unread messages of the office the person has not seen
    public record Row(
            String code,
            LocalText procedure,
            String summary,
            DossierState state,
            DeadlineState deadline,
            @Nullable Instant due,
            Instant submitted,
            int unread) {}

    public record DraftRow(UUID id, LocalText procedure, Instant saved, Instant expires) {}
}
