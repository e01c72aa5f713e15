package vn.motcua.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One fact, in the past tense.
///
/// @param kind `<room>.<what-happened>`, for example `dossier.accepted`
/// @param subjectType what it happened to, for example `dossier`
/// @param subjectId its id; readers see the entries of one subject in the order they happened
/// @param agency code of the agency concerned, if any
/// @param actor who did it
/// @param at when, kept to the microsecond
/// @param data ids, codes, amounts, instants as ISO text; never names, papers or answers
public record Entry(
        String kind,
        String subjectType,
        UUID subjectId,
        @Nullable String agency,
        Actor actor,
        Instant at,
        Map<String, Object> data) {
    public Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
