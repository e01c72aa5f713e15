/// Vận hành: what an operator sees and does. Health at a glance, entries set aside and tried
/// again, figures computed anew; the processes in force as tables and drawings; and the two
/// addresses by which a supervisor asks whether the platform lives. Shows counts, codes and
/// ids, never a person.
@ApplicationModule(
        displayName = "Operation",
        allowedDependencies = {
            "kernel",
            "journal",
            "identity",
            "vault",
            "procedure",
            "workflow",
            "register",
            "dossier",
            "insight"
        })
@NullMarked
package vn.motcua.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
