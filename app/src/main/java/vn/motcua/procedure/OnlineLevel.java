package vn.motcua.procedure;

/// How far a procedure goes without a visit [online-service-decree].
public enum OnlineLevel {
    /// toàn trình
    FULL,
    /// một phần
    PARTIAL,
    /// chỉ cung cấp thông tin
    NONE
}
