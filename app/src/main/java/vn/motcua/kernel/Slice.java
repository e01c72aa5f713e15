package vn.motcua.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list that is read by key, never by offset.
///
/// @param items the rows of this page
/// @param next opaque key that opens the next page; null on the last one
public record Slice<T>(List<T> items, @Nullable String next) {
    public Slice {
        items = List.copyOf(items);
    }
}
