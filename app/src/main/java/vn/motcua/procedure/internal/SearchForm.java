package vn.motcua.procedure.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.util.UriUtils;
import vn.motcua.procedure.Audience;
import vn.motcua.procedure.Catalogue.Found;
import vn.motcua.procedure.Catalogue.Query;
import vn.motcua.procedure.Level;
import vn.motcua.procedure.LifeEvent;
import vn.motcua.procedure.OnlineLevel;
import vn.motcua.procedure.internal.SearchView.Carried;
import vn.motcua.procedure.internal.SearchView.Pill;

/// The search page's address as typed: unknown values count as absent.
record SearchForm(
        @Nullable String q,
        @Nullable String event,
        @Nullable String field,
        @Nullable String agency,
        @Nullable String audience,
        @Nullable String level,
        @Nullable String online,
        @Nullable String literal,
        @Nullable String after,
        @Nullable String reach) {
    private static final int PAGE = 10;
    private static final int EVENTS = 4;
    private static final int FIELDS = 3;

    /// Unit groups the pages have words for.
    private static final Set<String> AGENCIES =
            Set.of("commune", "commune-police", "provincial-police", "department-industry-trade");

    /// Read by hand: binding a record by reflection costs more than the search itself.
    static SearchForm of(WebRequest request) {
        return new SearchForm(
                request.getParameter("q"),
                request.getParameter("event"),
                request.getParameter("field"),
                request.getParameter("agency"),
                request.getParameter("audience"),
                request.getParameter("level"),
                request.getParameter("online"),
                request.getParameter("literal"),
                request.getParameter("after"),
                request.getParameter("reach"));
    }

    String text() {
        var typed = q == null ? "" : q.strip();
        return typed.length() > Query.MAX_TEXT ? typed.substring(0, Query.MAX_TEXT) : typed;
    }

    Query query() {
        return new Query(
                text(),
                event == null ? null : LifeEvent.of(event).orElse(null),
                code(field),
                code(agency),
                constant(Audience.class, audience),
                constant(Level.class, level),
                online != null,
                literal != null,
                after == null || after.length() > 40 ? null : after,
                PAGE,
                constant(OnlineLevel.class, reach));
    }

    private static @Nullable String code(@Nullable String typed) {
        return typed == null || typed.isBlank() || typed.length() > 40 ? null : typed;
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(name)) return constant;
        }
        return null;
    }

    /// Filters in force, in the order of the address.
    private Map<String, String> filters() {
        var query = query();
        var filters = new LinkedHashMap<String, String>();
        if (query.event() != null) filters.put("event", query.event().id());
        if (query.field() != null) filters.put("field", query.field());
        if (query.agency() != null) filters.put("agency", query.agency());
        if (query.audience() != null) filters.put("audience", word(query.audience()));
        if (query.level() != null) filters.put("level", word(query.level()));
        if (query.online()) filters.put("online", "yes");
        if (query.reach() != null) filters.put("reach", word(query.reach()));
        return filters;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private String address(String text, Map<String, String> parameters) {
        var address = new StringBuilder("/procedures");
        char sign = '?';
        if (!text.isEmpty()) {
            address.append("?q=").append(UriUtils.encode(text, StandardCharsets.UTF_8));
            sign = '&';
        }
        for (var parameter : parameters.entrySet()) {
            address.append(sign).append(parameter.getKey()).append('=');
            address.append(UriUtils.encode(parameter.getValue(), StandardCharsets.UTF_8));
            sign = '&';
        }
        return address.toString();
    }

    private String with(String name, String value) {
        var filters = filters();
        if (literal != null) filters.put("literal", "yes");
        filters.put(name, value);
        return address(text(), filters);
    }

    private String without(String name) {
        var filters = filters();
        filters.remove(name);
        return address(text(), filters);
    }

    private void toggle(
            List<Pill> pills,
            String name,
            String value,
            @Nullable String key,
            vn.motcua.kernel.@Nullable LocalText shown,
            int count) {
        boolean on = value.equals(filters().get(name));
        pills.add(new Pill(key, shown, count, on, on ? without(name) : with(name, value)));
    }

    SearchView view(Found found, List<CardView> hits) {
        List<Pill> pills = new ArrayList<>();
        var facets = found.facets();
        var filters = filters();
        if (found.total() > 0 || filters.containsKey("online")) {
            toggle(pills, "online", "yes", "procedure.filter.online", null, facets.online());
        }
        facets.reach()
                .forEach(
                        (level, count) ->
                                toggle(
                                        pills,
                                        "reach",
                                        word(level),
                                        "catalogue.reach." + word(level),
                                        null,
                                        count));
        facets.audiences()
                .forEach(
                        (audience, count) ->
                                toggle(
                                        pills,
                                        "audience",
                                        word(audience),
                                        "procedure.audience." + word(audience),
                                        null,
                                        count));
        facets.levels()
                .forEach(
                        (level, count) ->
                                toggle(
                                        pills,
                                        "level",
                                        word(level),
                                        "procedure.level." + word(level),
                                        null,
                                        count));
        facets.agencies().stream()
                .filter(one -> AGENCIES.contains(one.unitGroup()))
                .forEach(
                        one ->
                                toggle(
                                        pills,
                                        "agency",
                                        one.unitGroup(),
                                        "procedure.agency." + one.unitGroup(),
                                        null,
                                        one.count()));
        facets.events().entrySet().stream()
                .sorted(Map.Entry.<LifeEvent, Integer>comparingByValue().reversed())
                .limit(EVENTS)
                .forEach(
                        entry ->
                                toggle(
                                        pills,
                                        "event",
                                        entry.getKey().id(),
                                        "procedure.event." + entry.getKey().id(),
                                        null,
                                        entry.getValue()));
        facets.fields().stream()
                .limit(FIELDS)
                .forEach(
                        one ->
                                toggle(
                                        pills,
                                        "field",
                                        one.field().code(),
                                        null,
                                        one.field().name(),
                                        one.count()));
        var next = found.next();
        return new SearchView(
                text(),
                hits,
                found.total(),
                found.mended(),
                with("literal", "yes"),
                found.partly(),
                pills,
                filters.entrySet().stream()
                        .map(entry -> new Carried(entry.getKey(), entry.getValue()))
                        .toList(),
                found.nearest().stream()
                        .map(word -> new SearchView.Link(word, address(word, Map.of())))
                        .toList(),
                filters.isEmpty() ? null : address(text(), Map.of()),
                next == null ? null : with("after", next),
                after == null ? null : address(text(), filters));
    }
}
