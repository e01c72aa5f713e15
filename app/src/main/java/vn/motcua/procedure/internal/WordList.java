package vn.motcua.procedure.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.kernel.Fold;

/// What people say for what the law says: `search/words.txt`.
///
/// @param meanings folded saying to its meanings, each a list of folded words
/// @param longest words in the longest saying
record WordList(Map<String, List<List<String>>> meanings, int longest) {
    private static final String RESOURCE = "/search/words.txt";

    static WordList load() {
        try (var in = WordList.class.getResourceAsStream(RESOURCE)) {
            if (in == null) throw new IllegalStateException("no resource " + RESOURCE);
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return parse(reader.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static WordList parse(List<String> lines) {
        var meanings = new HashMap<String, List<List<String>>>();
        int longest = 1;
        for (var line : lines) {
            int sign = line.indexOf('=');
            if (line.startsWith("#") || sign < 0) continue;
            var saying = Fold.fold(line.substring(0, sign));
            longest = Math.max(longest, saying.split(" ", -1).length);
            for (var meaning : line.substring(sign + 1).split("\\|", -1)) {
                meanings.computeIfAbsent(saying, _ -> new ArrayList<>()).add(Typing.words(meaning));
            }
        }
        meanings.replaceAll((_, all) -> List.copyOf(all));
        return new WordList(Map.copyOf(meanings), longest);
    }
}
