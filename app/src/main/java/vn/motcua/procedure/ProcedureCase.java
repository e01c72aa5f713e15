package vn.motcua.procedure;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// A variant of a procedure with papers, times or fees of its own.
///
/// @param code national code `1.001193.02`, or a word of our own where none was read
/// @param when expression over the answers that tells whether the case applies, null when an
/// officer does
public record ProcedureCase(String code, LocalText name, @Nullable String when) {}
