package vn.motcua.dossier.internal.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.worktime.DeadlineState;

/// The officer's list of work.
///
/// @param total lines behind the chosen tab, before searching
/// @param next key of the last line where another page follows; null on the last one
/// @param nextHref address of the next page; null on the last one. While something is looked
/// for the next page is asked by POST instead, with `next`
public record WorklistView(
        List<Tab> tabs,
        String filter,
        String search,
        List<Line> lines,
        long total,
        @Nullable String next,
        @Nullable String nextHref,
        boolean first,
        boolean receptionist,
        @Nullable String notice) {

    /// @param icon name of the icon; null for none
    public record Tab(
            String id,
            String href,
            String nameKey,
            long count,
            @Nullable String icon,
            boolean current) {}

    /// @param href the page on which the work is done
    /// @param left working time to the appointment, or past it, in words
    /// @param due day, or hour when it is today
    /// @param channelKey null where the dossier itself is out of sight
    public record Line(
            String href,
            String code,
            DeadlineState deadline,
            String left,
            @Nullable String due,
            String procedure,
            String owner,
            String step,
            @Nullable String channelKey,
            String since,
            @Nullable String claimed,
            boolean mine,
            boolean fresh) {}
}
