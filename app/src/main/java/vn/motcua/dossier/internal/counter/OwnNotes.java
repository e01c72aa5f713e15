package vn.motcua.dossier.internal.counter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the counter tells the person on their own page of a dossier.
///
/// @param pickup whether they may take a code to collect the result with
/// @param reminded when they were reminded to collect it, in words
/// @param helped who filled it in for them, in words; null when nobody did
/// @param ended documents that do not stand any more, in words
public record OwnNotes(
        String code,
        boolean pickup,
        List<String> reminded,
        @Nullable String helped,
        List<String> ended) {}
