package vn.motcua.form;

import java.util.List;
import vn.motcua.kernel.LocalText;

/// Questions that belong together: one line of the task list.
public record FormSection(String id, LocalText title, List<Question> questions) {
    public FormSection {
        questions = List.copyOf(questions);
    }
}
