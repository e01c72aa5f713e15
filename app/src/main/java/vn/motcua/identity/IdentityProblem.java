package vn.motcua.identity;

import vn.motcua.kernel.ProblemCode;

/// What can go wrong around identity in a way the caller can act on.
public enum IdentityProblem implements ProblemCode {
    NOT_SIGNED_IN("not-signed-in", 401),
    NOT_ALLOWED("not-allowed", 403),
    /// The form was opened before the last sign-in or in another browser.
    STALE_FORM("stale-form", 403),
    /// A page of another site sent the request.
    OTHER_SITE("other-site", 403),
    NOT_FOUND("not-found", 404),
    LOGIN_TAKEN("login-taken", 409),
    LOGIN_FORM("login-form", 422),
    PASSWORD_RULES("password-rules", 422);

    private final String name;
    private final int status;

    IdentityProblem(String name, int status) {
        this.name = name;
        this.status = status;
    }

    @Override
    public String code() {
        return "identity." + name;
    }

    @Override
    public int status() {
        return status;
    }
}
