package vn.motcua.dossier.internal.worklist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.DossierState;

/// What is looked for among all dossiers of an agency and those below it.
///
/// @param sought id of the words looked for; null for all
public record FindQuery(
        @Nullable UUID sought,
        @Nullable String procedure,
        @Nullable String channel,
        @Nullable String state,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public static FindQuery read(Map<String, String> sent) {
        var common = WorkQuery.read(sent);
        var state = sent.get("state");
        boolean known = Arrays.stream(DossierState.values()).anyMatch(s -> s.name().equals(state));
        return new FindQuery(
                common.sought(),
                common.procedure(),
                common.channel(),
                known ? state : null,
                common.from(),
                common.to());
    }

    private WorkQuery common() {
        return new WorkQuery(
                Tab.ALL, procedure, null, channel, null, null, from, to, sought, false);
    }

    public String href(String path, @Nullable String name, @Nullable String value) {
        var href = common().href(path, name, value);
        if (state == null) return href;
        return href + (href.contains("?") ? "&" : "?") + "state=" + state;
    }

    public FindQuery seeking(@Nullable UUID words) {
        return new FindQuery(words, procedure, channel, state, from, to);
    }

    public boolean narrowed() {
        return common().narrowed() || state != null;
    }
}
