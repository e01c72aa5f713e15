package vn.motcua.dossier.internal.review;

import org.jspecify.annotations.Nullable;

/// What is found of one part.
///
/// @param kind code; null when nothing is found yet
record Finding(@Nullable String kind, String comment) {
    static final Finding NONE = new Finding(null, "");
}
