package vn.motcua.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who did it, by id only.
///
/// @param role the role acted in: citizen, officer, leader, operator, system …
/// @param account the account acted with; null for the platform itself and strangers
/// @param agency code of the agency acted for; null for citizens
public record Actor(String role, @Nullable UUID account, @Nullable String agency) {
    private static final Actor SYSTEM = new Actor("system", null, null);

    public static Actor system() {
        return SYSTEM;
    }
}
