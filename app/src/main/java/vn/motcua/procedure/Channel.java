package vn.motcua.procedure;

/// A way of filing. A procedure may lack any of them.
public enum Channel {
    DIRECT,
    ONLINE,
    POSTAL
}
