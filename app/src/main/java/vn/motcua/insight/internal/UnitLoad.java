package vn.motcua.insight.internal;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// Load of a unit.
///
/// @param position where the process names no unit: key of the position; else null
public record UnitLoad(
        LocalText agency,
        LocalText name,
        @Nullable String position,
        Workload load,
        LoadLinks links) {}
