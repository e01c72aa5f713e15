package vn.motcua.worktime;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.kernel.HanoiTime;

/// Working days and working seconds summed up day by day from the first day of the span, so that a
/// question about years costs the same as one about hours.
final class ComputedCalendar implements WorkingCalendar {
    static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final int SPAN = (int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay()) + 1;
    private static final long NANOS = 1_000_000_000L;

    private final Map<LocalDate, DayKind> special;
    private final List<OpeningHours> hours;

    /// Working seconds and working days before day i; both have one entry more than there are days.
    private final long[] secondsBefore = new long[SPAN + 1];

    private final int[] daysBefore = new int[SPAN + 1];

    ComputedCalendar(NationalDays days, List<OpeningHours> dated) {
        if (dated.isEmpty()) throw new IllegalArgumentException("an agency without hours");
        special = Map.copyOf(days.asMap());
        hours = dated.stream().sorted(Comparator.comparing(OpeningHours::from)).toList();
        for (int i = 0; i < SPAN; i++) {
            LocalDate date = FIRST_DAY.plusDays(i);
            long open = shifts(date).stream().mapToLong(Shift::seconds).sum();
            secondsBefore[i + 1] = secondsBefore[i] + open;
            daysBefore[i + 1] = daysBefore[i] + (isWorkingDay(date) ? 1 : 0);
        }
    }

    @Override
    public boolean isWorkingDay(LocalDate date) {
        var kind = special.get(date);
        if (kind != null) return !kind.off();
        return date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()
                && hoursOn(date).week().containsKey(date.getDayOfWeek());
    }

    @Override
    public List<Shift> shifts(LocalDate date) {
        var kind = special.get(date);
        if (kind != null) return kind.off() ? List.of() : hoursOn(date).fullDay();
        return hoursOn(date).week().getOrDefault(date.getDayOfWeek(), List.of());
    }

    @Override
    public LocalTime closingTime(LocalDate date) {
        return hoursOn(date).closing();
    }

    @Override
    public Optional<DayKind> special(LocalDate date) {
        return Optional.ofNullable(special.get(date));
    }

    @Override
    public Instant plus(Instant from, Duration workingTime) {
        if (workingTime.isZero()) return from;
        long target = Math.addExact(worked(from), workingTime.toNanos());
        return workingTime.isPositive() ? earliest(target) : latest(target);
    }

    @Override
    public Duration between(Instant a, Instant b) {
        return Duration.ofNanos(worked(b) - worked(a));
    }

    @Override
    public int workingDaysBetween(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? daysBefore[index(b) + 1] - daysBefore[index(a) + 1] : 0;
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate date, int n) {
        if (n == 0) return date;
        int i = index(date);
        // Forward: the day whose sum first reaches the target. Backward: the last day before it.
        int target = n > 0 ? daysBefore[i + 1] + n : daysBefore[i] + n + 1;
        if (target < 1 || target > daysBefore[SPAN]) throw outside(date);
        int low = 0;
        int high = SPAN - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (daysBefore[middle + 1] >= target) high = middle;
            else low = middle + 1;
        }
        return FIRST_DAY.plusDays(low);
    }

    @Override
    public Duration fullDay() {
        var latest = hours.getLast().fullDay();
        return Duration.ofSeconds(latest.stream().mapToLong(Shift::seconds).sum());
    }

    /// Working nanoseconds from the first day of the span to the moment.
    private long worked(Instant moment) {
        var local = moment.atZone(HanoiTime.ZONE);
        LocalDate date = local.toLocalDate();
        long nanoOfDay = local.toLocalTime().toNanoOfDay();
        long sum = secondsBefore[index(date)] * NANOS;
        for (var shift : shifts(date)) {
            long start = shift.from().toNanoOfDay();
            if (nanoOfDay > start) sum += Math.min(nanoOfDay, shift.to().toNanoOfDay()) - start;
        }
        return sum;
    }

    private Instant earliest(long target) {
        int low = 0;
        int high = SPAN;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (secondsBefore[Math.min(middle + 1, SPAN)] * NANOS >= target) high = middle;
            else low = middle + 1;
        }
        if (low >= SPAN) throw outside(LAST_DAY);
        return within(FIRST_DAY.plusDays(low), target - secondsBefore[low] * NANOS, true);
    }

    private Instant latest(long target) {
        if (target < 0) throw outside(FIRST_DAY);
        int low = 0;
        int high = SPAN - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (secondsBefore[middle] * NANOS <= target) low = middle;
            else high = middle - 1;
        }
        return within(FIRST_DAY.plusDays(low), target - secondsBefore[low] * NANOS, false);
    }

    /// The moment of the day at which `nanos` have been worked; on the edge of two shifts the end
    /// of the earlier or the start of the later.
    private Instant within(LocalDate date, long nanos, boolean early) {
        long rest = nanos;
        for (var shift : shifts(date)) {
            long length = shift.seconds() * NANOS;
            if (early ? rest <= length : rest < length)
                return HanoiTime.instant(date.atTime(shift.from()).plusNanos(rest));
            rest -= length;
        }
        throw outside(date);
    }

    private OpeningHours hoursOn(LocalDate date) {
        for (int i = hours.size() - 1; i > 0; i--)
            if (!hours.get(i).from().isAfter(date)) return hours.get(i);
        return hours.getFirst();
    }

    private static int index(LocalDate date) {
        long index = date.toEpochDay() - FIRST_DAY.toEpochDay();
        if (index < 0 || index >= SPAN) throw outside(date);
        return (int) index;
    }

    private static DateTimeException outside(LocalDate date) {
        return new DateTimeException("outside the calendar: " + date);
    }
}
