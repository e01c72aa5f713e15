package vn.motcua.workflow;

import vn.motcua.kernel.ProblemCode;

/// Why a process cannot be drawn in BPMN.
public enum BpmnProblem implements ProblemCode {
    /// A step is reached in several branches, or the branches of a join belong to different
    /// splits one inside the other.
    NOT_IN_BLOCKS("not-in-blocks");

    private final String code;

    BpmnProblem(String kebab) {
        this.code = "workflow." + kebab;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return 409;
    }
}
