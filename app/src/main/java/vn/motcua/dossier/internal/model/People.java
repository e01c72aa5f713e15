package vn.motcua.dossier.internal.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose matter it is, who files it and who helped.
///
/// @param filer account of the person who files; null at the counter for somebody without an
/// account
/// @param ownerPersonalId number of identity of the owner, never used as a key
/// @param ownerPhone E.164
/// @param assistedBy account of the officer who filled it in for the person; null when the
/// person did it alone
public record People(
        @Nullable UUID filer,
        String filerName,
        String ownerName,
        @Nullable String ownerPersonalId,
        @Nullable String ownerPhone,
        @Nullable String ownerEmail,
        @Nullable UUID assistedBy) {

    /// The second fact of public tracking; null when no phone number was declared.
    public @Nullable String phoneTail() {
        return ownerPhone == null || ownerPhone.length() < 4
                ? null
                : ownerPhone.substring(ownerPhone.length() - 4);
    }
}
