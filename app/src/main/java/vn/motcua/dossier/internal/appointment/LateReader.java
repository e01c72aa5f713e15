package vn.motcua.dossier.internal.appointment;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.LatenessStore;
import vn.motcua.dossier.internal.store.LatenessStore.Due;
import vn.motcua.identity.Asking;
import vn.motcua.organization.PositionKind;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.worktime.Calendars;

/// Reads the list of appointments in danger: two statements, by key.
@Service
class LateReader {
    private static final int PAGE = 30;
    private static final int MOST = 200;

    private final LatenessStore lateness;
    private final Permissions permissions;
    private final Rules rules;
    private final Calendars calendars;
    private final Asking asking;
    private final Clock clock;

    LateReader(
            LatenessStore lateness,
            Permissions permissions,
            Rules rules,
            Calendars calendars,
            Asking asking,
            Clock clock) {
        this.lateness = lateness;
        this.permissions = permissions;
        this.rules = rules;
        this.calendars = calendars;
        this.asking = asking;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public LateView read(@Nullable String after) {
        var caller = asking.current();
        var now = clock.instant();
        var agency = caller.agency();
        if (agency == null)
            return new LateView(List.of(), List.of(), true, null, false, now, calendars.of(""));
        var place = place(after);
        var late = lateness.lateWithoutLetter(agency, now, place, PAGE + 1);
        var danger =
                place == null
                        ? lateness.toApologise(agency, now, MOST)
                        : List.<LatenessStore.Line>of();
        return new LateView(
                lines(danger),
                lines(late.stream().limit(PAGE).toList()),
                place == null,
                late.size() > PAGE ? late.get(PAGE - 1).key() : null,
                permissions.posts(caller).holds(PositionKind.APPROVER, PositionKind.LEADER),
                now,
                calendars.of(agency));
    }

    private List<LateView.Line> lines(List<LatenessStore.Line> found) {
        return found.stream()
                .map(
                        line ->
                                new LateView.Line(
                                        line.dossier(),
                                        line.code(),
                                        rules.release(
                                                        new ReleaseId(
                                                                line.procedure(), line.release()))
                                                .record()
                                                .name(),
                                        line.owner(),
                                        line.due(),
                                        line.holder()))
                .toList();
    }

    /// Null for a key nobody gave out: the list begins anew.
    private static @Nullable Due place(@Nullable String key) {
        if (key == null) return null;
        var parts = key.split("_", 2);
        try {
            return parts.length < 2
                    ? null
                    : new Due(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return null;
        }
    }
}
