package vn.motcua.workflow;

import vn.motcua.kernel.ProblemCode;

/// Why a move is not possible. Thrown as a `ProblemException`, so that a page left open too
/// long gets a readable answer without anybody's help.
public enum Refusal implements ProblemCode {
    /// The process has ended.
    FINISHED("finished"),
    /// The step is not open, or not any more.
    STEP_NOT_OPEN("step-not-open"),
    /// The step is open in several branches; name its token.
    STEP_AMBIGUOUS("step-ambiguous"),
    NO_SUCH_OUTCOME("no-such-outcome"),
    /// The outcome's condition does not hold, or it was taken as often as it may be.
    OUTCOME_NOT_OFFERED("outcome-not-offered"),
    NO_TIMER("no-timer"),
    /// The state belongs to another process.
    OTHER_PROCESS("other-process"),
    /// Nothing was issued by this step, so nothing can be taken back to it.
    NOTHING_ISSUED("nothing-issued"),
    /// The step issued its answer in one branch of several; it cannot be opened alone again.
    INSIDE_SPLIT("inside-split"),
    /// Several people decide this step; each votes on a seat.
    TAKES_VOTES("takes-votes"),
    NO_SUCH_SEAT("no-such-seat"),
    /// Each seat votes once.
    SEAT_TAKEN("seat-taken"),
    /// Something else was done since, so the step cannot be taken back.
    UNDO_OVERTAKEN("undo-overtaken"),
    /// The step gave the dossier its answer, or ended it; see [Action.Reopen].
    UNDO_ISSUED("undo-issued"),
    /// The step made the platform, or another agency, do something already.
    UNDO_CALLED("undo-called"),
    /// The remaining reasons cannot occur in a process that was proved sound.
    JOIN_WITHOUT_SPLIT("join-without-split"),
    END_INSIDE_SPLIT("end-inside-split"),
    ENDLESS("endless"),
    NO_WAY_ON("no-way-on");

    private final String code;

    Refusal(String kebab) {
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

    /// True for the reasons that only an unproved process can give.
    public boolean unsound() {
        return ordinal() >= JOIN_WITHOUT_SPLIT.ordinal();
    }
}
