package vn.motcua.dossier.internal.assignment;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.identity.Caller.Duty;
import vn.motcua.organization.PositionKind;

/// Somebody is away, and somebody may stand in. By date alone: nobody has to begin or end it.
///
/// @param delegate null when nobody stands in
/// @param posts lent to the delegate, as long as the person holds them
/// @param from first day
/// @param to last day; [#FOR_EVER] for a permanent delegation
public record Absence(
        UUID id,
        String agency,
        UUID person,
        String personName,
        @Nullable UUID delegate,
        @Nullable String delegateName,
        Set<Duty> posts,
        LocalDate from,
        LocalDate to) {
    /// What the database calls infinity.
    public static final LocalDate FOR_EVER = LocalDate.MAX;

    public Absence {
        posts = Set.copyOf(posts);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public boolean permanent() {
        return to.equals(FOR_EVER);
    }

    public boolean overlaps(LocalDate otherFrom, LocalDate otherTo) {
        return !otherFrom.isAfter(to) && !otherTo.isBefore(from);
    }

    static String text(Duty duty) {
        return duty.position() + " " + duty.unit();
    }

    static Duty duty(String text) {
        int space = text.indexOf(' ');
        return new Duty(PositionKind.valueOf(text.substring(0, space)), text.substring(space + 1));
    }

    static Set<Duty> duties(String[] texts) {
        var duties = new LinkedHashSet<Duty>();
        for (var text : texts) duties.add(duty(text));
        return duties;
    }
}
