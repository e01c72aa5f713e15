package vn.motcua.procedure.internal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One or more typed words that are searched for together, with everything they may mean.
///
/// @param typed the words as typed, folded
/// @param exact the catalogue has the typed word
record Unit(String typed, boolean exact, List<Meaning> meanings) {

    /// @param terms words that must all be there
    /// @param quality how surely this is meant, 64 at most
    record Meaning(int[] terms, int quality) {
        static final int EXACT = 64;
        static final int DICTIONARY = 60;
        static final int TYPING = 56;
        static final int PREFIX = 40;
        static final int SPLIT = 48;
        static final int ONE_SLIP = 32;
        static final int TWO_SLIPS = 20;

        boolean mends() {
            return quality == TYPING
                    || quality == SPLIT
                    || quality == ONE_SLIP
                    || quality == TWO_SLIPS;
        }
    }

    /// The words that were searched for where they are not the typed ones, as the best hit has
    /// them.
    static @Nullable String mended(CatalogueIndex index, List<Unit> units, int doc) {
        boolean changed = false;
        var text = new StringBuilder();
        for (var unit : units) {
            Meaning best = null;
            for (var meaning : unit.meanings) {
                if (has(index, doc, meaning) && (best == null || meaning.quality > best.quality)) {
                    best = meaning;
                }
            }
            if (!text.isEmpty()) text.append(' ');
            if (best == null
                    || best.quality == Meaning.DICTIONARY
                    || best.quality == Meaning.PREFIX) {
                text.append(unit.typed);
                continue;
            }
            changed |= best.mends();
            for (int i = 0; i < best.terms.length; i++) {
                if (i > 0) text.append(' ');
                text.append(index.display[best.terms[i]]);
            }
        }
        return changed ? text.toString() : null;
    }

    private static boolean has(CatalogueIndex index, int doc, Meaning meaning) {
        for (int term : meaning.terms) {
            if (Arrays.binarySearch(index.docs[term], doc) < 0) return false;
        }
        return true;
    }
}
