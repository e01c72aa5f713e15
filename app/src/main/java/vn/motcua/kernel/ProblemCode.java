package vn.motcua.kernel;

/// One kind of problem a caller can do something about. Each room has an enum of them; the code
/// is the key of its texts (`problem.<code>.title`, `problem.<code>.detail`) and the last part
/// of the RFC 9457 `type`.
public interface ProblemCode {
    /// For example `dossier.changed-meanwhile`.
    String code();

    /// HTTP status.
    int status();
}
