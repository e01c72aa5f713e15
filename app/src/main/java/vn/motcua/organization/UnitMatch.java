package vn.motcua.organization;

import org.jspecify.annotations.Nullable;

/// A commune of today that someone may have meant.
///
/// @param formerName the former unit by which it was found, `Phường 12, Quận Gò Vấp`; null when
///     found by its own name
public record UnitMatch(Commune commune, Province province, @Nullable String formerName) {}
