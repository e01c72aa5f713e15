package vn.motcua.dossier.internal.review;

import vn.motcua.kernel.LocalText;

/// What may be found of a paper or an answer.
///
/// @param good nothing is asked of the person
/// @param paper whether it may be said of papers
/// @param answer whether it may be said of answers
/// @param wanted what is asked of the person, in Vietnamese as in the request
record MarkKind(
        String code, boolean good, boolean paper, boolean answer, LocalText name, String wanted) {
    boolean fits(Subject subject) {
        return subject == Subject.PAPER ? paper : answer;
    }
}
