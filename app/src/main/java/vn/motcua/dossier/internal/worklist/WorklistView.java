package vn.motcua.dossier.internal.worklist;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.worktime.DeadlineState;

/// The officer's list of work.
///
/// @param chosen what is chosen, by its name in the address; without words looked for
/// @param search the words looked for
/// @param total lines behind the chosen tab under what is chosen
/// @param next address of the next page; null on the last one
/// @param before address of the page before; null on the first one
/// @param everything address of the list with nothing chosen
/// @param otherOrder address of the same list in the other order
/// @param exports addresses to take the list away, by kind
/// @param mentions notes in which colleagues mention this person: address and words
/// @param head whether the reader gives work to others
/// @param approvals pieces of work that wait for this person's signature; null for others
public record WorklistView(
        List<Tab> tabs,
        Map<String, String> chosen,
        Filters filters,
        String search,
        List<Column> columns,
        List<Line> lines,
        long total,
        @Nullable String next,
        @Nullable String before,
        String here,
        String everything,
        String otherOrder,
        boolean slack,
        boolean narrowed,
        List<Option> views,
        String settings,
        Map<String, String> exports,
        String find,
        boolean receptionist,
        boolean head,
        @Nullable String approvals,
        List<Option> mentions,
        @Nullable String notice) {

    /// @param icon name of the icon; null for none
    public record Tab(
            String id,
            String href,
            String nameKey,
            long count,
            @Nullable String icon,
            boolean current) {}

    /// What can be chosen. Texts are in the reader's language.
    ///
    /// @param open whether the further filters are laid open
    public record Filters(
            List<Option> procedures,
            List<Option> channels,
            List<Option> steps,
            List<Option> holders,
            List<Option> units,
            String from,
            String to,
            boolean open) {}

    public record Option(String value, String name, boolean chosen) {}

    /// @param href the page on which the work is done
    /// @param left working time to the appointment, or past it, in words
    /// @param due day, or hour when it is today
    /// @param marks what is new about the dossier besides the work, by the end of its message key
    /// @param forecast what is to be expected, in words; null when in time or not asked
    public record Line(
            UUID task,
            String href,
            String code,
            DeadlineState deadline,
            String left,
            @Nullable String due,
            String procedure,
            String owner,
            String summary,
            String step,
            @Nullable String unit,
            String channelKey,
            String stateKey,
            String received,
            String since,
            @Nullable String claimed,
            boolean mine,
            boolean fresh,
            @Nullable String forecast,
            List<String> marks) {
        Line marked(List<String> news) {
            return new Line(
                    task,
                    href,
                    code,
                    deadline,
                    left,
                    due,
                    procedure,
                    owner,
                    summary,
                    step,
                    unit,
                    channelKey,
                    stateKey,
                    received,
                    since,
                    claimed,
                    mine,
                    fresh,
                    forecast,
                    news);
        }
    }
}
