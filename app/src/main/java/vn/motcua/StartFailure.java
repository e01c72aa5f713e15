package vn.motcua;

/// The platform cannot start for a reason the operator can mend. The message is one sentence in
/// the operator's language.
final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailure(String sentence) {
        super(sentence);
    }

    StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
