package vn.motcua.organization.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.Fold;

/// A unit's name taken apart.
///
/// @param level null when none was written
/// @param bare the name without the level, as written
/// @param key `bare` for looking up
record Name(@Nullable UnitLevel level, String bare, String key) {
    private static final Pattern SHORT =
            Pattern.compile("(?iu)(phường|phuong|quận|quan|tp|tt|tx|dk|đk|[pqxhtf])(?=\\s*[\\d.])");

    /// An official name, which always begins with its level, and its known key.
    static Name official(String name, String key) {
        for (var level : UnitLevel.values()) {
            int length = level.official.length();
            boolean begins = name.startsWith(level.official) && name.charAt(length) == ' ';
            if (begins) return new Name(level, name.substring(length + 1), key);
        }
        return new Name(null, name, key);
    }

    static Name official(String name) {
        var bare = official(name, "");
        return new Name(bare.level, bare.bare, Spelling.compact(bare.bare));
    }

    /// What a typed piece may mean: with its first word read as a level, and as it stands, for
    /// `quan hoa` may be quận Hoa or xã Quan Hóa.
    static List<Name> readings(String typed) {
        var text = spaced(typed);
        var readings = new ArrayList<Name>(2);
        var words = text.split(" ", -1);
        for (var level : UnitLevel.values()) {
            for (var word : level.words) {
                int count = word.indexOf(' ') < 0 ? 1 : 2;
                if (words.length <= count || !begins(words, count, word, level)) continue;
                var bare = String.join(" ", List.of(words).subList(count, words.length));
                readings.add(new Name(level, bare, Spelling.compact(bare)));
            }
        }
        readings.add(new Name(null, text, Spelling.compact(text)));
        readings.removeIf(name -> name.key.isEmpty());
        return readings;
    }

    /// A word with marks must be the level itself: `Quán` in `Quán Hàu` is no `quận`.
    private static boolean begins(String[] words, int count, String word, UnitLevel level) {
        var start = count == 1 ? words[0] : words[0] + ' ' + words[1];
        if (!Fold.fold(start).equals(word)) return false;
        var marked = Spelling.marked(start);
        return marked.equals(word) || marked.equals(level.marked) || word.length() <= 2;
    }

    /// `P.12`, `P12`, `TP.HCM` → `P 12`, `TP HCM`.
    private static String spaced(String typed) {
        var matcher = SHORT.matcher(typed);
        if (!matcher.lookingAt()) return typed;
        var rest = typed.substring(matcher.end()).replaceFirst("^\\s*\\.\\s*", "");
        return matcher.group(1) + ' ' + rest.strip();
    }
}
