package vn.motcua.dossier.internal.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Answered;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Notices;
import vn.motcua.dossier.internal.processing.OneByOne;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.Money;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;
import vn.motcua.workflow.Position;
import vn.motcua.worktime.Calendars;

/// What officers do about a duty: say the amount where the release leaves it open, and confirm
/// once, by its receipt, that it was paid. What nobody pays comes back to them.
@Service
public class Duties {
    /// Outcomes of a bill that say it is settled, the most exact first.
    private static final String[] PAID = {"paid", "settled", "ok"};

    private static final int REMIND_DAYS = 3;
    private static final int BATCH = 100;

    private final DutyStore duties;
    private final Bills bills;
    private final Permissions permissions;
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final Answered answered;
    private final Notices notices;
    private final Rules rules;
    private final OneByOne oneByOne;
    private final Calendars calendars;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Duties(
            DutyStore duties,
            Bills bills,
            Permissions permissions,
            DossierStore dossiers,
            TaskStore tasks,
            Answered answered,
            Notices notices,
            Rules rules,
            OneByOne oneByOne,
            Calendars calendars,
            Journal journal,
            Asking asking,
            Clock clock,
            TransactionTemplate transaction) {
        this.duties = duties;
        this.bills = bills;
        this.permissions = permissions;
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.answered = answered;
        this.notices = notices;
        this.rules = rules;
        this.oneByOne = oneByOne;
        this.calendars = calendars;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Must run in a transaction of somebody who may see the dossier.
    List<Duty> of(UUID dossier) {
        return duties.of(dossier);
    }

    /// The duty that waits for an officer or for the person.
    Optional<Duty> current(Dossier dossier) {
        return duties.of(dossier.id()).stream().filter(duty -> waits(dossier, duty)).findFirst();
    }

    /// Whether the step that asks it is still open.
    boolean waits(Dossier dossier, Duty duty) {
        return duty.receipt() == null
                && duty.dropped() == null
                && !dossier.state().isFinal()
                && answered.waits(dossier, duty.token());
    }

    /// Says the amount of an open duty and what it rests on.
    @Transactional
    public void ask(UUID id, int version, long amount, String ground) {
        if (amount < 1 || ground.isBlank())
            throw new ProblemException(DossierProblem.REASON_MISSING);
        var act =
                permissions.begin(
                        id,
                        version,
                        PositionKind.CASE_OFFICER,
                        PositionKind.RECEPTIONIST,
                        PositionKind.APPROVER);
        var duty =
                current(act.dossier())
                        .filter(open -> open.asked() == null)
                        .orElseThrow(act::notAllowed);
        dossiers.update(
                bills.ask(act.dossier(), duty, amount, ground.strip(), act.by(), act.now()));
    }

    /// Confirms a payment by its receipt; the process goes on. The same receipt again does
    /// nothing.
    @Transactional
    public void confirm(UUID id, int version, Duty.Receipt shown) {
        permissions.require(PositionKind.RECEPTIONIST);
        if (confirmed(id, version, shown)) return;
        var act = permissions.begin(id, version, PositionKind.RECEPTIONIST);
        var duty =
                current(act.dossier())
                        .filter(open -> open.asked() != null)
                        .orElseThrow(act::notAllowed);
        if (!Objects.equals(duty.amount(), shown.amount()))
            throw new ProblemException(
                    DossierProblem.OTHER_AMOUNT,
                    new Money(Objects.requireNonNull(duty.amount())).formatted());
        if (shown.date().isAfter(HanoiTime.dateOf(act.now())))
            throw new ProblemException(DossierProblem.RECEIPT_IN_FUTURE);
        requireUnused(shown, act.dossier().agency());
        var receipt =
                new Duty.Receipt(
                        shown.number(),
                        shown.date(),
                        shown.amount(),
                        shown.payer(),
                        shown.place(),
                        act.by().name(),
                        act.now(),
                        version);
        duties.confirm(duty.id(), receipt, act.by());
        tasks.close(id, Task.PAYMENT, act.by().account(), act.by().name(), "paid", null, act.now());
        var after = act.dossier().paymentConfirmed();
        journal.append(
                Facts.of(
                        "payment-confirmed",
                        after,
                        act.by(),
                        act.now(),
                        Map.of(
                                "amount", receipt.amount(),
                                "place", receipt.place().name(),
                                "number", duty.number())));
        if (!answered.complete(after, duty.token(), act.by(), receipt.number(), act.now(), PAID))
            throw act.notAllowed();
    }

    /// One receipt pays one duty.
    private void requireUnused(Duty.Receipt shown, String agency) {
        var used = duties.confirmedBy(shown.number(), shown.place(), agency);
        if (used.isPresent())
            throw new ProblemException(
                    DossierProblem.RECEIPT_USED,
                    shown.number(),
                    dossiers.require(used.get()).code().value());
    }

    /// Whether the dossier is there to be seen and this very confirmation came before.
    private boolean confirmed(UUID id, int version, Duty.Receipt shown) {
        return duties.of(id).stream()
                .map(Duty::receipt)
                .anyMatch(receipt -> receipt != null && receipt.same(shown, version));
    }

    /// Reminds people before the last day; what is unpaid after it comes back to an officer, or
    /// goes on by the timer of its step.
    public void watch() {
        asking.run(
                Caller.system(),
                () -> {
                    DutyStore.@Nullable Unpaid last = null;
                    while (true) {
                        var key = last;
                        var today = HanoiTime.dateOf(clock.instant());
                        var batch =
                                Objects.requireNonNull(
                                        transaction.execute(
                                                _ ->
                                                        duties.unpaid(
                                                                today.plusDays(REMIND_DAYS + 1),
                                                                today,
                                                                key,
                                                                BATCH)));
                        for (var found : batch) {
                            var _ =
                                    oneByOne.attempt(
                                            "unpaid duty",
                                            found.dossier(),
                                            () -> look(found, today));
                        }
                        if (batch.size() < BATCH) return;
                        last = batch.getLast();
                    }
                });
    }

    private void look(DutyStore.Unpaid found, LocalDate today) {
        var now = clock.instant();
        var dossier = dossiers.lock(found.dossier());
        var duty =
                duties.of(dossier.id()).stream()
                        .filter(one -> one.id().equals(found.id()))
                        .findFirst()
                        .orElseThrow();
        if (duty.receipt() != null || duty.overdue() != null) return;
        if (dossier.state().isFinal() || !answered.waits(dossier, duty.token())) {
            duties.drop(duty.id(), now);
            return;
        }
        if (today.isAfter(found.payBy())) overdue(dossier, duty, now);
        else remind(dossier, duty, found.payBy(), now);
    }

    private void remind(Dossier dossier, Duty duty, LocalDate payBy, Instant now) {
        var amount = new Money(Objects.requireNonNull(duty.amount())).formatted();
        var day = HanoiTime.date(payBy);
        notices.tell(
                dossier,
                duty.step(),
                LocalText.of(
                        "Nhắc nộp " + amount + ", hạn cuối " + day + ".",
                        "Reminder: pay " + amount + " by " + day + "."),
                now);
        duties.reminded(duty.id(), now);
    }

    private void overdue(Dossier dossier, Duty duty, Instant now) {
        duties.overdue(duty.id(), now);
        journal.append(
                Facts.of(
                        "payment-overdue",
                        dossier,
                        Caller.system(),
                        now,
                        Map.of("number", duty.number())));
        boolean goesOn =
                rules.process(dossier)
                        .find(duty.step())
                        .map(step -> step.timer() != null)
                        .orElse(false);
        if (goesOn) return;
        tasks.open(
                Task.opened(
                        Ids.next(clock),
                        dossier.id(),
                        dossier.agency(),
                        Task.Kind.PAYMENT,
                        Task.PAYMENT,
                        Task.PAYMENT,
                        Position.APPROVER,
                        null,
                        now,
                        calendars.of(dossier.agency()).plus(now, Rules.RECEPTION),
                        null,
                        null));
    }
}
