package vn.motcua.identity.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.identity.Account;
import vn.motcua.kernel.LocalText;

/// @param role lower-case role, part of a message key
/// @param agency the agency worked for now; null for citizens
/// @param choosable whether there are other positions to change to
/// @param notice message key of what was just done; null for nothing
public record AccountView(
        Account account,
        String role,
        @Nullable LocalText agency,
        boolean choosable,
        List<OpenSession> sessions,
        @Nullable String notice,
        Map<String, String> errors) {

    /// @param handle stands for the session on pages; its id never leaves the cookie
    /// @param device empty when the browser tells nothing
    public record OpenSession(
            String handle, String device, String since, String lastUsed, boolean current) {}
}
