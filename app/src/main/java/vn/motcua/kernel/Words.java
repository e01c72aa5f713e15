package vn.motcua.kernel;

/// Texts in one reader's language. Pages are one; so rooms can put sentences together without
/// knowing the page shell.
public interface Words {
    /// The text of `key`.
    String t(String key, Object... arguments);

    String in(LocalText text);
}
