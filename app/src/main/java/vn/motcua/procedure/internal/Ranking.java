package vn.motcua.procedure.internal;

import java.util.Arrays;
import java.util.List;
import vn.motcua.procedure.internal.Unit.Meaning;

/// Rewards procedures whose name or keyword is what was typed, begins with it or has it in one
/// piece, and prefers what is used much and short names among equals.
final class Ranking {
    private static final int EQUAL = 500;
    private static final int BEGINS = 240;
    private static final int CONTAINS = 120;
    private static final int KEYWORD = 200;
    private static final int LENGTH = 2;
    private static final int PHRASES = 4;

    private final CatalogueIndex index;
    private final int[][][] phrases;

    Ranking(CatalogueIndex index, List<Unit> units) {
        this.index = index;
        int most = 1;
        for (var unit : units) {
            if (longMeanings(unit) > most) most = longMeanings(unit);
        }
        phrases = new int[Math.min(most, PHRASES)][][];
        for (int i = 0; i < phrases.length; i++) phrases[i] = phrase(units, i);
    }

    private static int longMeanings(Unit unit) {
        int count = 0;
        for (var meaning : unit.meanings()) if (meaning.terms().length > 1) count++;
        return count;
    }

    /// For each place in the phrase the terms that may stand there, sorted.
    private static int[][] phrase(List<Unit> units, int choice) {
        var places = new java.util.ArrayList<int[]>();
        for (var unit : units) {
            var long_ =
                    unit.meanings().stream().filter(meaning -> meaning.terms().length > 1).toList();
            if (!long_.isEmpty()) {
                for (int term : long_.get(Math.min(choice, long_.size() - 1)).terms()) {
                    places.add(new int[] {term});
                }
                continue;
            }
            var terms =
                    unit.meanings().stream()
                            .mapToInt((Meaning meaning) -> meaning.terms()[0])
                            .sorted()
                            .toArray();
            places.add(terms);
        }
        return places.toArray(int[][]::new);
    }

    void reward(int[] docs, int[] score) {
        for (int doc : docs) {
            int reward = Math.max(name(index.names[doc]), name(index.englishNames[doc]));
            for (var keyword : index.keywords[doc]) {
                if (equal(keyword)) reward = Math.max(reward, KEYWORD);
            }
            int points = score[doc] + reward + index.use[doc];
            score[doc] = Math.max(1, points - LENGTH * index.names[doc].length);
        }
    }

    private int name(int[] name) {
        int best = 0;
        for (var phrase : phrases) {
            int at = at(name, phrase);
            if (at < 0) continue;
            int reward = at > 0 ? CONTAINS : name.length == phrase.length ? EQUAL : BEGINS;
            best = Math.max(best, reward);
        }
        return best;
    }

    private boolean equal(int[] words) {
        for (var phrase : phrases) {
            if (words.length == phrase.length && at(words, phrase) == 0) return true;
        }
        return false;
    }

    private static int at(int[] words, int[][] phrase) {
        for (int from = 0; from + phrase.length <= words.length; from++) {
            int place = 0;
            while (place < phrase.length
                    && Arrays.binarySearch(phrase[place], words[from + place]) >= 0) place++;
            if (place == phrase.length) return from;
        }
        return -1;
    }
}
