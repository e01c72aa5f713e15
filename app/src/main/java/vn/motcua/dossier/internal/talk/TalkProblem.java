package vn.motcua.dossier.internal.talk;

import vn.motcua.kernel.ProblemCode;

enum TalkProblem implements ProblemCode {
    CLOSED("talk.closed", 409),
    TOO_MANY("talk.too-many", 429),
    TOPIC_FULL("talk.topic-full", 409),
    NOTE_SETTLED("talk.note-settled", 409),
    NOTE_CHANGED("talk.note-changed", 409);

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
