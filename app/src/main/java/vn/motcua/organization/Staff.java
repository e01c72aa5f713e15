package vn.motcua.organization;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Who works where. Changed by operators and the system alone; the database refuses others.
public interface Staff {
    /// Positions held today.
    List<StaffMember> of(UUID account);

    /// People of an agency today, by name.
    List<StaffMember> inAgency(String agencyCode);

    /// Appoints from today on. Appointing again to the same position changes name and title only.
    void appoint(StaffMember member);

    void appoint(Collection<StaffMember> members);

    /// Ends a position; yesterday was the last day.
    void relieve(UUID account, String agencyCode, PositionKind position);
}
