package vn.motcua.bench;

import java.util.List;
import java.util.Map;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Engine;
import vn.motcua.workflow.Issue;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;
import vn.motcua.workflow.Variables;
import vn.motcua.workflow.Who;

/// The measured process in this platform's engine.
final class Walk {
    static final Map<String, String> OUTCOMES =
            Map.of(
                    "receive",
                    "forward",
                    "appraise",
                    "eligible",
                    "opinion",
                    "agreed",
                    "sign",
                    "signed",
                    "hand-over",
                    "done");

    /// People's steps of one run, in an order in which each is open when its turn comes.
    private static final List<String> STEPS =
            List.of("receive", "appraise", "opinion", "sign", "hand-over");

    static final Variables ONLINE = Variables.of("ONLINE");

    static final Process PROCESS =
            Process.of(
                    "receive",
                    List.of(
                            task(
                                    "receive",
                                    Position.RECEPTIONIST,
                                    OutcomeDefinition.of("forward", "appraise", "opinion")),
                            task(
                                    "appraise",
                                    Position.CASE_OFFICER,
                                    OutcomeDefinition.of("eligible", "both")),
                            task(
                                    "opinion",
                                    Position.CASE_OFFICER,
                                    OutcomeDefinition.of("agreed", "both")),
                            StepDefinition.join("both", "sign"),
                            task(
                                    "sign",
                                    Position.APPROVER,
                                    OutcomeDefinition.of("signed", "hand-over")
                                            .issuing(Issue.GRANTED)),
                            task(
                                    "hand-over",
                                    Position.RECEPTIONIST,
                                    OutcomeDefinition.of("done", "end")),
                            StepDefinition.end("end")));

    private long written;

    private static StepDefinition task(String id, Position position, OutcomeDefinition outcome) {
        return StepDefinition.of(id, StepKind.TASK, Who.of(position), outcome);
    }

    /// One dossier from beginning to end, stored and read again at every step.
    ///
    /// @return how many steps were completed
    int once() {
        var json = Engine.start(PROCESS, ONLINE).state().toJson();
        for (var step : STEPS) {
            var action = new Action.Complete(step, String.valueOf(OUTCOMES.get(step)));
            json = Engine.apply(PROCESS, PROCESS.state(json), action, ONLINE).state().toJson();
            written += json.length();
        }
        if (written == 0) throw new IllegalStateException();
        return STEPS.size();
    }
}
