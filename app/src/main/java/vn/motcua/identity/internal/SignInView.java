package vn.motcua.identity.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.identity.SampleSignIns.SampleSignIn;

/// @param to where to go on; empty for the usual place
/// @param notice message key of the note on top: an expired session, a closed account; null for
/// none
/// @param comeBack the time before which no further try is taken, as text; null when there is
/// no waiting
/// @param errors field id to words
public record SignInView(
        String login,
        String to,
        @Nullable String notice,
        @Nullable String comeBack,
        Map<String, String> errors,
        List<SampleSignIn> samples) {}
