package vn.motcua.form;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// One answer to choose from.
///
/// @param value what is stored
/// @param hint a word of help under the label
public record Option(String value, LocalText label, @Nullable LocalText hint) {}
