package vn.motcua.dossier.internal.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.Fold;

/// Turns what somebody typed into a question to the word index: every word must be there, as the
/// beginning of a word of the dossier or of its procedure's name. A number typed in groups is
/// one word too.
final class SearchWords {
    private static final int MOST_WORDS = 12;

    /// A word in the names of more procedures than this says nothing about one of them.
    private static final int MOST_PROCEDURES = 60;

    private SearchWords() {}

    /// @param procedures folded names by code
    /// @return null when nothing was typed that can be looked for
    public static @Nullable String query(String typed, Map<String, String> procedures) {
        var folded = Fold.fold(typed);
        if (folded.isEmpty()) return null;
        var words = List.of(folded.split(" "));
        if (words.size() > MOST_WORDS) words = words.subList(0, MOST_WORDS);
        var all = new ArrayList<String>();
        for (var word : words) all.add(either(word, procedures));
        var whole = String.join(" & ", all);
        var joined = folded.replace(" ", "");
        return words.size() > 1 && joined.chars().allMatch(Character::isDigit)
                ? "(" + whole + ") | " + beginning(joined)
                : whole;
    }

    private static String either(String word, Map<String, String> procedures) {
        var codes =
                procedures.entrySet().stream()
                        .filter(named -> (" " + named.getValue()).contains(" " + word))
                        .map(named -> quoted("p:" + named.getKey()))
                        .sorted()
                        .limit(MOST_PROCEDURES + 1L)
                        .toList();
        if (codes.isEmpty() || codes.size() > MOST_PROCEDURES) return beginning(word);
        return codes.stream()
                .collect(Collectors.joining(" | ", "(" + beginning(word) + " | ", ")"));
    }

    private static String beginning(String word) {
        return quoted(word) + ":*";
    }

    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
