package vn.motcua.procedure.internal;

import java.util.List;

/// A text that is still to be said in the reader's language.
public record Phrase(String key, List<Object> args) {
    static Phrase of(String key, Object... args) {
        return new Phrase(key, List.of(args));
    }
}
