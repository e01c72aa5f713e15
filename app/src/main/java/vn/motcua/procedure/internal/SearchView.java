package vn.motcua.procedure.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// @param carried filters that a new search keeps, as hidden fields
/// @param mended the words searched for in place of the typed ones
/// @param literal address of the same search without mending
/// @param unfiltered address of the same search without filters, null when there are none
public record SearchView(
        String typed,
        List<CardView> hits,
        int total,
        @Nullable String mended,
        String literal,
        boolean partly,
        List<Pill> pills,
        List<Carried> carried,
        List<Link> nearest,
        @Nullable String unfiltered,
        @Nullable String next,
        @Nullable String first) {

    /// A filter: a text of ours (`key`) or a name from the catalogue.
    public record Pill(
            @Nullable String key, @Nullable LocalText name, int count, boolean on, String href) {}

    public record Carried(String name, String value) {}

    public record Link(String text, String href) {}
}
