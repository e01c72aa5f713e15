package vn.motcua.dossier.internal.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.StaffMember;

/// The people of one agency, as they ask the platform.
record Office(String agency, Place place, List<Caller> people) {
    static Office of(String agency, Place place, List<StaffMember> members) {
        var held = new LinkedHashMap<UUID, List<StaffMember>>();
        members.forEach(
                member ->
                        held.computeIfAbsent(member.account(), _ -> new ArrayList<>()).add(member));
        var people = new ArrayList<Caller>();
        for (var posts : held.values()) {
            var duties = new HashSet<Caller.Duty>();
            posts.forEach(post -> duties.add(new Caller.Duty(post.position(), post.unit())));
            boolean leads = posts.stream().anyMatch(post -> post.position() == PositionKind.LEADER);
            var first = posts.getFirst();
            people.add(
                    new Caller(
                            leads ? Role.LEADER : Role.OFFICER,
                            first.account(),
                            agency,
                            first.name(),
                            duties));
        }
        return new Office(agency, place, List.copyOf(people));
    }

    /// Somebody in this position, of the unit when there is one.
    Caller holding(PositionKind position, String unit) {
        return people.stream()
                .filter(person -> person.holds(position, unit))
                .findFirst()
                .orElseGet(
                        () ->
                                people.stream()
                                        .filter(person -> person.holds(position))
                                        .findFirst()
                                        .orElseThrow(
                                                () ->
                                                        new IllegalStateException(
                                                                agency
                                                                        + " has nobody as "
                                                                        + position)));
    }
}
