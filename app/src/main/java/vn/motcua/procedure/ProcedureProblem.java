package vn.motcua.procedure;

import vn.motcua.kernel.ProblemCode;

public enum ProcedureProblem implements ProblemCode {
    NOT_FOUND("procedure.not-found", 404);

    private final String code;
    private final int status;

    ProcedureProblem(String code, int status) {
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
