package vn.motcua.dossier.internal.document;

import java.util.Locale;
import vn.motcua.kernel.ProblemCode;

/// Why something about a document is not done.
enum DocumentProblem implements ProblemCode {
    NOT_FOUND(404),
    /// It does not stand any more, or somebody has proposed something already.
    CHANGED(409),
    /// Two people are needed.
    SAME_PERSON(403),
    GROUND_MISSING(422),
    FORMAT(422);

    private final int status;

    DocumentProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "dossier.document-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
