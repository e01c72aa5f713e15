package vn.motcua.insight;

import vn.motcua.kernel.ProblemCode;

/// What can go wrong when figures are asked for.
public enum InsightProblem implements ProblemCode {
    NOT_YOUR_AGENCY("insight.not-your-agency", 404);

    private final String code;
    private final int status;

    InsightProblem(String code, int status) {
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
