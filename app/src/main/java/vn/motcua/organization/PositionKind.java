package vn.motcua.organization;

/// What a person does in an agency, as far as dossiers go.
public enum PositionKind {
    /// cán bộ một cửa
    RECEPTIONIST,
    /// cán bộ thụ lý
    CASE_OFFICER,
    /// người ký duyệt
    APPROVER,
    /// lãnh đạo
    LEADER,
    /// quản trị
    OPERATOR
}
