package vn.motcua.dossier.internal.counter;

import java.util.Locale;
import vn.motcua.kernel.ProblemCode;

/// Why something at the counter is not done.
enum CounterProblem implements ProblemCode {
    /// {0}: most pages of one paper.
    TOO_MANY_PAGES(422),
    /// The pages together are larger than one file may be.
    PAPER_TOO_LARGE(422),
    PAGE_KIND(422),
    NO_PAGES(422),
    /// {0}: tries that are left.
    WRONG_CODE(422),
    CODE_USED_UP(429),
    NO_CODE(422),
    /// Whoever printed a code does not take it as proof.
    CODE_PRINTED_BY_YOU(422),
    /// The person holds a code of their own, which no printed one replaces.
    CODE_OF_THEIR_OWN(409),
    SIGNATURE_UNREADABLE(422),
    /// The answers were changed after they had been read back.
    NOT_CONFIRMED(422),
    NOT_READY(409);

    private final int status;

    CounterProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "dossier.counter-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
