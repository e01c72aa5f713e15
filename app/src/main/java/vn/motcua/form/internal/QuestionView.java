package vn.motcua.form.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// A page with one question, or with one entry of a repeat.
///
/// @param action where the page posts to
/// @param back where "back" leads
/// @param list the task list
/// @param desk whether an officer fills it in at a counter
/// @param section number and name of the section, and how many there are
/// @param base fingerprint of the stored answers the page was made from
/// @param returns `check` when saving leads back to the check page
/// @param errors field element to words, for the summary
/// @param upload whether files can be sent
public record QuestionView(
        String action,
        String back,
        String list,
        boolean desk,
        LocalText procedure,
        Section section,
        LocalText title,
        @Nullable LocalText hint,
        @Nullable LocalText why,
        List<FieldView> fields,
        Map<String, String> errors,
        String base,
        String returns,
        boolean upload) {
    public record Section(int number, int count, LocalText title) {}
}
