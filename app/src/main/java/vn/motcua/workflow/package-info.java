/// Workflow (quy trình điện tử): how a dossier walks from desk to desk. A process is
/// compiled once from its release and then played as a pure token game `(Process, State,
/// Action) → Moved`: no database, no clock, no side effect; whoever calls it stores the
/// state beside the dossier and acts on the effects.
///
/// Law behind it: internal processes with hours for each step [one-stop-decree], the
/// citizen's check of a draft within one day with silence as consent [civil-status-online],
/// consulted agencies whose silence is agreement [building-decree].
@ApplicationModule(
        displayName = "Workflow",
        allowedDependencies = {"kernel", "worktime", "organization", "procedure"})
@NullMarked
package vn.motcua.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
