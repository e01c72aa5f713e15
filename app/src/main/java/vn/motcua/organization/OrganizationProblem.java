package vn.motcua.organization;

import vn.motcua.kernel.ProblemCode;

/// What may go wrong with agencies and their people.
public enum OrganizationProblem implements ProblemCode {
    UNKNOWN_AGENCY("unknown-agency", 404),
    AGENCY_EXISTS("agency-exists", 409);

    private final String code;
    private final int status;

    OrganizationProblem(String code, int status) {
        this.code = "organization." + code;
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
