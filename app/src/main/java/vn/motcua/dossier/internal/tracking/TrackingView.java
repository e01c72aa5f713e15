package vn.motcua.dossier.internal.tracking;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The public tracking page: the two questions, and the answer once both are right.
///
/// @param code as typed
/// @param errors by field
public record TrackingView(String code, Map<String, String> errors, @Nullable Progress progress) {}
