package vn.motcua.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One file of messages as it stands on disk, line by line, so that a key written twice shows.
///
/// @param texts by key, in the file's order
/// @param twice keys that stand in it more than once
record Messages(Path file, Map<String, String> texts, List<String> twice) {
    static Messages read(Path file) {
        var texts = new LinkedHashMap<String, String>();
        var twice = new ArrayList<String>();
        var pending = new StringBuilder();
        for (var line : Tree.text(file).lines().toList()) {
            var text = pending.isEmpty() ? line.stripLeading() : line.stripLeading();
            if (pending.isEmpty()
                    && (text.isBlank() || text.startsWith("#") || text.startsWith("!"))) continue;
            if (continued(text)) {
                pending.append(text, 0, text.length() - 1);
                continue;
            }
            pending.append(text);
            var whole = pending.toString();
            pending.setLength(0);
            int equals = whole.indexOf('=');
            if (equals < 0) throw new IllegalStateException(file + ": no '=' in " + whole);
            var key = whole.substring(0, equals).strip();
            if (texts.put(key, whole.substring(equals + 1).stripLeading()) != null) twice.add(key);
        }
        return new Messages(file, texts, twice);
    }

    String name() {
        return file.getFileName().toString().replace(".properties", "");
    }

    private static boolean continued(String line) {
        int slashes = 0;
        for (int i = line.length() - 1; i >= 0 && line.charAt(i) == '\\'; i--) slashes++;
        return slashes % 2 == 1;
    }
}
