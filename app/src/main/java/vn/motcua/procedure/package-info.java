/// Administrative procedures: their versioned releases, read from folders of YAML, and the
/// catalogue in which a citizen finds them. The content of a procedure follows
/// [procedure-control-decree] art. 8 cl. 2: name, order of work, way of filing, components,
/// time limit, subjects, agency, result, form, requirements, fee and legal basis.
@ApplicationModule(
        displayName = "Procedure",
        allowedDependencies = {"kernel", "journal", "worktime", "organization", "identity"})
@NullMarked
package vn.motcua.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
