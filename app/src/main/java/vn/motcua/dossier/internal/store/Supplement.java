package vn.motcua.dossier.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One request to supplement, and what came back.
///
/// @param number 1 for the first request of this dossier
/// @param answerBy last day to answer
/// @param dueBefore the appointment before the request; null before acceptance
/// @param answers by item id; empty until answered
/// @param overdue when the end of the term was acted upon; null before
public record Supplement(
        UUID id,
        UUID dossier,
        int number,
        Stage stage,
        String askedName,
        Instant asked,
        String reason,
        String legalBasis,
        String message,
        List<Item> items,
        LocalDate answerBy,
        @Nullable Instant dueBefore,
        @Nullable Instant dueAfter,
        @Nullable Instant answered,
        Map<String, Reply> answers,
        @Nullable Instant overdue) {
    public enum Stage {
        RECEPTION,
        APPRAISAL
    }

    /// One thing asked.
    ///
    /// @param id stable inside the request
    /// @param component id of the component asked for; null when something else is asked
    /// @param text what exactly is missing, in the officer's words
    public record Item(String id, @Nullable String component, String text) {}

    public record Reply(@Nullable String text, List<UUID> files) {
        public Reply {
            files = List.copyOf(files);
        }
    }

    /// A request nobody has answered yet.
    public Supplement(
            UUID id,
            UUID dossier,
            int number,
            Stage stage,
            String askedName,
            Instant asked,
            String reason,
            String legalBasis,
            String message,
            List<Item> items,
            LocalDate answerBy,
            @Nullable Instant dueBefore,
            @Nullable Instant dueAfter,
            @Nullable Instant answered,
            Map<String, Reply> answers) {
        this(
                id,
                dossier,
                number,
                stage,
                askedName,
                asked,
                reason,
                legalBasis,
                message,
                items,
                answerBy,
                dueBefore,
                dueAfter,
                answered,
                answers,
                null);
    }

    public boolean open() {
        return answered == null;
    }
}
