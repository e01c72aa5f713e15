package vn.motcua.dossier.internal.queue;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// A number that is called.
///
/// @param name of the desk, where it has one
public record ScreenCall(String number, int desk, @Nullable LocalText name, boolean now) {}
