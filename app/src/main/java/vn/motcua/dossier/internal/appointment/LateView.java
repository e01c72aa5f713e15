package vn.motcua.dossier.internal.appointment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.WorkingCalendar;

/// Appointments about to be missed and missed without a letter, as the whole desk sees them.
///
/// @param danger letters of apology still to be written, the next appointment first
/// @param late passed without a letter, the longest waiting first
/// @param next key of the page after this one; null on the last
/// @param signs whether the reader may write the letter
public record LateView(
        List<Line> danger,
        List<Line> late,
        boolean first,
        @Nullable String next,
        boolean signs,
        Instant now,
        WorkingCalendar calendar) {

    /// @param holder who has the work; null when nobody took it
    public record Line(
            UUID id,
            String code,
            LocalText procedure,
            String owner,
            Instant due,
            @Nullable String holder) {}
}
