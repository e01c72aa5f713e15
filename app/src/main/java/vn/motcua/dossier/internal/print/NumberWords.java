package vn.motcua.dossier.internal.print;

import java.util.ArrayList;
import java.util.List;

/// Whole numbers in Vietnamese words, as papers repeat dates and amounts: 2026 is
/// `hai nghìn không trăm hai mươi sáu`.
final class NumberWords {
    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final List<String> SCALES = List.of("", " nghìn", " triệu");
    private static final long BILLION = 1_000_000_000L;

    private NumberWords() {}

    /// @throws IllegalArgumentException for a negative number
    static String of(long number) {
        if (number < 0) throw new IllegalArgumentException("negative: " + number);
        if (number == 0) return DIGITS.getFirst();
        var words = new ArrayList<String>();
        add(words, number);
        return String.join(" ", words);
    }

    private static void add(List<String> words, long number) {
        if (number >= BILLION) {
            add(words, number / BILLION);
            words.set(words.size() - 1, words.getLast() + " tỷ");
        }
        int rest = (int) (number % BILLION);
        for (int scale = 2; scale >= 0; scale--) {
            int group = rest / (int) Math.pow(1000, scale) % 1000;
            if (group > 0) words.add(group(group, !words.isEmpty()) + SCALES.get(scale));
        }
    }

    /// @param inside whether larger words stand before it, so that its hundreds are told even when
    ///     there are none
    private static String group(int number, boolean inside) {
        var words = new ArrayList<String>();
        boolean hundreds = inside || number >= 100;
        if (hundreds) words.add(DIGITS.get(number / 100) + " trăm");
        int tens = number / 10 % 10;
        int unit = number % 10;
        if (tens > 1) words.add(DIGITS.get(tens) + " mươi");
        if (tens == 1) words.add("mười");
        if (tens == 0 && unit > 0 && hundreds) words.add("linh");
        if (unit > 0) words.add(unit(tens, unit));
        return String.join(" ", words);
    }

    private static String unit(int tens, int unit) {
        if (unit == 1 && tens > 1) return "mốt";
        if (unit == 5 && tens > 0) return "lăm";
        return DIGITS.get(unit);
    }
}
