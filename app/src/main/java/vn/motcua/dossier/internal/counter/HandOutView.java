package vn.motcua.dossier.internal.counter;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// Handing a result over.
///
/// @param version of the dossier the officer has before them
/// @param results documents to hand over, with their numbers
/// @param originals papers whose originals are still to be compared
/// @param sheets signed receipts that were scanned
/// @param typed field to text, as it was typed
public record HandOutView(
        UUID id,
        String code,
        LocalText procedure,
        String owner,
        int version,
        String token,
        String outcome,
        List<String> results,
        List<String> originals,
        List<Sheet> sheets,
        Map<String, String> typed,
        Map<String, String> errors) {

    public record Sheet(UUID id, String name) {}

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public @Nullable String fault(String field) {
        return errors.get(field);
    }
}
