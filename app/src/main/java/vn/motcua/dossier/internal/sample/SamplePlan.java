package vn.motcua.dossier.internal.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.worktime.WorkingCalendar;

/// Decides which dossiers there will be: the same ones whenever it is asked on the same day.
final class SamplePlan {
    private static final int SEED = 20_261_123;
    private static final int DAYS = 42;

    /// Who is at home where.
    ///
    /// @param filers citizens with accounts, of the office's place
    record Site(Office office, WorkingCalendar calendar, List<Filer> filers) {}

    private final Instant now;
    private final List<Life> lives = new ArrayList<>();

    SamplePlan(Instant now) {
        this.now = now;
    }

    List<Life> lives() {
        return List.copyOf(lives);
    }

    /// A dossier whose story is told.
    ///
    /// @param ago working time before now
    void tell(Site site, String procedure, Filer filer, Fate fate, Duration ago) {
        var start = site.calendar().plus(now, ago.negated());
        add(site, procedure, filer, fate, start, fate == Fate.AT_SIGNATURE ? 0.06 : 0.12);
    }

    void many(Site site, String procedure, int count) {
        for (int i = 0; i < count; i++) one(site, procedure, fate(procedure, i));
    }

    private void one(Site site, String procedure, Fate fate) {
        var random = random();
        boolean online = fate.needsAccount() || random.nextInt(5) < 3;
        var filer =
                online
                        ? site.filers().get(random.nextInt(site.filers().size()))
                        : Filer.walkIn(site.office().place(), random);
        add(
                site,
                procedure,
                filer,
                fate,
                start(site, fate, online, random),
                pace(procedure, random));
    }

    private void add(
            Site site, String procedure, Filer filer, Fate fate, Instant start, double pace) {
        lives.add(
                new Life(
                        lives.size() + 1,
                        procedure,
                        site.office(),
                        filer,
                        fate,
                        start,
                        pace,
                        random()));
    }

    private Random random() {
        return new Random(SEED + 7919L * lives.size());
    }

    /// Ten in a hundred late, a few of everything else, the rest as it should be.
    private static Fate fate(String procedure, int number) {
        boolean clocked =
                !procedure.equals(SampleAnswers.LODGING)
                        && !procedure.equals(SampleAnswers.PROMOTION);
        return switch (number % 25) {
            case 3 -> Fate.ASKED_AT_RECEPTION;
            case 5 -> clocked ? Fate.LATE : Fate.PROMPT;
            case 7 -> Fate.ASKED_IN_APPRAISAL;
            case 9 -> Fate.REFUSED;
            case 11 -> clocked ? Fate.APOLOGY : Fate.PROMPT;
            case 13 -> Fate.REJECTED;
            case 15 -> Fate.WITHDRAWN;
            case 17 -> Fate.UNCOLLECTED;
            case 18 -> clocked ? Fate.STUCK : Fate.NEW;
            case 20 -> clocked ? Fate.STUCK_APOLOGY : Fate.PROMPT;
            case 21 -> Fate.ASKED_IN_APPRAISAL_WAITING;
            case 22 -> Fate.NEW;
            case 23 -> Fate.ASKED_AT_RECEPTION_WAITING;
            case 24 -> Fate.WITHDRAWAL_OPEN;
            default -> Fate.PROMPT;
        };
    }

    /// Share of a step's hours it really takes: same-day matters are quick, others lie a while.
    private static double pace(String procedure, Random random) {
        return switch (procedure) {
            case SampleAnswers.BIRTH, SampleAnswers.DEATH -> 0.05 + 0.12 * random.nextDouble();
            case SampleAnswers.HOUSEHOLD -> 0.25 + 0.55 * random.nextDouble();
            case SampleAnswers.RECORD -> 0.5 + 1.6 * random.nextDouble();
            default -> 0.1 + 0.5 * random.nextDouble();
        };
    }

    private Instant start(Site site, Fate fate, boolean online, Random random) {
        if (fate == Fate.NEW) return now.minus(Duration.ofMinutes(random.nextInt(20, 900)));
        if (fate.stuck())
            return site.calendar().plus(now, Duration.ofHours(-random.nextInt(48, 120)));
        if (fate.waits() || fate == Fate.WITHDRAWAL_OPEN)
            return site.calendar().plus(now, Duration.ofHours(-random.nextInt(12, 60)));
        int days = fate == Fate.PROMPT ? random.nextInt(DAYS) : 8 + random.nextInt(DAYS - 8);
        var day = HanoiTime.dateOf(now).minusDays(days);
        if (online) {
            var at =
                    HanoiTime.instant(
                            LocalDateTime.of(
                                    day, LocalTime.of(6, 40).plusMinutes(random.nextInt(900))));
            return at.isAfter(now) ? at.minus(Duration.ofDays(1)) : at;
        }
        var opening = site.calendar().workingDayFrom(day);
        var from = HanoiTime.instant(LocalDateTime.of(opening, LocalTime.of(7, 30)));
        var at = site.calendar().plus(from, Duration.ofMinutes(random.nextInt(5, 450)));
        return at.isAfter(now) ? site.calendar().plus(now, Duration.ofHours(-3)) : at;
    }
}
