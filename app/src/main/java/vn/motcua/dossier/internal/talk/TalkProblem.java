package vn.motcua.dossier.internal.talk;

import vn.motcua.kernel.ProblemCode;

enum TalkProblem implements ProblemCode {
    CLOSED("dossier.talk-closed", 409),
    TOO_MANY("dossier.talk-too-many", 429),
    TOPIC_FULL("dossier.talk-topic-full", 409),
    NOTE_SETTLED("dossier.talk-note-settled", 409),
    NOTE_CHANGED("dossier.talk-note-changed", 409);

    private final String code;
    private final int status;

    TalkProblem(String code, int status) {
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
