package vn.motcua.procedure.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.motcua.kernel.Fold;

/// What keyboards do to Vietnamese: letters typed with the input method off (Telex `ddawng
/// kys`, VNI `d9a8ng ky1`), tone marks put on either vowel (`hoà`, `hòa`), marks apart from
/// their letters.
final class Typing {
    private static final int MAX_TOKENS = 16;

    private Typing() {}

    /// Folded words, at most sixteen.
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        var folded = Fold.fold(text);
        for (int start = 0; start < folded.length() && words.size() < MAX_TOKENS; ) {
            int end = folded.indexOf(' ', start);
            if (end < 0) end = folded.length();
            if (end > start) words.add(folded.substring(start, end));
            start = end + 1;
        }
        return words;
    }

    /// Words with their marks in one spelling: small letters, the tone mark after the syllable.
    static List<String> marked(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        var tones = new StringBuilder();
        for (int i = 0; i <= decomposed.length(); i++) {
            char c = i < decomposed.length() ? decomposed.charAt(i) : ' ';
            if (isTone(c)) {
                tones.append(c);
            } else if (Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.append(tones).toString());
                word.setLength(0);
                tones.setLength(0);
                if (words.size() == 64) break;
            }
        }
        return words;
    }

    private static boolean isTone(char c) {
        return c == '\u0300' || c == '\u0301' || c == '\u0303' || c == '\u0309' || c == '\u0323';
    }

    /// What a folded word may have been meant to be, when it is no word of the catalogue.
    static List<String> variants(String word) {
        List<String> variants = new ArrayList<>();
        addUnlessSame(variants, word, telex(word));
        addUnlessSame(variants, word, vni(word));
        char last = word.charAt(word.length() - 1);
        if (last == 'i' || last == 'y') {
            variants.add(word.substring(0, word.length() - 1) + (last == 'i' ? 'y' : 'i'));
        }
        return variants;
    }

    private static void addUnlessSame(List<String> variants, String word, String variant) {
        if (!variant.isEmpty() && !variant.equals(word) && !variants.contains(variant)) {
            variants.add(variant);
        }
    }

    /// Doubled vowels and d, `w`, and a tone letter after the first vowel.
    static String telex(String word) {
        var plain = new StringBuilder(word.length());
        boolean vowelSeen = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char before = plain.isEmpty() ? ' ' : plain.charAt(plain.length() - 1);
            boolean doubled = c == before && (c == 'a' || c == 'e' || c == 'o' || c == 'd');
            boolean tone = vowelSeen && "sfrxjz".indexOf(c) >= 0;
            boolean horn = c == 'w' && !plain.isEmpty();
            if (c == 'w' && plain.isEmpty()) c = 'u';
            if (!doubled && !tone && !horn) plain.append(c);
            if ("aeiouy".indexOf(c) >= 0) vowelSeen = true;
        }
        return withoutLateD(plain.toString());
    }

    /// `dangd`: the second d of đ typed last.
    private static String withoutLateD(String text) {
        if (text.length() > 2 && text.startsWith("d") && text.endsWith("d")) {
            return text.substring(0, text.length() - 1);
        }
        return text;
    }

    /// Digits after letters.
    static String vni(String word) {
        if (word.isEmpty() || Character.isDigit(word.charAt(0))) return word;
        var plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isDigit(word.charAt(i))) plain.append(word.charAt(i));
        }
        return plain.toString();
    }
}
