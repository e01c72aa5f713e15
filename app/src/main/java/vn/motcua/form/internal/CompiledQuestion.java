package vn.motcua.form.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.FormSection;
import vn.motcua.form.Question;

record CompiledQuestion(
        FormSection section,
        Question question,
        @Nullable Expression visibleWhen,
        List<CompiledField> fields) {
    String id() {
        return question.id();
    }
}
