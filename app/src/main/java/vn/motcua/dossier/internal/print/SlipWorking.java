package vn.motcua.dossier.internal.print;

import org.jspecify.annotations.Nullable;

/// One line of the arithmetic behind the due date, already in words: Vietnamese, and below it
/// English where it is known. Slips frozen before there was English have none.
public record SlipWorking(
        String text, String result, @Nullable String english, @Nullable String englishResult) {
    public SlipWorking(String text, String result) {
        this(text, result, null, null);
    }
}
