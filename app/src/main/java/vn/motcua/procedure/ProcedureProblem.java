package vn.motcua.procedure;

import vn.motcua.kernel.ProblemCode;

public enum ProcedureProblem implements ProblemCode {
    NOT_FOUND("procedure.not-found", 404),
    IMPORT_UNKNOWN("procedure.import-unknown", 404),
    IMPORT_DECIDED("procedure.import-decided", 409),
    IMPORT_STALE("procedure.import-stale", 409),
    IMPORT_BUILT_ON("procedure.import-built-on", 409);

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
