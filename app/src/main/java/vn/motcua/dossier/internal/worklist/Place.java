package vn.motcua.dossier.internal.worklist;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The place of a line in the order of the list.
///
/// @param due null at the end of the list, where what is not due stands
public record Place(@Nullable Instant due, UUID task) {
    private static final String NO_END = "infinity";

    /// Null for a key nobody gave out: the list begins anew.
    public static @Nullable Place parse(@Nullable String key) {
        if (key == null) return null;
        var parts = key.split("_", 2);
        if (parts.length < 2) return null;
        try {
            var due = parts[0].equals(NO_END) ? null : Instant.parse(parts[0]);
            return new Place(due, UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    String dueText() {
        return due == null ? NO_END : due.toString();
    }

    @Override
    public String toString() {
        return dueText() + "_" + task;
    }
}
