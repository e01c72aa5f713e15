package vn.motcua.dossier.internal.shortened;

import vn.motcua.worktime.ShortenedTerm;

/// Names a shortened term in an address.
final class TermKey {
    private TermKey() {}

    static String of(ShortenedTerm term) {
        return String.join(
                "~",
                term.procedure(),
                term.agency(),
                term.channel() == null ? "" : term.channel(),
                term.caseCode() == null ? "" : term.caseCode(),
                term.from().toString());
    }
}
