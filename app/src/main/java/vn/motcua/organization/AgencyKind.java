package vn.motcua.organization;

/// What an agency is, as far as receiving and settling dossiers goes.
public enum AgencyKind {
    /// bộ, cơ quan ngang bộ
    MINISTRY,
    /// Ủy ban nhân dân cấp tỉnh
    PROVINCIAL_COMMITTEE,
    /// sở, ban, ngành
    DEPARTMENT,
    /// Ủy ban nhân dân cấp xã
    COMMUNE_COMMITTEE,
    /// Công an cấp tỉnh
    PROVINCIAL_POLICE,
    /// Công an cấp xã
    COMMUNE_POLICE,
    /// Trung tâm Phục vụ hành chính công cấp tỉnh
    SERVICE_CENTRE
}
