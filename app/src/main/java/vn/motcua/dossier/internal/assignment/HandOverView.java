package vn.motcua.dossier.internal.assignment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything one person has in hand, to whom it would go, and what came of it.
///
/// @param to empty while nobody is chosen
/// @param ready how many rows can go
/// @param done whether the rows tell what happened
public record HandOverView(
        UUID person,
        String name,
        String to,
        String toName,
        List<AbsenceView.Person> others,
        List<Row> rows,
        long ready,
        boolean done) {
    /// @param why message key of what keeps it from going; null when nothing does
    public record Row(
            UUID dossier,
            UUID task,
            int version,
            String code,
            String step,
            String owner,
            @Nullable String due,
            @Nullable String why) {}
}
