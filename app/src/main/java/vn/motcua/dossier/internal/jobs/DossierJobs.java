package vn.motcua.dossier.internal.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.internal.appointment.LateWatch;
import vn.motcua.dossier.internal.appointment.PauseEnds;
import vn.motcua.dossier.internal.appointment.Reminders;
import vn.motcua.dossier.internal.bulk.BulkRunner;
import vn.motcua.dossier.internal.bundle.PartEnds;
import vn.motcua.dossier.internal.counter.CounterCleaning;
import vn.motcua.dossier.internal.duty.Duties;
import vn.motcua.dossier.internal.opinion.Replies;
import vn.motcua.dossier.internal.opinion.Silences;
import vn.motcua.dossier.internal.processing.Appointments;
import vn.motcua.dossier.internal.processing.Timers;
import vn.motcua.dossier.internal.processing.Unanswered;
import vn.motcua.dossier.internal.processing.Unfetched;
import vn.motcua.dossier.internal.query.QueryAnswers;
import vn.motcua.dossier.internal.store.RequestKeys;
import vn.motcua.dossier.internal.tracking.Tracking;
import vn.motcua.dossier.internal.worklist.Sought;
import vn.motcua.form.DraftCleaning;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.SignInCleaning;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.vault.VaultCleaning;

/// What happens without anybody asking: steps whose time has passed end, and what has served
/// its time goes. Each job runs on one node at a time. Starts last of all, after sample data
/// have replayed their past.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class DossierJobs implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {
    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final Duration CALENDAR = Duration.ofMinutes(5);
    private static final Duration WATCH = Duration.ofMinutes(15);
    private static final Duration HOURLY = Duration.ofHours(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);

    /// How long a repeated request is recognised; the promise is seven days.
    private static final Duration KEYS_KEPT = Duration.ofDays(30);

    /// Longer than a draft may live without being touched.
    private static final Duration UPLOADS_KEPT = Duration.ofDays(100);

    private final DataSource dataSource;
    private final Timers timers;
    private final Unanswered unanswered;
    private final Silences silences;
    private final Replies replies;
    private final PartEnds partEnds;
    private final QueryAnswers queries;
    private final Duties duties;
    private final Appointments appointments;
    private final LateWatch watch;
    private final PauseEnds pauses;
    private final Reminders reminders;
    private final Tracking tracking;
    private final RequestKeys keys;
    private final Unfetched unfetched;
    private final CounterCleaning counter;
    private final BulkRunner bulks;
    private final Sought sought;
    private final VaultCleaning vault;
    private final DraftCleaning drafts;
    private final SignInCleaning signIns;
    private final Asking asking;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean enabled;
    private @Nullable Scheduler scheduler;

    DossierJobs(
            DataSource dataSource,
            Timers timers,
            Unanswered unanswered,
            Silences silences,
            Replies replies,
            PartEnds partEnds,
            QueryAnswers queries,
            Duties duties,
            Appointments appointments,
            LateWatch watch,
            PauseEnds pauses,
            Reminders reminders,
            Tracking tracking,
            RequestKeys keys,
            Unfetched unfetched,
            CounterCleaning counter,
            BulkRunner bulks,
            Sought sought,
            VaultCleaning vault,
            DraftCleaning drafts,
            SignInCleaning signIns,
            Asking asking,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${motcua.jobs:true}") boolean enabled,
            @Value("${motcua.command:run}") String command) {
        this.dataSource = dataSource;
        this.timers = timers;
        this.unanswered = unanswered;
        this.silences = silences;
        this.replies = replies;
        this.partEnds = partEnds;
        this.queries = queries;
        this.duties = duties;
        this.appointments = appointments;
        this.watch = watch;
        this.pauses = pauses;
        this.reminders = reminders;
        this.tracking = tracking;
        this.keys = keys;
        this.unfetched = unfetched;
        this.counter = counter;
        this.bulks = bulks;
        this.sought = sought;
        this.vault = vault;
        this.drafts = drafts;
        this.signIns = signIns;
        this.asking = asking;
        this.transaction = transaction;
        this.clock = clock;
        this.enabled = enabled && command.equals("run");
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (!enabled) return;
        var started =
                Scheduler.create(dataSource)
                        .tableName("dossier.scheduled_tasks")
                        .startTasks(jobs())
                        .threads(2)
                        .pollingInterval(OFTEN)
                        .heartbeatInterval(HEARTBEAT)
                        .shutdownMaxWait(Duration.ofSeconds(20))
                        .build();
        started.start();
        scheduler = started;
    }

    private List<RecurringTask<Void>> jobs() {
        var nightly = Schedules.daily(HanoiTime.ZONE, AT_NIGHT);
        return List.of(
                job("dossier-timers", FixedDelay.of(OFTEN), timers::fireDue),
                job("dossier-supplements", FixedDelay.of(HOURLY), unanswered::handBack),
                job("dossier-opinions", FixedDelay.of(OFTEN), this::opinions),
                job("dossier-parts", FixedDelay.of(OFTEN), partEnds::settle),
                job("dossier-queries", FixedDelay.of(OFTEN), queries::work),
                job("dossier-duties", FixedDelay.of(HOURLY), duties::watch),
                job("dossier-appointments", FixedDelay.of(CALENDAR), appointments::followCalendar),
                job("dossier-late-watch", FixedDelay.of(WATCH), watch::look),
                job("dossier-pauses", FixedDelay.of(CALENDAR), pauses::end),
                job("dossier-reminders", FixedDelay.of(HOURLY), reminders::remind),
                job("dossier-tracking-forget", nightly, tracking::forget),
                job("dossier-bulk", FixedDelay.of(OFTEN), bulks::goOn),
                job("dossier-lists-forget", nightly, this::forgetLists),
                job("dossier-request-keys", nightly, this::forgetKeys),
                job("vault-clean", nightly, () -> vault.clean(UPLOADS_KEPT)),
                job("dossier-unfetched", FixedDelay.of(HOURLY), unfetched::remind),
                job("counter-clean", nightly, counter::clean),
                job("form-drafts", nightly, drafts::clean),
                job("sign-in-attempts", nightly, this::forgetAttempts));
    }

    private static RecurringTask<Void> job(String name, Schedule schedule, Runnable work) {
        return Tasks.recurring(name, schedule).execute((instance, context) -> work.run());
    }

    private void opinions() {
        replies.settle();
        silences.record();
    }

    /// What was looked for and done on many at once.
    private void forgetLists() {
        asking.run(Caller.system(), sought::forget);
        bulks.forget();
    }

    private void forgetAttempts() {
        asking.run(Caller.system(), signIns::forgetOldAttempts);
    }

    private void forgetKeys() {
        var before = clock.instant().minus(KEYS_KEPT);
        asking.run(
                Caller.system(), () -> transaction.executeWithoutResult(_ -> keys.forget(before)));
    }

    @Override
    public void destroy() {
        if (scheduler != null) scheduler.stop();
    }
}
