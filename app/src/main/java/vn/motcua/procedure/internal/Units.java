package vn.motcua.procedure.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.motcua.procedure.internal.Unit.Meaning;

/// Turns typed words into units: sayings of the word list first, then words as they are, then
/// words as they may have been meant.
final class Units {
    private static final int PREFIXES = 60;
    private static final int NEAR = 12;
    private static final int NEAREST_SHOWN = 5;

    private final CatalogueIndex index;
    private final boolean literal;
    private final boolean bold;

    private Units(CatalogueIndex index, boolean literal, boolean bold) {
        this.index = index;
        this.literal = literal;
        this.bold = bold;
    }

    /// @param literal nothing is mended
    /// @param bold known words are mended, too
    static List<Unit> of(CatalogueIndex index, List<String> words, boolean literal, boolean bold) {
        return new Units(index, literal, bold).read(words);
    }

    private List<Unit> read(List<String> words) {
        List<Unit> units = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            int length = literal ? 0 : saying(words, at, units);
            if (length == 0) {
                units.add(word(words.get(at)));
                length = 1;
            }
            at += length;
        }
        return units;
    }

    /// Adds the longest saying that begins here; how many words it has.
    private int saying(List<String> words, int at, List<Unit> units) {
        int most = Math.min(index.words.longest(), words.size() - at);
        for (int length = most; length > 0; length--) {
            var typed = String.join(" ", words.subList(at, at + length));
            var known = index.words.meanings().get(typed);
            if (known == null) continue;
            List<Meaning> meanings = new ArrayList<>();
            addPhrase(meanings, words.subList(at, at + length), Meaning.EXACT);
            for (var meaning : known) addPhrase(meanings, meaning, Meaning.DICTIONARY);
            if (meanings.isEmpty()) continue;
            units.add(new Unit(typed, true, meanings));
            return length;
        }
        return 0;
    }

    private void addPhrase(List<Meaning> meanings, List<String> words, int quality) {
        var terms = words.stream().mapToInt(index::term).toArray();
        for (int term : terms) if (term < 0) return;
        if (terms.length > 0) meanings.add(new Meaning(terms, quality));
    }

    private Unit word(String word) {
        List<Meaning> meanings = new ArrayList<>();
        int exact = index.term(word);
        if (exact >= 0) meanings.add(one(exact, Meaning.EXACT));
        addPrefixes(meanings, word, exact);
        if (literal) return new Unit(word, exact >= 0, meanings);
        if (exact < 0) {
            for (var variant : Typing.variants(word)) {
                int term = index.term(variant);
                if (term >= 0) meanings.add(one(term, Meaning.TYPING));
            }
        }
        if (meanings.isEmpty() || bold) addSplit(meanings, word);
        if (meanings.isEmpty() || bold) addNear(meanings, word);
        return new Unit(word, exact >= 0, meanings);
    }

    private static Meaning one(int term, int quality) {
        return new Meaning(new int[] {term}, quality);
    }

    private void addPrefixes(List<Meaning> meanings, String word, int exact) {
        if (word.length() < 2) return;
        int from = exact >= 0 ? exact + 1 : -exact - 1;
        for (int term = from;
                term < index.terms.length
                        && term < from + PREFIXES
                        && index.terms[term].startsWith(word);
                term++) {
            meanings.add(one(term, Meaning.PREFIX));
        }
    }

    /// Two words written as one: `khaisinh`.
    private void addSplit(List<Meaning> meanings, String word) {
        for (int at = 2; at <= word.length() - 2; at++) {
            int left = index.term(word.substring(0, at));
            int right = index.term(word.substring(at));
            if (left >= 0 && right >= 0) {
                meanings.add(new Meaning(new int[] {left, right}, Meaning.SPLIT));
            }
        }
    }

    private void addNear(List<Meaning> meanings, String word) {
        for (var near : near(index, word, slips(word))) {
            meanings.add(one(near.term, near.slips == 1 ? Meaning.ONE_SLIP : Meaning.TWO_SLIPS));
        }
    }

    /// Numbers are never mended; short words allow one slip, long ones two.
    private static int slips(String word) {
        if (word.length() < 3 || Character.isDigit(word.charAt(0))) return 0;
        return word.length() < 7 ? 1 : 2;
    }

    private record Near(int term, int slips, int frequency) {}

    private static List<Near> near(CatalogueIndex index, String word, int most) {
        if (most == 0) return List.of();
        List<Near> found = new ArrayList<>();
        for (int term = 0; term < index.terms.length; term++) {
            var candidate = index.terms[term];
            if (Math.abs(candidate.length() - word.length()) > most
                    || Character.isDigit(candidate.charAt(0))) continue;
            int slips = Slips.between(word, candidate, most);
            if (slips > 0 && slips <= most) {
                found.add(new Near(term, slips, index.docs[term].length));
            }
        }
        found.sort(
                Comparator.comparingInt(Near::slips)
                        .thenComparing(Comparator.comparingInt(Near::frequency).reversed())
                        .thenComparingInt(Near::term));
        return found.size() > NEAR ? found.subList(0, NEAR) : found;
    }

    /// Words to offer where nothing was found.
    static List<String> nearest(CatalogueIndex index, List<String> words) {
        List<String> nearest = new ArrayList<>();
        for (var word : words) {
            if (word.length() < 3) continue;
            for (var near : near(index, word, 2)) {
                var shown = index.display[near.term];
                if (nearest.size() < NEAREST_SHOWN && !nearest.contains(shown)) nearest.add(shown);
            }
        }
        return nearest;
    }
}
