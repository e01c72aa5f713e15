package vn.motcua.procedure.internal.intake;

import java.util.List;

/// The file cannot be read at all, for a reason with a name.
final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient List<Object> arguments;

    FileRefused(String reason, Object... arguments) {
        super(reason, null, false, false);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    /// Key of the sentence for whoever sent the file.
    public String key() {
        return "catalogue.refused." + reason;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
