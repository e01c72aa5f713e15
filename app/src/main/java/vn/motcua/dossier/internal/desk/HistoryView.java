package vn.motcua.dossier.internal.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.journal.History;

/// A page of what happened to a dossier, newest first.
///
/// @param older where the page before ends; null when nothing older is there
public record HistoryView(UUID id, String code, List<String> lines, History.@Nullable Place older) {
    public String olderHref() {
        var place = java.util.Objects.requireNonNull(older);
        return "/desk/dossiers/" + id + "/history?at=" + place.at() + "&seq=" + place.seq();
    }
}
