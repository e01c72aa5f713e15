package vn.motcua.worktime;

import java.time.LocalTime;

/// An unbroken stretch of opening hours on one day.
public record Shift(LocalTime from, LocalTime to) {
    public Shift {
        if (!from.isBefore(to))
            throw new IllegalArgumentException("a shift ends after it starts: " + from + "-" + to);
    }

    long seconds() {
        return to.toSecondOfDay() - from.toSecondOfDay();
    }
}
