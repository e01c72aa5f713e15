package vn.motcua.insight.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// The rows behind a figure, already in the reader's words.
///
/// @param heads keys of the columns after the dossier's code
public record RowsView(
        String title,
        LocalText place,
        @Nullable String note,
        long count,
        List<String> heads,
        List<RowLine> lines,
        boolean first,
        @Nullable String next,
        String start,
        String csv,
        String back) {}
