package vn.motcua.dossier.internal.queue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// A desk of the counter as the head of the desk typed it.
///
/// @param number as typed; of a desk there is already, its own
/// @param fresh whether it is a new one
/// @param seen version it was opened with
public record DeskTyped(
        String number,
        boolean fresh,
        String nameVi,
        String nameEn,
        List<String> kinds,
        boolean open,
        int seen) {

    static DeskTyped fresh(List<ArrangeStore.Kind> all) {
        return new DeskTyped(
                "", true, "", "", all.stream().map(ArrangeStore.Kind::id).toList(), true, 0);
    }

    static DeskTyped of(ArrangeStore.Desk desk) {
        var name = desk.name();
        return new DeskTyped(
                String.valueOf(desk.number()),
                false,
                name == null ? "" : name.vi(),
                name == null ? "" : name.en(),
                desk.kinds(),
                desk.open(),
                desk.version());
    }

    /// Field to message key; empty when it can be kept.
    ///
    /// @param busy whether somebody stands at the desk
    Map<String, String> faults(
            List<ArrangeStore.Kind> all, List<ArrangeStore.Desk> desks, boolean busy) {
        var faults = new LinkedHashMap<String, String>();
        if (!number.matches("[1-9]\\d?")) faults.put("number", "queue-desk.fault.number");
        else if (fresh && desks.stream().anyMatch(desk -> desk.number() == value()))
            faults.put("number", "queue-desk.fault.number-taken");
        if (nameVi.length() > KindTyped.LONGEST || nameVi.isEmpty() && !nameEn.isEmpty())
            faults.put("nameVi", "queue-desk.fault.name-vi");
        if (nameEn.length() > KindTyped.LONGEST || nameEn.isEmpty() && !nameVi.isEmpty())
            faults.put("nameEn", "queue-desk.fault.name-en");
        if (kinds.isEmpty()) faults.put("kinds", "queue-desk.fault.kinds");
        else if (faults.isEmpty() && orphans(all, desks))
            faults.put(open ? "kinds" : "open", "queue-desk.fault.orphan");
        if (!open && busy) faults.put("open", "queue-desk.fault.busy");
        return faults;
    }

    /// Whether some open kind of business would be left without an open desk.
    private boolean orphans(List<ArrangeStore.Kind> all, List<ArrangeStore.Desk> desks) {
        return all.stream()
                .filter(ArrangeStore.Kind::open)
                .map(ArrangeStore.Kind::id)
                .filter(kind -> !(open && kinds.contains(kind)))
                .anyMatch(
                        kind ->
                                desks.stream()
                                        .filter(desk -> desk.open() && desk.number() != value())
                                        .noneMatch(desk -> desk.kinds().contains(kind)));
    }

    int value() {
        return Integer.parseInt(number);
    }

    /// Only of what has no faults.
    ArrangeStore.Desk desk() {
        @Nullable LocalText name = nameVi.isEmpty() ? null : new LocalText(nameVi, nameEn);
        return new ArrangeStore.Desk(value(), name, kinds, open, seen);
    }
}
