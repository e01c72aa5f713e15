package vn.motcua.dossier.internal.queue;

/// A number that is called.
public record ScreenCall(String number, int desk, boolean now) {}
