package vn.motcua.insight.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.organization.AgencyUnit;
import vn.motcua.organization.Staff;
import vn.motcua.organization.StaffMember;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.Releases;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.Processes;
import vn.motcua.workflow.StepDefinition;

/// Names beside codes; the code itself where nobody knows a name.
@Component
class Names {
    private final Function<String, Optional<LocalText>> agencies;
    private final Function<String, Optional<LocalText>> procedures;
    private final BiFunction<String, String, Optional<LocalText>> units;
    private final Function<String, List<String>> steps;
    private final BiFunction<String, String, Optional<LocalText>> stepNames;
    private final BiFunction<String, UUID, Optional<String>> people;

    @Autowired
    Names(Agencies agencies, Staff staff, Releases releases, Processes processes) {
        this(
                code -> agencies.find(code).map(Agency::name),
                code -> releases.current(code).map(release -> release.record().name()),
                (agency, unit) -> unit(agencies, agency, unit),
                code ->
                        process(releases, processes, code)
                                .map(one -> one.steps().stream().map(StepDefinition::id).toList())
                                .orElse(List.of()),
                (code, step) ->
                        process(releases, processes, code)
                                .flatMap(one -> one.find(step))
                                .map(StepDefinition::name),
                (agency, account) ->
                        staff.inAgency(agency).stream()
                                .filter(member -> member.account().equals(account))
                                .map(StaffMember::name)
                                .findFirst());
    }

    Names(
            Function<String, Optional<LocalText>> agencies,
            Function<String, Optional<LocalText>> procedures) {
        this(
                agencies,
                procedures,
                (_, _) -> Optional.empty(),
                _ -> List.of(),
                (_, _) -> Optional.empty(),
                (_, _) -> Optional.empty());
    }

    private Names(
            Function<String, Optional<LocalText>> agencies,
            Function<String, Optional<LocalText>> procedures,
            BiFunction<String, String, Optional<LocalText>> units,
            Function<String, List<String>> steps,
            BiFunction<String, String, Optional<LocalText>> stepNames,
            BiFunction<String, UUID, Optional<String>> people) {
        this.agencies = agencies;
        this.procedures = procedures;
        this.units = units;
        this.steps = steps;
        this.stepNames = stepNames;
        this.people = people;
    }

    private static Optional<LocalText> unit(Agencies agencies, String agency, String unit) {
        if (agencies.find(agency).isEmpty()) return Optional.empty();
        return agencies.units(agency).stream()
                .filter(one -> one.id().equals(unit))
                .map(AgencyUnit::name)
                .findFirst();
    }

    private static Optional<Process> process(
            Releases releases, Processes processes, String procedure) {
        return releases.current(procedure).filter(Release::fileable).map(processes::of);
    }

    LocalText agency(String code) {
        return agencies.apply(code).orElseGet(() -> LocalText.of(code));
    }

    LocalText procedure(String code) {
        return procedures.apply(code).orElseGet(() -> LocalText.of(code));
    }

    /// Empty where the unit is a position: the process named no unit.
    Optional<LocalText> unit(String agency, String unit) {
        return units.apply(agency, unit);
    }

    LocalText step(String procedure, String step) {
        return stepNames.apply(procedure, step).orElseGet(() -> LocalText.of(step));
    }

    /// Place of the step in its process; steps of former versions come last.
    int place(String procedure, String step) {
        int place = steps.apply(procedure).indexOf(step);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    /// Somebody who works at the agency no more is told by nothing but that.
    Optional<String> person(String agency, UUID account) {
        return people.apply(agency, account);
    }
}
