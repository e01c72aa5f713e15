package vn.motcua.form;

import vn.motcua.kernel.ProblemCode;

public enum FormProblem implements ProblemCode {
    NOT_FOUND("form.not-found", 404),
    DRAFT_NOT_FOUND("form.draft-not-found", 404),
    DRAFT_CHANGED("form.draft-changed", 409),
    DRAFT_CLOSED("form.draft-closed", 409),
    TOO_MANY_DRAFTS("form.too-many-drafts", 409),
    INVALID_ANSWERS("form.invalid-answers", 422);

    private final String code;
    private final int status;

    FormProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
