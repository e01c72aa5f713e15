package vn.motcua.form.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.FieldType;
import vn.motcua.form.FormProblem;
import vn.motcua.kernel.ProblemException;

/// A repeat on the table. Its entries have no names of their own but their place, and a place
/// changes when another tab takes one out: so every page carries the fingerprint of the entry it
/// was made from.
record RepeatPlace(OpenDraft open, CompiledQuestion question, CompiledField repeat) {
    static RepeatPlace of(Table table, UUID id, String question, String field, boolean desk) {
        var open = table.open(id, desk);
        var q = QuestionController.asked(open, question);
        var repeat =
                q.fields().stream()
                        .filter(f -> f.id().equals(field) && f.field().type() == FieldType.REPEAT)
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(FormProblem.NOT_FOUND));
        return new RepeatPlace(open, q, repeat);
    }

    String at() {
        return open.at(question) + "/" + repeat.id();
    }

    List<Object> items() {
        return open.answers().list(repeat.id());
    }

    /// An entry, counted from 1; empty for a new one.
    Map<String, Object> item(@Nullable Integer number) {
        if (number == null) return Map.of();
        if (number < 1 || number > items().size())
            throw new ProblemException(FormProblem.NOT_FOUND);
        return item(items().get(number - 1));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> item(Object stored) {
        if (stored instanceof Map<?, ?> item) return (Map<String, Object>) item;
        throw new ProblemException(FormProblem.NOT_FOUND);
    }

    /// Name of the controls of one entry.
    String prefix(int index) {
        return repeat.id() + "[" + index + "].";
    }

    /// What a page of an entry is made from; of a new one, all there are.
    String base(@Nullable Integer number) {
        return fingerprint(number == null ? items() : item(number));
    }

    /// Where the entry a page was made from stands now.
    ///
    /// @param base empty for a page that said nothing about it
    /// @return its index; empty when it is gone or has changed
    Optional<Integer> index(int number, String base) {
        int index = number - 1;
        if (base.isEmpty()) {
            var _ = item(number);
            return Optional.of(index);
        }
        var same = new ArrayList<Integer>();
        for (int i = 0; i < items().size(); i++)
            if (fingerprint(items().get(i)).equals(base)) same.add(i);
        if (same.contains(index)) return Optional.of(index);
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    boolean has(Map<String, Object> item) {
        var wanted = fingerprint(item);
        return items().stream().anyMatch(there -> fingerprint(there).equals(wanted));
    }

    /// The same for the same content, in whatever order its parts are kept.
    static String fingerprint(Object value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = digest.digest(ordered(value).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object ordered(@Nullable Object value) {
        if (value instanceof List<?> list) return list.stream().map(RepeatPlace::ordered).toList();
        if (!(value instanceof Map<?, ?> map)) return String.valueOf(value);
        var parts = new TreeMap<String, Object>();
        map.forEach((key, part) -> parts.put(String.valueOf(key), ordered(part)));
        return parts;
    }
}
