package vn.motcua.kernel;

import java.util.List;

/// Pages people send files from. What was too large to be read at all leads back to its page, with
/// [#TOO_BIG] in the address, so that the page can say so at its field.
public interface UploadPages {
    String TOO_BIG = "too-big";

    /// Patterns of their addresses, for example `/dossiers/{code}/supplement/{item}`.
    List<String> uploadPages();
}
