package vn.motcua.dossier.internal.counter;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Pages of one paper being photographed or scanned.
///
/// @param action address of this page
/// @param name of the paper
public record ScanView(
        String action,
        String name,
        String back,
        List<Sheet> sheets,
        int most,
        Map<String, String> errors) {

    /// @param turn class of the turned preview: `0`, `90`, `180` or `270`
    public record Sheet(UUID id, String name, boolean picture, int turn) {}
}
