package vn.motcua.dossier.internal.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Act;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.print.SlipBody;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Outside;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.processing.Terms;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.form.Forms;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.procedure.FeeLine;
import vn.motcua.workflow.Effect;
import vn.motcua.workflow.Service;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.Deadlines;

/// Steps that wait for money. What the release knows is asked at once; where it leaves the amount
/// open, the one an officer has typed for the result counts, else an officer says it.
@Component
class Bills implements Outside {
    /// A fact whose id ends so is an amount in đồng.
    private static final String AMOUNT = "Amount";

    private final DutyStore duties;
    private final PayNotices notices;
    private final DossierStore dossiers;
    private final Rules rules;
    private final Terms terms;
    private final Forms forms;
    private final Calendars calendars;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;
    private final int usualDays;

    Bills(
            DutyStore duties,
            PayNotices notices,
            DossierStore dossiers,
            Rules rules,
            Terms terms,
            Forms forms,
            Calendars calendars,
            Journal journal,
            Asking asking,
            Clock clock,
            @Value("${motcua.duty-days:30}") int usualDays) {
        this.duties = duties;
        this.notices = notices;
        this.dossiers = dossiers;
        this.rules = rules;
        this.terms = terms;
        this.forms = forms;
        this.calendars = calendars;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
        this.usualDays = usualDays;
    }

    @Override
    public Dossier asked(Dossier dossier, Effect.ServiceCalled effect, Caller by, Instant now) {
        if (!(effect.service() instanceof Service.Bill(var fees)) || effect.token() == null)
            return dossier;
        var lines = lines(dossier, fees, HanoiTime.dateOf(now));
        var duty =
                new Duty(
                        Ids.next(clock),
                        dossier.id(),
                        0,
                        effect.step().id(),
                        effect.token(),
                        lines,
                        null,
                        null,
                        terms.startsByPayment(dossier),
                        days(dossier, effect.step(), now),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        asking.run(Caller.system(), () -> duties.insert(duty, now));
        var amount = known(dossier, lines);
        return amount.isEmpty() || !dossier.can(Act.REQUEST_PAYMENT)
                ? dossier
                : ask(dossier, duty, amount.getAsLong(), null, by, now);
    }

    /// Tells the person the amount; until it is paid the dossier waits for them.
    Dossier ask(
            Dossier dossier,
            Duty duty,
            long amount,
            @Nullable String ground,
            Caller by,
            Instant now) {
        var payBy = payBy(dossier, duty, now);
        asking.run(
                Caller.system(),
                () -> {
                    int number = duties.number(duty.id());
                    var body =
                            notices.body(
                                    dossier,
                                    number,
                                    duty.lines(),
                                    amount,
                                    ground,
                                    payBy,
                                    duty.startsClock());
                    var notice = notices.issue(dossier, body, by, now);
                    duties.ask(duty.id(), amount, ground, payBy, notice, by, now);
                });
        var after = dossier.paymentRequested();
        journal.append(
                Facts.of(
                        "payment-requested",
                        after,
                        by,
                        now,
                        Map.of("amount", amount, "payBy", payBy.toString())));
        return after;
    }

    private LocalDate payBy(Dossier dossier, Duty duty, Instant now) {
        return calendars
                .of(dossier.agency())
                .workingDayFrom(HanoiTime.dateOf(now).plusDays(duty.withinDays()));
    }

    /// The letter as it would be sent with this amount.
    SlipBody.Payment foreseen(Dossier dossier, Duty duty, long amount, String ground, Instant now) {
        return notices.body(
                dossier,
                duty.number(),
                duty.lines(),
                amount,
                ground,
                payBy(dossier, duty, now),
                duty.startsClock());
    }

    /// What a step would ask at once; empty where an officer says the amount later.
    OptionalLong foreseen(Dossier dossier, List<String> fees, Instant now) {
        return known(dossier, lines(dossier, fees, HanoiTime.dateOf(now)));
    }

    /// The term of the step's own timer, else the usual one.
    private int days(Dossier dossier, StepDefinition step, Instant now) {
        var timer = step.timer();
        if (timer == null) return usualDays;
        var end = Deadlines.due(timer.after(), now, calendars.of(dossier.agency()));
        long days = ChronoUnit.DAYS.between(HanoiTime.dateOf(now), HanoiTime.dateOf(end));
        return (int) Math.clamp(days, 1, 3660);
    }

    private List<Duty.Line> lines(Dossier dossier, List<String> wanted, LocalDate today) {
        var form = rules.form(dossier);
        var context = forms.context(dossier.channel().name(), dossier.agency());
        var lines = new ArrayList<Duty.Line>();
        var rule = rules.record(dossier).rule(dossier.channel(), dossier.caseCode());
        for (var fee : rule.map(found -> found.fees()).orElse(List.of())) {
            boolean meant = wanted.isEmpty() || fee.id() != null && wanted.contains(fee.id());
            if (!meant || !fee.validOn(today) || fee.free()) continue;
            if (fee.when() != null && !form.holds(fee.when(), dossier.answers(), context)) continue;
            long times = 1;
            if (fee.quantity() != null)
                times =
                        form.value(fee.quantity(), dossier.answers(), context)
                                .filter(Number.class::isInstance)
                                .map(value -> Math.clamp(((Number) value).longValue(), 0, 10_000))
                                .orElse(1);
            if (times > 0) lines.add(new Duty.Line(fee.name(), amount(fee, times)));
        }
        return lines;
    }

    private static @Nullable Long amount(FeeLine fee, long times) {
        return fee.unknown() || fee.amount() == null
                ? null
                : Long.valueOf(Math.multiplyExact(fee.amount().dong(), times));
    }

    /// Empty where an officer has to say the amount.
    private OptionalLong known(Dossier dossier, List<Duty.Line> lines) {
        if (!lines.isEmpty() && lines.stream().allMatch(line -> line.amount() != null)) {
            long sum =
                    lines.stream().mapToLong(line -> Objects.requireNonNull(line.amount())).sum();
            return sum > 0 ? OptionalLong.of(sum) : OptionalLong.empty();
        }
        var typed =
                dossiers.resultFacts(dossier.id()).entrySet().stream()
                        .filter(fact -> fact.getKey().endsWith(AMOUNT))
                        .map(fact -> fact.getValue().replaceAll("[. ]", ""))
                        .filter(value -> value.matches("[1-9]\\d{0,14}"))
                        .toList();
        return typed.size() == 1
                ? OptionalLong.of(Long.parseLong(typed.getFirst()))
                : OptionalLong.empty();
    }
}
