package vn.motcua.dossier.internal.print;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One paper, with everything that stands on it. All texts are Vietnamese, as the law has them.
///
/// @param agency who issues the paper
/// @param place where it is issued, for the line of place and date: `Bến Thành`
/// @param issued when
/// @param number number and symbol of the paper, such as `12/TB-UBND`
/// @param dossier what it is about; null for the register
/// @param signer who signs; null where nobody has yet
/// @param body what belongs to this kind of paper alone
/// @param answers answers of the form as they are printed ([PrintAnswers]), for templates of a
///     release
public record Slip(
        SlipAgency agency,
        String place,
        Instant issued,
        @Nullable String number,
        @Nullable SlipDossier dossier,
        @Nullable SlipSigner signer,
        SlipBody body,
        Map<String, Object> answers) {
    public Slip {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    public SlipKind kind() {
        return body.kind();
    }

    /// Title of the file and of the PDF.
    public String title() {
        String name = body instanceof SlipBody.Result result ? result.title() : kind().title();
        return dossier == null ? name : name + " " + dossier.code();
    }

    /// The dossier of a paper that cannot be without one.
    public SlipDossier requireDossier() {
        if (dossier == null) throw new IllegalStateException(kind() + " without a dossier");
        return dossier;
    }
}
