package vn.motcua.dossier.internal.print;

import org.jspecify.annotations.Nullable;

/// @param title signing authority, one line each: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`
/// @param digital when the paper was signed digitally, words saying so
public record SlipSigner(String title, String name, @Nullable String digital) {}
