package vn.motcua.dossier.internal.queue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// A kind of business as the head of the desk typed it.
///
/// @param id null for a new one
/// @param seen version it was opened with
public record KindTyped(
        @Nullable String id,
        String prefix,
        String nameVi,
        String nameEn,
        String minutes,
        boolean open,
        int seen) {
    static final int LONGEST = 60;

    static KindTyped fresh() {
        return new KindTyped(null, "", "", "", "8", true, 0);
    }

    static KindTyped of(ArrangeStore.Kind kind) {
        return new KindTyped(
                kind.id(),
                kind.prefix(),
                kind.name().vi(),
                kind.name().en(),
                String.valueOf(kind.minutes()),
                kind.open(),
                kind.version());
    }

    /// Field to message key; empty when it can be kept.
    Map<String, String> faults(List<ArrangeStore.Kind> all) {
        var faults = new LinkedHashMap<String, String>();
        if (nameVi.isEmpty() || nameVi.length() > LONGEST)
            faults.put("nameVi", "queue-desk.fault.name-vi");
        if (nameEn.isEmpty() || nameEn.length() > LONGEST)
            faults.put("nameEn", "queue-desk.fault.name-en");
        if (id == null && !prefix.matches("[A-Z]")) faults.put("prefix", "queue-desk.fault.prefix");
        else if (id == null && all.stream().anyMatch(kind -> kind.prefix().equals(prefix)))
            faults.put("prefix", "queue-desk.fault.prefix-taken");
        if (!minutes.matches("[1-9]\\d{0,2}") || Integer.parseInt(minutes) > 240)
            faults.put("minutes", "queue-desk.fault.minutes");
        if (!open && all.stream().noneMatch(kind -> kind.open() && !kind.id().equals(id)))
            faults.put("open", "queue-desk.fault.last-kind");
        return faults;
    }

    /// Only of what has no faults.
    ArrangeStore.Kind kind(int place) {
        return new ArrangeStore.Kind(
                id == null ? "kind-" + prefix.toLowerCase(java.util.Locale.ROOT) : id,
                prefix,
                new LocalText(nameVi, nameEn),
                Integer.parseInt(minutes),
                place,
                open,
                seen);
    }
}
