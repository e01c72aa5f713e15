package vn.motcua.dossier.internal.print;

import org.jspecify.annotations.Nullable;

/// @param text what is missing, or why
/// @param basis the rule it rests on
public record SlipReason(String text, @Nullable String basis) {}
