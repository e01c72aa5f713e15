package vn.motcua.dossier.internal.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.form.Answers;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ReleaseId;

/// A request to file a dossier, whatever the channel it came by.
///
/// @param agency code of the receiving agency; null when the form's answers decide
/// @param filer account of the person who files; null at the counter for somebody without an
/// account
/// @param papers papers handed over at the counter; those uploaded are found in the answers
/// @param key the request's own key: the same key files once
/// @param draft the draft it came from; null for machines
public record Filing(
        ReleaseId release,
        Channel channel,
        @Nullable String caseCode,
        @Nullable String agency,
        Answers answers,
        @Nullable UUID filer,
        @Nullable String filerName,
        List<Paper> papers,
        ReturnWay returnWay,
        String key,
        @Nullable UUID draft) {
    public Filing {
        papers = List.copyOf(papers);
    }
}
