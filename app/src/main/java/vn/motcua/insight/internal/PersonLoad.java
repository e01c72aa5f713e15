package vn.motcua.insight.internal;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// Load of an officer.
///
/// @param name null for somebody who works there no more
public record PersonLoad(LocalText agency, @Nullable String name, Workload load, LoadLinks links) {}
