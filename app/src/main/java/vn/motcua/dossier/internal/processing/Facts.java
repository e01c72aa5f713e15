package vn.motcua.dossier.internal.processing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;

/// Journal entries about dossiers. Every entry carries what readers of the feed count by, so
/// that none of them has to ask this room back; never a name, a paper or an answer.
public final class Facts {
    public static final String SUBJECT = "dossier";

    private Facts() {}

    /// @param what past tense after the dot, for example `accepted`
    public static Entry of(
            String what, Dossier dossier, Caller by, Instant at, Map<String, Object> more) {
        var moments = dossier.moments();
        var data = new LinkedHashMap<String, Object>();
        data.put("code", dossier.code().value());
        data.put("procedure", dossier.release().procedureCode());
        data.put("release", dossier.release().version());
        data.put("channel", dossier.channel().name());
        data.put("state", dossier.state().name());
        data.put("submittedAt", moments.submitted().toString());
        put(data, "firstDueAt", moments.firstDue());
        put(data, "dueAt", moments.due());
        put(data, "finishedAt", moments.finished());
        if (dossier.outcome() != null) data.put("outcome", dossier.outcome().name());
        if (dossier.people().assistedBy() != null) data.put("assisted", true);
        if (dossier.supplements() > 0) data.put("supplements", dossier.supplements());
        if (by.behalf() != null) data.put("behalf", by.behalf().account().toString());
        data.putAll(more);
        return new Entry(
                "dossier." + what, SUBJECT, dossier.id(), dossier.agency(), actor(by), at, data);
    }

    public static Entry of(String what, Dossier dossier, Caller by, Instant at) {
        return of(what, dossier, by, at, Map.of());
    }

    private static void put(Map<String, Object> data, String key, @Nullable Instant at) {
        if (at != null) data.put(key, at.toString());
    }

    private static Actor actor(Caller by) {
        return new Actor(by.role().setting(), by.account(), by.agency());
    }
}
