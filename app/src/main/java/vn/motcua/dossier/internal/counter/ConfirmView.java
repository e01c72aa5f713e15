package vn.motcua.dossier.internal.counter;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.AnswerLine;
import vn.motcua.kernel.LocalText;

/// What was filled in for somebody, to be confirmed by them.
///
/// @param helper who filled it in
/// @param version of the draft that is confirmed
/// @param prepared when it was read back, in words; null when it has not been
/// @param confirmed whether the person has confirmed exactly this
/// @param person whether they could confirm with their own account
public record ConfirmView(
        UUID draft,
        LocalText procedure,
        String helper,
        int version,
        @Nullable String prepared,
        boolean confirmed,
        boolean person,
        List<AnswerLine.Group> sheet,
        Map<String, String> errors) {}
