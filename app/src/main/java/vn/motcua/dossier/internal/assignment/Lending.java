package vn.motcua.dossier.internal.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.identity.Caller.Duty;
import vn.motcua.identity.Caller.Principal;

/// A post lent by somebody who is away.
public record Lending(Duty duty, Principal principal) {
    /// The posts lent to one account today. Only what the lender holds themselves: what was lent
    /// to them is not theirs to lend on. Nothing is lent to somebody who holds no post in the
    /// agency.
    ///
    /// @param own posts of the delegate
    /// @param held posts somebody holds themselves in the agency today
    public static List<Lending> of(
            UUID delegate,
            Set<Duty> own,
            Collection<Absence> absences,
            LocalDate day,
            Function<UUID, Set<Duty>> held) {
        if (own.isEmpty()) return List.of();
        var lent = new ArrayList<Lending>();
        for (var absence : absences) {
            if (!delegate.equals(absence.delegate()) || !absence.covers(day)) continue;
            var principal = new Principal(absence.person(), absence.personName());
            var holds = held.apply(absence.person());
            for (var duty : absence.posts())
                if (holds.contains(duty)) lent.add(new Lending(duty, principal));
        }
        return List.copyOf(lent);
    }
}
