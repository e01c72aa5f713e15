package vn.motcua.dossier.internal.print;

/// One line of the arithmetic behind the due date, already in Vietnamese words.
public record SlipWorking(String text, String result) {}
