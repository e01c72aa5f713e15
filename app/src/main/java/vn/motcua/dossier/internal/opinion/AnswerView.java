package vn.motcua.dossier.internal.opinion;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// The page of whoever was asked: the question, what is shown, and the answer.
///
/// @param procedure name of the dossier's procedure
/// @param asking name of the agency that asks
/// @param due end of the term, in words
/// @param late whether the term has passed
/// @param mayAnswer whether the reader holds this piece of work and nobody has answered
/// @param answer chosen so far, as sent; empty before
/// @param words typed so far
/// @param errors field id to words
public record AnswerView(
        Opinion opinion,
        LocalText procedure,
        LocalText asking,
        LocalText asked,
        String askedAt,
        String due,
        boolean late,
        boolean mayAnswer,
        @Nullable String answeredAt,
        String answer,
        String words,
        Map<String, String> errors) {}
