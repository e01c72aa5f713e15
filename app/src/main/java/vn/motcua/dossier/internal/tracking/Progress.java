package vn.motcua.dossier.internal.tracking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.duty.DutyView;
import vn.motcua.dossier.internal.processing.Notices.Notice;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.Agency;
import vn.motcua.worktime.DeadlineState;
import vn.motcua.worktime.Reckoning;
import vn.motcua.worktime.WorkSpan;

/// How a dossier stands, in the words of the person who waits for it: past and next steps, who
/// is responsible, when it is due and how that was worked out. The tracking page, the person's
/// own page and the officer's page show the same one.
///
/// @param reckoning the working of the appointment; null before the clock has started
/// @param left working time to the appointment, or past it; null before the clock has started
/// @param apology reason of the one extension; null when none was made
/// @param parts how the parts of a bundle stand, each with its own agency and clock; empty for
/// any other dossier
/// @param duties what has to be paid, or was
/// @param notices messages of the process
/// @param outcome `GRANTED`, `REJECTED` or `ACKNOWLEDGED` once there is a result
public record Progress(
        String code,
        String procedureCode,
        LocalText procedure,
        DossierState state,
        DeadlineState deadline,
        @Nullable Reckoning reckoning,
        @Nullable WorkSpan left,
        Agency agency,
        @Nullable String holder,
        Instant submitted,
        @Nullable Instant accepted,
        @Nullable Instant finished,
        @Nullable Instant returned,
        @Nullable String outcome,
        @Nullable LocalText apology,
        Instant computed,
        List<Milestone> milestones,
        List<Progress> parts,
        List<DutyView.Line> duties,
        List<Notice> notices) {

    Progress with(List<Progress> others, List<DutyView.Line> owed, List<Notice> messages) {
        return new Progress(
                code,
                procedureCode,
                procedure,
                state,
                deadline,
                reckoning,
                left,
                agency,
                holder,
                submitted,
                accepted,
                finished,
                returned,
                outcome,
                apology,
                computed,
                milestones,
                List.copyOf(others),
                List.copyOf(owed),
                List.copyOf(messages));
    }

    public enum Stage {
        DONE,
        NOW,
        NEXT
    }

    /// @param key message key of the name; null when the release gives the name itself
    /// @param at when it was done, or since when it is open; null for what is still to come
    /// @param by who did it, as far as the public may know
    public record Milestone(
            Stage stage,
            @Nullable String key,
            @Nullable LocalText name,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable Instant expected) {}
}
