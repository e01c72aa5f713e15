package vn.motcua.dossier.internal.review;

import org.jspecify.annotations.Nullable;

/// What is found of one part.
///
/// @param kind code; null when nothing is found yet
public record Finding(@Nullable String kind, String comment) {
    public static final Finding NONE = new Finding(null, "");
}
