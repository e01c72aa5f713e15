package vn.motcua.dossier.internal.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
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
/// @param draftVersion the version of the draft that was checked; null where nobody checks one
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
        @Nullable UUID draft,
        @Nullable Integer draftVersion) {
    public Filing {
        papers = List.copyOf(papers);
    }

    /// A request that does not say which version of its draft was checked.
    public Filing(
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
        this(
                release, channel, caseCode, agency, answers, filer, filerName, papers, returnWay,
                key, draft, null);
    }

    /// What tells this request from another: everything as it was sent. The version of the release
    /// is not sent, the platform finds it.
    byte[] digest() {
        var content = new StringJoiner("|");
        for (var part :
                Arrays.asList(
                        release.procedureCode(),
                        channel,
                        caseCode,
                        agency,
                        filer,
                        filerName,
                        returnWay,
                        papers,
                        answers.toJson())) content.add(String.valueOf(part));
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
