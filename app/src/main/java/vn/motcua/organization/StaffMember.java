package vn.motcua.organization;

import java.util.UUID;
import vn.motcua.kernel.LocalText;

/// A person in one position. Someone with several positions is several staff members.
///
/// @param agency code
/// @param unit id of the unit, for example `ho-tich`
/// @param title as it is written under a signature
public record StaffMember(
        UUID account,
        String name,
        String agency,
        String unit,
        PositionKind position,
        LocalText title) {}
