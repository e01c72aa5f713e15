package vn.motcua.dossier.internal.assignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.motcua.identity.Caller.Principal;
import vn.motcua.kernel.Fold;

/// Who gets a piece of work: whoever has the least open, of those who are there.
final class Load {
    private Load() {}

    private static final Comparator<Candidate> ORDER =
            Comparator.comparingLong(Candidate::load)
                    .thenComparing(candidate -> Fold.fold(candidate.name()))
                    .thenComparing(Candidate::name)
                    .thenComparing(Candidate::account);

    /// Those who hold the post and, for who is on leave, those who stand in for them. Who is
    /// away themselves stands in for nobody.
    ///
    /// @param able those who hold the post and may do the work
    /// @param barred who must not do it, neither themselves nor by somebody standing in
    /// @param today leave of the agency on this day
    /// @param load open pieces of work by account; absent for none
    public static List<Candidate> candidates(
            Collection<Holder> able,
            Set<UUID> barred,
            Collection<Absence> today,
            Map<UUID, Long> load) {
        var away = new HashSet<UUID>();
        today.forEach(absence -> away.add(absence.person()));
        var found = new HashMap<UUID, Candidate>();
        for (var person : able)
            if (!barred.contains(person.account()))
                found.put(
                        person.account(),
                        new Candidate(
                                person.account(),
                                person.name(),
                                load.getOrDefault(person.account(), 0L),
                                away.contains(person.account()),
                                null));
        var holders = Set.copyOf(found.keySet());
        for (var absence : today) {
            var delegate = absence.delegate();
            if (delegate == null || !holders.contains(absence.person())) continue;
            if (away.contains(delegate) || barred.contains(delegate)) continue;
            found.putIfAbsent(
                    delegate,
                    new Candidate(
                            delegate,
                            absence.delegateName() == null ? "" : absence.delegateName(),
                            load.getOrDefault(delegate, 0L),
                            false,
                            new Principal(absence.person(), absence.personName())));
        }
        var list = new ArrayList<>(found.values());
        list.sort(ORDER);
        return List.copyOf(list);
    }

    /// The one with the least open work who is there, ties by name.
    public static Optional<Candidate> least(Collection<Candidate> candidates) {
        return candidates.stream().filter(candidate -> !candidate.away()).min(ORDER);
    }
}
