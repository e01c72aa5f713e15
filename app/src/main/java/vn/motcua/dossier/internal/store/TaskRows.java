package vn.motcua.dossier.internal.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import vn.motcua.workflow.Position;

/// Pieces of work as PostgreSQL writes rows of them into JSON.
@JsonIgnoreProperties(ignoreUnknown = true)
record TaskRows(
        UUID id,
        @JsonProperty("dossier_id") UUID dossier,
        String agency,
        Task.Kind kind,
        @JsonProperty("step_id") String step,
        String token,
        Position position,
        @Nullable String unit,
        @JsonProperty("opened_at") String opened,
        @JsonProperty("due_at") @Nullable String due,
        @JsonProperty("dossier_due_at") @Nullable String dossierDue,
        boolean suspended,
        @JsonProperty("claimed_by") @Nullable UUID claimedBy,
        @JsonProperty("claimed_name") @Nullable String claimedName,
        @JsonProperty("closed_at") @Nullable String closed,
        @JsonProperty("closed_name") @Nullable String closedName,
        @Nullable String outcome,
        @Nullable String note,
        @Nullable String words,
        int seat,
        @JsonProperty("claimed_for") @Nullable UUID claimedFor,
        @JsonProperty("claimed_for_name") @Nullable String claimedForName,
        @JsonProperty("closed_by") @Nullable UUID closedBy,
        @JsonProperty("closed_for") @Nullable UUID closedFor,
        @JsonProperty("closed_for_name") @Nullable String closedForName,
        @JsonProperty("warned_at") @Nullable String warned,
        @JsonProperty("escalated_at") @Nullable String escalated,
        @JsonProperty("escalated_from") @Nullable Position escalatedFrom) {
    private static final TypeReference<List<TaskRows>> ROWS = new TypeReference<>() {};

    static List<Task> read(@Nullable String json) {
        return json == null
                ? List.of()
                : Json.read(json, ROWS).stream().map(TaskRows::task).toList();
    }

    private Task task() {
        return new Task(
                id,
                dossier,
                agency,
                kind,
                step,
                token,
                position,
                unit,
                OffsetDateTime.parse(opened).toInstant(),
                instant(due),
                instant(dossierDue),
                suspended,
                claimedBy,
                claimedName,
                instant(closed),
                closedName,
                outcome,
                note,
                words,
                new Task.Marks(
                        seat,
                        claimedFor,
                        claimedForName,
                        closedBy,
                        closedFor,
                        closedForName,
                        instant(warned),
                        instant(escalated),
                        escalatedFrom));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}
