package vn.motcua.operation.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.DossierHealth;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.JournalHealth;
import vn.motcua.operation.internal.OperatorView.Concern;
import vn.motcua.operation.internal.OperatorView.JobLine;
import vn.motcua.operation.internal.OperatorView.Program;
import vn.motcua.operation.internal.OperatorView.ReleaseLine;
import vn.motcua.operation.internal.OperatorView.Tried;
import vn.motcua.procedure.Releases;
import vn.motcua.vault.VaultHealth;

/// Puts together what the rooms say about their health, and judges it.
@Service
class OperatorDesk {
    /// Entries are set aside one by one; a page shows this many of them.
    static final int SHOWN = 50;

    private static final Duration READ_WITHIN = Duration.ofMinutes(5);

    /// The promise about seals.
    private static final Duration SEALED_WITHIN = Duration.ofSeconds(60);

    private static final Duration DONE_WITHIN = Duration.ofMinutes(10);
    private static final Duration FIRED_WITHIN = Duration.ofMinutes(2);
    private static final double FREE_SHARE = 0.1;
    private static final int HASH = 12;
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final JournalHealth journal;
    private final DossierHealth dossiers;
    private final VaultHealth vault;
    private final Releases releases;
    private final DatabaseProbe database;
    private final Recount recount;
    private final Asking asking;
    private final Clock clock;
    private final ApplicationContext context;

    OperatorDesk(
            JournalHealth journal,
            DossierHealth dossiers,
            VaultHealth vault,
            Releases releases,
            DatabaseProbe database,
            Recount recount,
            Asking asking,
            Clock clock,
            ApplicationContext context) {
        this.journal = journal;
        this.dossiers = dossiers;
        this.vault = vault;
        this.releases = releases;
        this.database = database;
        this.recount = recount;
        this.asking = asking;
        this.clock = clock;
        this.context = context;
    }

    /// Counts and codes only, so the platform itself may look.
    OperatorView view(@Nullable Tried tried) {
        return asking.as(Caller.system(), () -> look(tried));
    }

    private OperatorView look(@Nullable Tried tried) {
        var now = clock.instant();
        var readers = journal.readers();
        var sealing = journal.sealing();
        var jobs = dossiers.jobs().stream().map(job -> line(job, now)).toList();
        var late = dossiers.lateTimers(now.minus(FIRED_WITHIN));
        var space = vault.space();
        var aside = readers.stream().mapToLong(JournalHealth.Reader::setAside).sum();
        return new OperatorView(
                now,
                program(),
                concerns(now, readers, aside, sealing, jobs, late, space),
                database.facts(),
                readers,
                journal.setAside(null, SHOWN),
                aside,
                sealing,
                jobs,
                late,
                space,
                inForce(),
                recount.state(),
                tried);
    }

    private Program program() {
        var version = OperatorDesk.class.getPackage().getImplementationVersion();
        return new Program(
                Objects.requireNonNullElse(version, ""),
                Instant.ofEpochMilli(context.getStartupDate()));
    }

    private JobLine line(DossierHealth.Job job, Instant now) {
        var words = context.getMessage("operation.job." + job.name(), null, "", VIETNAMESE);
        return new JobLine(
                job,
                words != null && !words.isEmpty(),
                !job.running() && job.next().isBefore(now.minus(DONE_WITHIN)));
    }

    private List<ReleaseLine> inForce() {
        return releases.current().stream()
                .map(
                        release ->
                                new ReleaseLine(
                                        release.id().procedureCode(),
                                        release.id().version(),
                                        release.hash().substring(0, HASH),
                                        release.record().name()))
                .toList();
    }

    static List<Concern> concerns(
            Instant now,
            List<JournalHealth.Reader> readers,
            long aside,
            JournalHealth.Sealing sealing,
            List<JobLine> jobs,
            DossierHealth.Late late,
            VaultHealth.Space space) {
        var found = new ArrayList<Concern>();
        if (aside > 0) found.add(new Concern("aside", aside, "aside"));
        for (var reader : readers)
            if (reader.oldest() != null && reader.oldest().isBefore(now.minus(READ_WITHIN)))
                found.add(new Concern("backlog", reader.name(), "journal"));
        if (sealing.oldestUnsealed() != null
                && sealing.oldestUnsealed().isBefore(now.minus(SEALED_WITHIN)))
            found.add(new Concern("unsealed", sealing.unsealed(), "journal"));
        var failing = jobs.stream().filter(job -> !job.well()).count();
        if (failing > 0) found.add(new Concern("jobs", failing, "jobs"));
        if (late.count() > 0) found.add(new Concern("late", late.count(), "jobs"));
        if (space.share() < FREE_SHARE)
            found.add(new Concern("space", Math.round(space.share() * 100), "machine"));
        return List.copyOf(found);
    }
}
