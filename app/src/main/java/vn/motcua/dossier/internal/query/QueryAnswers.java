package vn.motcua.dossier.internal.query;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Answered;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Notices;
import vn.motcua.dossier.internal.processing.OneByOne;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.LocalText;
import vn.motcua.register.Asked;
import vn.motcua.register.Register;
import vn.motcua.register.Registers;
import vn.motcua.workflow.Position;

/// Has questions sent and takes their answers to the steps that wait for them. Cut short anywhere,
/// it goes on where it was.
@Service
public class QueryAnswers {
    private static final int BATCH = 100;
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final Registers registers;
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final Answered answered;
    private final Rules rules;
    private final Notices notices;
    private final OneByOne oneByOne;
    private final Journal journal;
    private final MessageSource messages;
    private final Asking asking;
    private final Clock clock;

    QueryAnswers(
            Registers registers,
            DossierStore dossiers,
            TaskStore tasks,
            Answered answered,
            Rules rules,
            Notices notices,
            OneByOne oneByOne,
            Journal journal,
            MessageSource messages,
            Asking asking,
            Clock clock) {
        this.registers = registers;
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.answered = answered;
        this.rules = rules;
        this.notices = notices;
        this.oneByOne = oneByOne;
        this.journal = journal;
        this.messages = messages;
        this.asking = asking;
        this.clock = clock;
    }

    /// Sends what is due and settles what has come, until neither brings anything new: an answer
    /// may lead to the next question.
    public void work() {
        do settle();
        while (registers.send(this::wanted) > 0);
        settle();
    }

    /// Whether the step still waits; nobody's data are asked for a dossier that has ended.
    private boolean wanted(Asked asked) {
        var question = asked.question();
        return dossiers.find(question.subject())
                .filter(dossier -> !dossier.state().isFinal())
                .filter(dossier -> answered.waits(dossier, question.token()))
                .isPresent();
    }

    private void settle() {
        asking.run(
                Caller.system(),
                () -> {
                    var _ =
                            oneByOne.<Asked>walk(
                                    "answer of a register",
                                    BATCH,
                                    after ->
                                            registers.unsettled(
                                                    after == null ? null : after.id(), BATCH),
                                    asked -> asked.question().subject(),
                                    this::settle);
                });
    }

    private void settle(Asked found) {
        var dossier = dossiers.lock(found.question().subject());
        var asked = registers.lock(found.id()).orElseThrow();
        if (asked.settled() != null || asked.state() == Asked.State.WAITING) return;
        var now = clock.instant();
        var token = asked.question().token();
        if (!dossier.state().isFinal() && answered.waits(dossier, token)) {
            if (asked.answeredAtAll()) {
                if (!Answered.mayMove(dossier)) return;
                told(dossier, asked, now);
                if (!moves(dossier, asked, now)) fall(dossier, asked);
            } else {
                fall(dossier, asked);
                journal.append(
                        Facts.of("register-silent", dossier, Caller.system(), now, data(asked)));
            }
        }
        registers.settled(asked.id());
    }

    /// Whether the answer alone takes the dossier on. What an officer has in hand stays theirs to
    /// decide, with the answer beside it; unless it was them who asked again.
    private boolean moves(Dossier dossier, Asked asked, Instant now) {
        var work = work(dossier, asked);
        if (work.isEmpty()) return false;
        var holder = work.get().claimedBy();
        if (holder != null && !holder.equals(asked.again())) return false;
        var step = rules.process(dossier).step(work.get().stepId());
        if (step.who().position() != Position.SYSTEM) return false;
        return answered.complete(
                dossier,
                asked.question().token(),
                Caller.system(),
                null,
                now,
                outcomes(asked).toArray(String[]::new));
    }

    private Optional<Task> work(Dossier dossier, Asked asked) {
        return tasks.of(dossier.id()).stream()
                .filter(task -> task.open() && task.token().equals(asked.question().token()))
                .findFirst();
    }

    private static List<String> outcomes(Asked asked) {
        if (asked.state() == Asked.State.NOT_FOUND) return List.of("not-found");
        return asked.differences().isEmpty() ? List.of("found") : List.of("differs");
    }

    /// Nothing is stuck: what the platform cannot do, an officer can.
    private void fall(Dossier dossier, Asked asked) {
        var unit = rules.process(dossier).step(asked.question().step()).who().unit();
        tasks.fallTo(dossier.id(), asked.question().token(), Position.CASE_OFFICER, unit);
    }

    private void told(Dossier dossier, Asked asked, Instant now) {
        var data = data(asked);
        data.put("found", asked.state() == Asked.State.FOUND);
        var differences = asked.differences();
        if (!differences.isEmpty()) data.put("differs", String.join(",", differences));
        journal.append(Facts.of("register-answered", dossier, Caller.system(), now, data));
        var key =
                asked.state() == Asked.State.NOT_FOUND
                        ? "register.told.not-found"
                        : differences.isEmpty() ? "register.told.agrees" : "register.told.differs";
        var name =
                registers
                        .find(asked.question().register())
                        .map(Register::name)
                        .orElse(LocalText.of(asked.question().register()));
        notices.tell(
                dossier,
                asked.question().step(),
                new LocalText(
                        messages.getMessage(key, new Object[] {name.vi()}, VIETNAMESE),
                        messages.getMessage(key, new Object[] {name.en()}, Locale.ENGLISH)),
                now);
    }

    private static Map<String, Object> data(Asked asked) {
        var data = new LinkedHashMap<String, Object>();
        data.put("query", asked.id().toString());
        data.put("register", asked.question().register());
        data.put("step", asked.question().step());
        var trouble = asked.trouble();
        if (trouble != null) data.put("trouble", trouble.name());
        return data;
    }
}
