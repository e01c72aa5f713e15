package vn.motcua.procedure.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.organization.Commune;
import vn.motcua.organization.UnitMatch;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.internal.CounterView.Choice;
import vn.motcua.procedure.internal.CounterView.Counter;
import vn.motcua.worktime.Calendars;

/// Finds the counter that takes a procedure in for a place.
@Component
class Counters {
    private static final int CHOICES = 8;
    private static final int MAX_TYPED = 100;

    private final AdministrativeUnits units;
    private final Agencies agencies;
    private final Calendars calendars;
    private final Clock clock;

    Counters(AdministrativeUnits units, Agencies agencies, Calendars calendars, Clock clock) {
        this.units = units;
        this.agencies = agencies;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// @param place what somebody typed
    /// @param commune code of a commune somebody chose
    CounterView of(ProcedureRecord record, @Nullable String place, @Nullable String commune) {
        var today = HanoiTime.dateOf(clock.instant());
        if (commune != null && commune.length() <= 10) {
            var found = units.commune(commune, today);
            return new CounterView(
                    found.map(Commune::name).orElse(""),
                    true,
                    found.flatMap(unit -> counter(record, unit)).orElse(null),
                    List.of());
        }
        if (place == null || place.isBlank()) return CounterView.unasked();
        var typed = place.length() > MAX_TYPED ? place.substring(0, MAX_TYPED) : place;
        var matches = units.resolve(typed, null);
        if (matches.size() == 1) {
            var only = matches.getFirst().commune();
            return new CounterView(typed, true, counter(record, only).orElse(null), List.of());
        }
        return new CounterView(
                typed, true, null, matches.stream().limit(CHOICES).map(Counters::choice).toList());
    }

    private static Choice choice(UnitMatch match) {
        return new Choice(
                match.commune().code(),
                match.commune().name() + ", " + match.province().name(),
                match.formerName());
    }

    /// The competent agency, else the commune's own one where any counter takes it in.
    private Optional<Counter> counter(ProcedureRecord record, Commune commune) {
        return agencies.competent(
                        record.executing().unitGroup(), commune.provinceCode(), commune.code())
                .or(
                        () ->
                                record.nonTerritorial()
                                        ? agencies.competent(
                                                "commune", commune.provinceCode(), commune.code())
                                        : Optional.empty())
                .map(this::view);
    }

    private Counter view(Agency agency) {
        var today = HanoiTime.dateOf(clock.instant());
        var calendar = calendars.of(agency.code());
        return new Counter(
                agency.desk(),
                agency.name(),
                agency.address(),
                agency.phone(),
                calendar.shifts(today).stream()
                        .map(shift -> shift.from() + "–" + shift.to())
                        .toList(),
                calendar.special(today).map(day -> day.name()).orElse(null));
    }
}
