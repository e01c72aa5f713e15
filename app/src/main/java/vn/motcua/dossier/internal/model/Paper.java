package vn.motcua.dossier.internal.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One component of the dossier as it was handed in.
///
/// @param component id of the component in the release
/// @param form how it came
/// @param quantity number of originals or copies; 1 when electronic
/// @param files vault files; empty for paper that was not scanned
/// @param note words of the receptionist
/// @param check what the receptionist found; null for what came otherwise than over a counter
public record Paper(
        String component,
        Form form,
        int quantity,
        List<UUID> files,
        @Nullable String note,
        @Nullable PaperCheck check) {
    public enum Form {
        ORIGINAL,
        COPY,
        CERTIFIED_COPY,
        ELECTRONIC
    }

    public Paper {
        files = List.copyOf(files);
    }

    public Paper(
            String component, Form form, int quantity, List<UUID> files, @Nullable String note) {
        this(component, form, quantity, files, note, null);
    }

    /// As checked by whoever receives it now.
    public Paper signed(String by, Instant now) {
        return check == null
                ? this
                : new Paper(component, form, quantity, files, note, check.signed(by, now));
    }
}
