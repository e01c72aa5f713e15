package vn.motcua.dossier.internal.print;

/// The text of a paper is not well-formed XHTML.
final class UnprintableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    UnprintableException(int line, Throwable cause) {
        super("not well-formed at line " + line, cause);
        this.line = line;
    }

    public int line() {
        return line;
    }
}
