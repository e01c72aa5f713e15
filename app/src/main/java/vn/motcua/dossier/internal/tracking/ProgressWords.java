package vn.motcua.dossier.internal.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import vn.motcua.dossier.internal.tracking.Progress.Milestone;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Words;
import vn.motcua.worktime.LeftText;

/// How a dossier stands, in a reader's language.
public final class ProgressWords {
    private ProgressWords() {}

    /// The one line a person wants first: where it is, or how much time is left.
    public static String standing(Words page, Progress progress) {
        return switch (progress.deadline()) {
            case IN_TIME, DUE_SOON, OVERDUE ->
                    LeftText.of(page, Objects.requireNonNull(progress.left()));
            case NONE, WITH_CITIZEN, FINISHED -> page.t("dossier.state." + progress.state());
        };
    }

    public static String day(Words page, Instant at) {
        return day(page, HanoiTime.dateOf(at));
    }

    public static String day(Words page, LocalDate date) {
        return page.t("dossier.weekday." + date.getDayOfWeek()) + " " + HanoiTime.date(date);
    }

    public static String date(Instant at) {
        return HanoiTime.date(HanoiTime.dateOf(at));
    }

    public static String time(Instant at) {
        return HanoiTime.time(at);
    }

    /// Under the appointment: its hour, and the first appointment where there was another.
    public static String dueNote(Words page, Progress progress) {
        var reckoning = Objects.requireNonNull(progress.reckoning());
        var due = Objects.requireNonNull(reckoning.due());
        var first = reckoning.firstDue();
        if (reckoning.paused()) return page.t("dossier.facts.paused");
        if (first == null || first.equals(due))
            return page.t("dossier.facts.before", HanoiTime.time(due));
        return page.t("dossier.facts.first-due", HanoiTime.date(HanoiTime.dateOf(first)));
    }

    public static String milestone(Words page, Milestone milestone) {
        var parts = new ArrayList<String>();
        if (milestone.at() != null) {
            var when = HanoiTime.timeAndDate(milestone.at());
            parts.add(
                    milestone.stage() == Progress.Stage.NOW
                            ? page.t("dossier.milestone.since", when)
                            : when);
        }
        if (milestone.by() != null) parts.add(milestone.by());
        if (milestone.at() == null && milestone.expected() != null)
            parts.add(
                    page.t(
                            "dossier.milestone.expected",
                            HanoiTime.date(HanoiTime.dateOf(milestone.expected()))));
        return String.join(". ", parts);
    }
}
