package vn.motcua.dossier.internal.opinion;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import vn.motcua.dossier.internal.processing.Answered;
import vn.motcua.dossier.internal.processing.OneByOne;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.StepDefinition;

/// Answers to questions a step waits for: each completes its step, once.
@org.springframework.stereotype.Service
public class Replies {
    private static final int BATCH = 100;

    private final OpinionStore store;
    private final DossierStore dossiers;
    private final Answered answered;
    private final Rules rules;
    private final OneByOne oneByOne;
    private final Asking asking;
    private final Clock clock;

    Replies(
            OpinionStore store,
            DossierStore dossiers,
            Answered answered,
            Rules rules,
            OneByOne oneByOne,
            Asking asking,
            Clock clock) {
        this.store = store;
        this.dossiers = dossiers;
        this.answered = answered;
        this.rules = rules;
        this.oneByOne = oneByOne;
        this.asking = asking;
        this.clock = clock;
    }

    /// Completes the steps whose question has been answered. A dossier that waits for the person
    /// goes on later.
    public void settle() {
        asking.run(
                Caller.system(),
                () -> {
                    var _ =
                            oneByOne.<OpinionStore.Found>walk(
                                    "answered opinion",
                                    BATCH,
                                    after ->
                                            store.unsettled(
                                                    after == null ? null : after.id(), BATCH),
                                    OpinionStore.Found::dossier,
                                    this::settle);
                });
    }

    private void settle(OpinionStore.Found found) {
        var now = clock.instant();
        var dossier = dossiers.lock(found.dossier());
        var opinion = store.lock(found.id()).orElseThrow();
        var token = Objects.requireNonNull(opinion.token());
        var reply = opinion.reply();
        if (reply != null && answered.waits(dossier, token) && !dossier.state().isFinal()) {
            if (!Answered.mayMove(dossier)) return;
            var by = new Caller(Role.OFFICER, reply.by(), opinion.askedAgency(), reply.name());
            var note = reply.words().isBlank() ? null : reply.words();
            var step = rules.process(dossier).step(Objects.requireNonNull(opinion.step()));
            // Where none of the outcomes fits the answer, an officer decides with it at hand.
            var _ =
                    answered.complete(
                            dossier, token, by, note, now, outcomes(step, reply.answer()));
        }
        store.settled(opinion.id(), now);
    }

    /// Outcomes that say what was answered, the most exact first.
    private static String[] outcomes(StepDefinition step, Opinion.Answer answer) {
        var names = new ArrayList<String>();
        names.add(answer.name().toLowerCase(Locale.ROOT));
        switch (answer) {
            case AGREES -> names.addAll(List.of("agreed", "agree", "ok"));
            case CONDITIONS -> names.addAll(List.of("conditional", "agreed", "agree", "ok"));
            case DISAGREES -> {
                names.addAll(List.of("disagreed", "disagree", "objected", "not-agreed"));
                step.outcomes().stream()
                        .filter(OutcomeDefinition::negative)
                        .map(OutcomeDefinition::id)
                        .forEach(names::add);
            }
        }
        return names.toArray(String[]::new);
    }
}
