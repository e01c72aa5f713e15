package vn.motcua.procedure;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// What the citizen gets in the end.
///
/// @param code for example `KQ.G15.000031`, null when none was published
/// @param template name of `print/<template>.html`, null for the default one
/// @param when expression over the answers that tells which of several results it is, null for
///     always
public record ResultType(
        @Nullable String code, LocalText name, @Nullable String template, @Nullable String when) {}
