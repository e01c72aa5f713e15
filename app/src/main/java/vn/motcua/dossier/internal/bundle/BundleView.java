package vn.motcua.dossier.internal.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What belongs together with a dossier, on the officers' page of it.
///
/// @param parent the dossier this one is a part of; null when it is none
/// @param lacking what the parent could not give, to be asked for here
/// @param parts dossiers it waits for, or has waited for
public record BundleView(@Nullable Line parent, List<String> lacking, List<Line> parts) {
    public BundleView {
        lacking = List.copyOf(lacking);
        parts = List.copyOf(parts);
    }

    /// @param href null for an officer who may not open it
    /// @param due appointment, in words; null while there is none
    /// @param end how it ended; null while it has not
    public record Line(
            String code,
            String procedure,
            String agency,
            String state,
            @Nullable String due,
            Part.@Nullable End end,
            @Nullable String href) {}
}
