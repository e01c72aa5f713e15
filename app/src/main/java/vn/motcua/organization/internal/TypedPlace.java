package vn.motcua.organization.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.motcua.kernel.Fold;

/// One way to read a typed place: the unit looked for, and what was written after it to say where.
///
/// @param head readings of the unit's name
/// @param context for each later piece its readings
/// @param penalty how far this way of reading is from the plain one
record TypedPlace(List<Name> head, List<List<Name>> context, int penalty) {
    static final int SPLIT_WITHOUT_COMMA = 20;
    static final int UNLABELLED_PIECE_SKIPPED = 150;
    static final int COMMUNE_SKIPPED = 400;

    private static final Pattern BETWEEN =
            Pattern.compile("[,;\\n/]+|\\s-\\s(?=\\p{L}+\\.?\\s?\\p{L})");
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 12;

    /// All ways worth trying.
    ///
    /// @param isPlace whether a piece surely names a former district or a province
    static List<TypedPlace> readings(String typed, Predicate<List<Name>> isPlace) {
        var text = Fold.tidy(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        var places = new ArrayList<TypedPlace>();
        var whole = Name.readings(text);
        if (text.contains(" - ")) places.add(new TypedPlace(whole, List.of(), 0));
        var pieces = pieces(text);
        int penalty = 0;
        for (int i = 0; i < pieces.size(); i++) {
            var rest = pieces.subList(i + 1, pieces.size()).stream().map(Name::readings).toList();
            var head = Name.readings(pieces.get(i));
            if (head.isEmpty()) continue;
            places.add(new TypedPlace(head, rest, penalty));
            splits(pieces.get(i), rest, penalty, isPlace, places);
            boolean commune =
                    head.stream().anyMatch(n -> n.level() != null && n.level().isCommune());
            penalty += commune ? COMMUNE_SKIPPED : UNLABELLED_PIECE_SKIPPED;
        }
        return places;
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        for (var piece : BETWEEN.split(text)) {
            var tidy = piece.strip();
            if (!tidy.isEmpty() && !Spelling.compact(tidy).equals("vietnam")) pieces.add(tidy);
        }
        return pieces;
    }

    /// `Phường 12 Quận Gò Vấp TPHCM`: no comma, yet its end names a district or province.
    private static void splits(
            String piece,
            List<List<Name>> rest,
            int penalty,
            Predicate<List<Name>> isPlace,
            List<TypedPlace> places) {
        var words = piece.split(" ", -1);
        if (words.length > MOST_WORDS) return;
        for (int i = 1; i < words.length; i++) {
            for (int j = i + 1; j <= words.length; j++) {
                var first = Name.readings(joined(words, i, j));
                if (first.isEmpty() || !isPlace.test(first)) continue;
                var context = new ArrayList<List<Name>>();
                context.add(first);
                if (j < words.length) {
                    var second = Name.readings(joined(words, j, words.length));
                    if (second.isEmpty() || !isPlace.test(second)) continue;
                    context.add(second);
                }
                context.addAll(rest);
                var head = Name.readings(joined(words, 0, i));
                if (head.isEmpty()) continue;
                places.add(new TypedPlace(head, context, penalty + SPLIT_WITHOUT_COMMA));
            }
        }
    }

    private static String joined(String[] words, int from, int to) {
        return String.join(" ", List.of(words).subList(from, to));
    }
}
