package vn.motcua.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is asking right now.
///
/// @param role the capacity in which they ask
/// @param account whose account it is; null for anonymous, system and tracker
/// @param agency code of the agency an officer, leader or operator acts for
/// @param name full name as pages show it; empty when nobody in particular
public record Caller(Role role, @Nullable UUID account, @Nullable String agency, String name) {

    private static final Caller ANONYMOUS = new Caller(Role.ANONYMOUS, null, null, "");
    private static final Caller SYSTEM = new Caller(Role.SYSTEM, null, null, "");
    private static final Caller TRACKER = new Caller(Role.TRACKER, null, null, "");

    public static Caller anonymous() {
        return ANONYMOUS;
    }

    public static Caller system() {
        return SYSTEM;
    }

    public static Caller tracker() {
        return TRACKER;
    }

    public boolean is(Role... roles) {
        for (var wanted : roles) if (role == wanted) return true;
        return false;
    }
}
