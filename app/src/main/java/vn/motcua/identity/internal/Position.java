package vn.motcua.identity.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.identity.Account;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.StaffMember;

/// One capacity an officer can work in: all positions held in one agency, except that running
/// the platform is kept apart from handling dossiers.
record Position(Role role, String agency, Set<Caller.Duty> duties) {
    Position {
        duties = Set.copyOf(duties);
    }

    /// In the order of appointment.
    static List<Position> of(List<StaffMember> held) {
        var byCapacity = new LinkedHashMap<String, List<StaffMember>>();
        for (var member : held) {
            boolean operator = member.position() == PositionKind.OPERATOR;
            byCapacity
                    .computeIfAbsent(
                            (operator ? "!" : "") + member.agency(), k -> new ArrayList<>())
                    .add(member);
        }
        return byCapacity.values().stream().map(Position::capacity).toList();
    }

    private static Position capacity(List<StaffMember> members) {
        var duties = new LinkedHashSet<Caller.Duty>();
        for (var member : members) duties.add(new Caller.Duty(member.position(), member.unit()));
        return new Position(role(members), members.getFirst().agency(), duties);
    }

    private static Role role(List<StaffMember> members) {
        for (var member : members) {
            if (member.position() == PositionKind.OPERATOR) return Role.OPERATOR;
            if (member.position() == PositionKind.LEADER) return Role.LEADER;
        }
        return Role.OFFICER;
    }

    static Optional<Position> find(List<Position> positions, String key) {
        return positions.stream().filter(p -> p.key().equals(key)).findFirst();
    }

    /// What the choice on the page carries.
    String key() {
        return role.setting() + "@" + agency;
    }

    Caller caller(Account account) {
        return new Caller(role, account.id(), agency, account.fullName(), duties);
    }
}
