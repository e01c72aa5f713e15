package vn.motcua.identity;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.organization.PositionKind;

/// Who is asking right now.
///
/// @param role the capacity in which they ask
/// @param account whose account it is; null for anonymous, system and tracker
/// @param agency code of the agency an officer, leader or operator acts for
/// @param name full name as pages show it; empty when nobody in particular
/// @param duties the positions held in that agency; empty for everybody else
/// @param behalf on whose behalf this act is done, by delegation; null when on their own
public record Caller(
        Role role,
        @Nullable UUID account,
        @Nullable String agency,
        String name,
        Set<Duty> duties,
        @Nullable Principal behalf) {

    private static final Caller ANONYMOUS = new Caller(Role.ANONYMOUS, null, null, "");
    private static final Caller SYSTEM = new Caller(Role.SYSTEM, null, null, "");
    private static final Caller TRACKER = new Caller(Role.TRACKER, null, null, "");

    /// One position in one unit of the agency.
    public record Duty(PositionKind position, String unit) {}

    /// Whoever lent a post while away.
    public record Principal(UUID account, String name) {}

    public Caller {
        duties = Set.copyOf(duties);
    }

    public Caller(
            Role role,
            @Nullable UUID account,
            @Nullable String agency,
            String name,
            Set<Duty> duties) {
        this(role, account, agency, name, duties, null);
    }

    public Caller(Role role, @Nullable UUID account, @Nullable String agency, String name) {
        this(role, account, agency, name, Set.of());
    }

    /// The same person, acting for somebody who lent them a post.
    public Caller onBehalfOf(@Nullable Principal principal) {
        return new Caller(role, account, agency, name, duties, principal);
    }

    public static Caller anonymous() {
        return ANONYMOUS;
    }

    public static Caller system() {
        return SYSTEM;
    }

    public static Caller tracker() {
        return TRACKER;
    }

    public static Caller citizen(UUID account, String name) {
        return new Caller(Role.CITIZEN, account, null, name);
    }

    public boolean is(Role... roles) {
        for (var wanted : roles) if (role == wanted) return true;
        return false;
    }

    /// Whether somebody signed in asks.
    public boolean signedIn() {
        return account != null && role != Role.ANONYMOUS;
    }

    public Set<PositionKind> positions() {
        return duties.stream().map(Duty::position).collect(Collectors.toUnmodifiableSet());
    }

    public boolean holds(PositionKind position) {
        return duties.stream().anyMatch(duty -> duty.position() == position);
    }

    /// @param unit null: in any unit
    public boolean holds(PositionKind position, @Nullable String unit) {
        return unit == null ? holds(position) : duties.contains(new Duty(position, unit));
    }

    /// Never the name: this lands in logs.
    @Override
    public String toString() {
        return "Caller[" + role + ", " + account + ", " + agency + "]";
    }
}
