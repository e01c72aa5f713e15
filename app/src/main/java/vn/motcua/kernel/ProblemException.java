package vn.motcua.kernel;

import java.util.List;

/// A request that cannot be carried out for a reason the caller can understand and act on.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemCode problem;
    private final transient List<Object> arguments;

    public ProblemException(ProblemCode problem, Object... arguments) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.arguments = List.of(arguments);
    }

    public ProblemCode problem() {
        return problem;
    }

    /// Values for the placeholders of the problem's texts; never personal data.
    public List<Object> arguments() {
        return arguments;
    }
}
