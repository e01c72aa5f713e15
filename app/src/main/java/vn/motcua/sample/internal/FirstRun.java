package vn.motcua.sample.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.SampleDossiers;
import vn.motcua.dossier.SampleDossiers.Amount;
import vn.motcua.dossier.SampleDossiers.Cast;
import vn.motcua.identity.Account;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.SampleSignIns;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.AgencySeed;

/// What happens once the platform is up, by command: sample data on an empty database and the
/// box that says where everything is; a warm-up; or the proof of the journal.
@Component
@Order(0)
class FirstRun implements ApplicationListener<ApplicationReadyEvent> {
    /// The people take office before the oldest sample dossier.
    private static final Duration BEFORE = Duration.ofDays(60);

    private final Environment settings;
    private final Agencies agencies;
    private final AgencySeed seed;
    private final SamplePeople people;
    private final ObjectProvider<SampleDossiers> dossiers;
    private final ObjectProvider<SampleSignIns> signIns;
    private final BenchTokens tokens;
    private final WarmUp warmUp;
    private final JournalProof proof;
    private final Asking asking;
    private final SampleMark mark;
    private final Screen screen;

    FirstRun(
            Environment settings,
            Agencies agencies,
            AgencySeed seed,
            SamplePeople people,
            ObjectProvider<SampleDossiers> dossiers,
            ObjectProvider<SampleSignIns> signIns,
            BenchTokens tokens,
            WarmUp warmUp,
            JournalProof proof,
            Asking asking,
            SampleMark mark,
            Screen screen) {
        this.settings = settings;
        this.agencies = agencies;
        this.seed = seed;
        this.people = people;
        this.dossiers = dossiers;
        this.signIns = signIns;
        this.tokens = tokens;
        this.warmUp = warmUp;
        this.proof = proof;
        this.asking = asking;
        this.mark = mark;
        this.screen = screen;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        switch (settings.getProperty("motcua.command", "")) {
            case "run" -> run();
            case "train" -> {
                fillWhenEmpty();
                warmUp.run(address());
            }
            case "verify-journal" -> proof.run();
            default -> {}
        }
    }

    private void run() {
        fillWhenEmpty();
        var file = System.getenv("MOTCUA_BENCH_TOKENS");
        if (file != null && !file.isBlank()) tokens.write(Path.of(file));
        screen.line(box().draw());
    }

    /// The second start asks two small questions and goes on; one that was cut short before it
    /// had made everything makes the rest.
    private void fillWhenEmpty() {
        if (!settings.getProperty("motcua.sample", Boolean.class, false)) return;
        var left = mark.unfinished();
        if (left.isEmpty() && !agencies.roots().isEmpty()) return;
        screen.line("");
        screen.line(
                left.isEmpty()
                        ? "  Dữ liệu mẫu, chỉ lần chạy đầu tiên / Sample data, on the first run only"
                        : "  Lần trước dừng giữa chừng, làm tiếp dữ liệu mẫu"
                                + " / The last run was cut short, going on with the sample data");
        fill(left.orElseGet(() -> mark.begin(amount())));
        mark.finish();
    }

    /// Every part finds what is there already and adds the rest.
    private void fill(SampleMark.Begun begun) {
        int made = asking.as(Caller.system(), seed::load);
        screen.progress(made + " cơ quan", made + " agencies");
        PlatformClock.at(begun.until().minus(BEFORE), this::appoint);
        var citizens = registered(begun.until().minus(BEFORE));
        screen.progress(citizens.size() + " công dân", citizens.size() + " citizens");
        dossiers.ifAvailable(
                all ->
                        all.load(
                                cast(citizens),
                                begun.amount(),
                                begun.until(),
                                (done, of) ->
                                        screen.progress(
                                                done + "/" + of + " hồ sơ",
                                                done + " of " + of + " dossiers")));
    }

    private void appoint() {
        int officers = people.appointStaff();
        screen.progress(officers + " cán bộ", officers + " officers");
    }

    private List<Account> registered(Instant at) {
        var box = new AtomicReference<List<Account>>(List.of());
        PlatformClock.at(at, () -> box.set(people.registerCitizens()));
        return Objects.requireNonNull(box.get());
    }

    private static Cast cast(List<Account> citizens) {
        return new Cast(citizens.get(0), citizens.get(1), citizens.subList(2, citizens.size()));
    }

    private Amount amount() {
        return settings.getProperty("motcua.sample.amount", Amount.class, Amount.MANY);
    }

    private StartBox box() {
        boolean sample = settings.getProperty("motcua.sample", Boolean.class, false);
        var accounts =
                sample
                        ? signIns.stream().flatMap(all -> all.list().stream()).toList()
                        : List.<SampleSignIns.SampleSignIn>of();
        return new StartBox(
                address(), settings.getProperty("motcua.data", "data"), accounts, seconds());
    }

    private double seconds() {
        var started = settings.getProperty("motcua.started", Long.class);
        return started == null ? -1 : (System.nanoTime() - started) / 1e9;
    }

    private String address() {
        return "http://127.0.0.1:"
                + settings.getProperty(
                        "local.server.port", settings.getProperty("server.port", "8080"));
    }
}
