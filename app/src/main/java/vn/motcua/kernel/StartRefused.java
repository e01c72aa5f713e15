package vn.motcua.kernel;

/// A room will not let the platform start for a reason the operator can mend. The message is one
/// sentence in both languages; it is shown as it is, without a stack trace.
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super(sentence);
    }
}
