package vn.motcua.workflow.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.workflow.Service;
import vn.motcua.workflow.StepDefinition;

/// What steps expect of other agencies and of the procedure's record.
final class Outside {
    private Outside() {}

    /// @param groups groups of units there are; where the register of agencies is still empty
    ///     nothing can be said about them
    static List<Finding> check(
            List<StepDefinition> steps, ProcedureRecord record, Set<String> groups) {
        List<Finding> findings = new ArrayList<>();
        for (var step : steps) {
            var group = group(step);
            if (group != null && !groups.isEmpty() && !groups.contains(group)) {
                findings.add(Finding.of("unknown-agency", step.id(), step.name(), group));
            }
            if (step.who().outside() && !step.who().position().officer()) {
                findings.add(Finding.of("agency-nobody", step.id(), step.name()));
            }
            if (step.service() instanceof Service.Bill(var fees)) {
                for (var fee : fees) {
                    if (known(record, fee)) continue;
                    findings.add(Finding.of("bill-fee", step.id(), step.name(), fee));
                }
            }
            var call = step.call();
            if (call != null && call.procedure().equals(record.code())) {
                findings.add(Finding.of("call-itself", step.id(), step.name()));
            }
        }
        return findings;
    }

    private static boolean known(ProcedureRecord record, String fee) {
        return record.channels().stream()
                .flatMap(rule -> rule.fees().stream())
                .anyMatch(line -> fee.equals(line.id()));
    }

    private static @Nullable String group(StepDefinition step) {
        if (step.call() != null) return step.call().agency();
        if (step.service() instanceof Service.Opinion(var agency, var _)) return agency;
        return step.who().agency();
    }
}
