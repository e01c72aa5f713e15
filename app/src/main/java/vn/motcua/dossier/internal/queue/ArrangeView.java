package vn.motcua.dossier.internal.queue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// How the counters are arranged.
///
/// @param done whether something has just been kept
public record ArrangeView(
        String agency, List<Kind> kinds, List<Desk> desks, CounterHours hours, boolean done) {

    /// @param desks numbers of the open desks that do it
    public record Kind(
            String id, String prefix, LocalText name, int minutes, boolean open, String desks) {}

    public record Desk(int number, @Nullable LocalText name, List<LocalText> kinds, boolean open) {}

    /// One kind of business, to be changed.
    public record KindForm(KindTyped typed, Map<String, String> errors) {}

    /// One desk, to be changed.
    ///
    /// @param kinds all there are
    public record DeskForm(DeskTyped typed, List<Kind> kinds, Map<String, String> errors) {}

    public record HoursForm(HoursTyped typed, Map<String, String> errors) {}
}
