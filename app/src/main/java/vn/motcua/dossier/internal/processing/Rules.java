package vn.motcua.dossier.internal.processing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.form.Answers;
import vn.motcua.form.Form;
import vn.motcua.form.FormContext;
import vn.motcua.form.Forms;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.ChannelRule;
import vn.motcua.procedure.ProcedureCase;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;
import vn.motcua.procedure.Term;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.Processes;
import vn.motcua.workflow.Service;
import vn.motcua.workflow.Variables;
import vn.motcua.worktime.Resumption;
import vn.motcua.worktime.TimeLimit;

/// The release a dossier was opened under, in the words the decisions need. A dossier keeps its
/// release for ever.
@Component
public class Rules {
    /// What comes in online is looked at within eight working hours [one-stop-decree].
    public static final Duration RECEPTION = Duration.ofHours(8);

    private final Releases releases;
    private final Forms forms;
    private final Processes processes;
    private final Known known;

    Rules(Releases releases, Forms forms, Processes processes, Known known) {
        this.releases = releases;
        this.forms = forms;
        this.processes = processes;
        this.known = known;
    }

    public Release release(ReleaseId id) {
        return releases.find(id).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    public Form form(Dossier dossier) {
        return forms.of(release(dossier.release()));
    }

    public Process process(Dossier dossier) {
        return processes.of(release(dossier.release()));
    }

    /// Whether nothing is open but steps the officers' clock does not count: the person's own
    /// check, a posting.
    public static boolean waitsForOthers(Dossier dossier, Process process) {
        var json = dossier.process();
        if (json == null) return false;
        var open = process.state(json).open();
        return !open.isEmpty() && open.stream().noneMatch(step -> step.step().counted());
    }

    /// Whether the step waits for money: only a receipt completes it, or its timer.
    public static boolean bills(Process process, Task task) {
        return task.kind() == Task.Kind.STEP
                && process.find(task.stepId())
                        .filter(step -> step.service() instanceof Service.Bill)
                        .isPresent();
    }

    /// What conditions read: the answers and, where the process asks registers, what these said.
    public Variables variables(Dossier dossier) {
        return new Variables(dossier.channel().name(), known.with(dossier, () -> process(dossier)));
    }

    public ProcedureRecord record(Dossier dossier) {
        return release(dossier.release()).record();
    }

    /// The case these answers are of: the first whose condition holds, else the one named.
    public static @Nullable String caseOf(
            Release release,
            Form form,
            Answers answers,
            FormContext context,
            @Nullable String named) {
        return release.record().cases().stream()
                .filter(one -> one.when() != null && form.holds(one.when(), answers, context))
                .map(ProcedureCase::code)
                .findFirst()
                .orElse(named);
    }

    /// The legal term of this dossier's channel and case; null when the release states none
    /// that counts forwards.
    public @Nullable TimeLimit limit(Dossier dossier) {
        return record(dossier)
                .rule(dossier.channel(), dossier.caseCode())
                .map(ChannelRule::term)
                .map(Rules::limit)
                .orElse(null);
    }

    private static @Nullable TimeLimit limit(Term term) {
        return term instanceof Term.Within within ? within.limit() : null;
    }

    /// What the clock does once a supplement asked for during appraisal has come.
    public Resumption resumption(Dossier dossier) {
        return Resumption.valueOf(record(dossier).supplement().duringAppraisal().name());
    }
}
