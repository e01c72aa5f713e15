package vn.motcua.dossier.internal.worklist;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.TypedDate;
import vn.motcua.procedure.Channel;

/// What somebody wants to see of their work, as it stands in the address. Words looked for are
/// kept by the server; the address carries their id alone.
///
/// @param holder empty for anybody's, [#NOBODY] for work nobody has taken, else an account
/// @param from first day of receipt
/// @param to last day of receipt
/// @param sought id of the words looked for
/// @param slack whether what has least time to spare comes first, instead of what is due first
public record WorkQuery(
        Tab tab,
        @Nullable String procedure,
        @Nullable String step,
        @Nullable String channel,
        @Nullable String holder,
        @Nullable String unit,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID sought,
        boolean slack) {
    public static final String NOBODY = "nobody";
    public static final WorkQuery EVERYTHING = of(Tab.ALL);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]{1,80}");

    public static WorkQuery of(Tab tab) {
        return new WorkQuery(tab, null, null, null, null, null, null, null, null, false);
    }

    /// What cannot be read counts as not chosen.
    public static WorkQuery read(Map<String, String> sent) {
        return new WorkQuery(
                tab(sent.get("filter")),
                name(sent.get("procedure")),
                name(sent.get("step")),
                channel(sent.get("channel")),
                holder(sent.get("holder")),
                name(sent.get("unit")),
                day(sent.get("from")),
                day(sent.get("to")),
                id(sent.get("s")),
                "slack".equals(sent.get("order")));
    }

    private static Tab tab(@Nullable String text) {
        return Arrays.stream(Tab.values())
                .filter(known -> known.name().equals(text))
                .findFirst()
                .orElse(Tab.ALL);
    }

    private static @Nullable String name(@Nullable String text) {
        return text != null && NAME.matcher(text).matches() ? text : null;
    }

    private static @Nullable String channel(@Nullable String text) {
        return Arrays.stream(Channel.values()).anyMatch(c -> c.name().equals(text)) ? text : null;
    }

    private static @Nullable String holder(@Nullable String text) {
        if (NOBODY.equals(text)) return NOBODY;
        var id = id(text);
        return id == null ? null : id.toString();
    }

    /// Null for what is no identifier.
    public static @Nullable UUID id(@Nullable String text) {
        if (text == null || text.length() != 36) return null;
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    static @Nullable LocalDate day(@Nullable String text) {
        return text == null
                ? null
                : TypedDate.read(text)
                        .filter(day -> day.getYear() >= 2000 && day.getYear() <= 2100)
                        .orElse(null);
    }

    /// Every part chosen, by its name in the address.
    void parts(BiConsumer<String, String> to) {
        if (tab != Tab.ALL) to.accept("filter", tab.name());
        put(to, "procedure", procedure);
        put(to, "step", step);
        put(to, "channel", channel);
        put(to, "holder", holder);
        put(to, "unit", unit);
        put(to, "from", from);
        put(to, "to", this.to);
        put(to, "s", sought);
        if (slack) to.accept("order", "slack");
    }

    private static void put(BiConsumer<String, String> to, String name, @Nullable Object value) {
        if (value != null) to.accept(name, value.toString());
    }

    /// The part of an address behind the question mark; empty when nothing is chosen.
    public String text() {
        var text = new StringBuilder();
        parts(
                (name, value) ->
                        text.append(text.isEmpty() ? "" : "&")
                                .append(name)
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }

    /// An address of the list with these choices, and perhaps one thing more.
    public String href(String path, @Nullable String name, @Nullable String value) {
        var query = text();
        if (name != null && value != null)
            query +=
                    (query.isEmpty() ? "" : "&")
                            + name
                            + "="
                            + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return query.isEmpty() ? path : path + "?" + query;
    }

    /// Whether anything but the tab and the order is chosen.
    public boolean narrowed() {
        return !equals(of(tab)) && !equals(of(tab).ordered(true));
    }

    public WorkQuery with(Tab other) {
        return new WorkQuery(
                other, procedure, step, channel, holder, unit, from, to, sought, slack);
    }

    public WorkQuery ordered(boolean bySlack) {
        return new WorkQuery(
                tab, procedure, step, channel, holder, unit, from, to, sought, bySlack);
    }

    public WorkQuery seeking(@Nullable UUID words) {
        return new WorkQuery(tab, procedure, step, channel, holder, unit, from, to, words, slack);
    }
}
