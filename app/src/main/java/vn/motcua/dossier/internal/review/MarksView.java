package vn.motcua.dossier.internal.review;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Findings as they stand beside the papers of the dossier's page.
///
/// @param papers by component
/// @param answers by answer field
/// @param wants how many parts something is asked for
public record MarksView(Map<String, Shown> papers, Map<String, Shown> answers, int wants) {

    /// @param fresh whether it is new to the officer
    public record Shown(String name, boolean good, String comment, String by, boolean fresh) {}

    public @Nullable Shown paper(String component) {
        return papers.get(component);
    }

    public @Nullable Shown answer(String path) {
        return answers.get(path);
    }
}
