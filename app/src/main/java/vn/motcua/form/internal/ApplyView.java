package vn.motcua.form.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// The page before a form: who it is for, a few questions, the case.
///
/// @param drafts drafts of the same procedure begun before
/// @param no why the procedure is not for this person; null when it is, or is not known yet
public record ApplyView(
        String code,
        LocalText procedure,
        LocalText audience,
        int minutes,
        List<Ask> questions,
        List<FieldView.Choice> cases,
        List<Begun> drafts,
        @Nullable No no,
        Map<String, String> errors) {
    public record Ask(
            String id,
            LocalText question,
            @Nullable LocalText hint,
            @Nullable String chosen,
            @Nullable String error) {}

    public record Begun(String href, String saved) {}

    public record No(LocalText because, @Nullable String basis, @Nullable LocalText instead) {}
}
