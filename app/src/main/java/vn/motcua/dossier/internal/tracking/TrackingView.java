package vn.motcua.dossier.internal.tracking;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.talk.TalkLink;

/// The public tracking page: the two questions, and the answer once both are right.
///
/// @param code as typed
/// @param errors by field
/// @param slips address of the letters about payment, up to the id of one
/// @param talk the way to the conversation; null before both answers are right
public record TrackingView(
        String code,
        Map<String, String> errors,
        @Nullable Progress progress,
        @Nullable TalkLink talk,
        String slips) {
    static TrackingView asking(String code, Map<String, String> errors) {
        return new TrackingView(code, errors, null, null, "");
    }
}
