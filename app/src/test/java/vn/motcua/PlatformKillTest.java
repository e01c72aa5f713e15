package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kernel.HanoiTime;

/// R1, R2: the application and then PostgreSQL are killed in the middle of a stream of filings.
/// Every number that was shown is there afterwards, once; every request whose answer was lost
/// gets its one number when it is asked again.
class PlatformKillTest {
    private static final int CLIENTS = 4;
    private static final int ENOUGH = 60;
    private static final Duration START = Duration.ofMinutes(4);

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> attempted = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private List<String> tokens = List.of();
    private @Nullable Process running;
    private int port;

    PlatformKillTest() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (running == null || !running.isAlive()) return;
        running.destroy();
        running.waitFor(30, TimeUnit.SECONDS);
        running.destroyForcibly();
    }

    @Test
    void every_number_shown_before_a_kill_is_there_afterwards_once() throws Exception {
        start();
        var stream = stream();
        await(ENOUGH);
        platform().destroyForcibly().waitFor();
        stream.join();

        start();
        stream = stream();
        await(acknowledged.size() + ENOUGH);
        ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
        assertThat(platform().waitFor(30, TimeUnit.SECONDS))
                .as("ends by itself without its database")
                .isTrue();
        assertThat(platform().exitValue()).isNotZero();
        stream.join();

        start();
        var shown = Map.copyOf(acknowledged);
        for (var key : attempted) assertThat(file(key)).as("asked again with key " + key).isTrue();
        assertThat(refused).isEmpty();
        shown.forEach((key, code) -> assertThat(acknowledged).containsEntry(key, code));
        assertThat(acknowledged.values()).doesNotHaveDuplicates();
        assertThat(numbersStored()).containsExactlyInAnyOrderElementsOf(acknowledged.values());
    }

    private Process platform() {
        return Objects.requireNonNull(running);
    }

    /// What the build worked out must not have settled what only a start can know.
    @Test
    void the_packaged_program_opens_no_sample_accounts_to_other_machines() throws Exception {
        var platform = program("-Dmotcua.public-url=https://motcua.example").start();
        running = platform;
        assertThat(platform.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(platform.exitValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("platform.log"))).contains("--sample");
    }

    /// As the launcher starts it.
    private ProcessBuilder program(String setting) throws IOException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dspring.aot.enabled=true",
                        setting,
                        "-Dmotcua.procedures=" + Path.of("../procedures").toRealPath(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        "target/motcua.jar",
                        "run",
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        Integer.toString(port));
        builder.environment().remove("MOTCUA_DATABASE_URL");
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("platform.log").toFile());
    }

    private void start() throws Exception {
        var tokenFile = folder.resolve("tokens");
        var builder = program("-Dmotcua.sample.amount=FEW");
        builder.environment().put("MOTCUA_BENCH_TOKENS", tokenFile.toString());
        Files.deleteIfExists(tokenFile);
        var platform = builder.start();
        running = platform;
        long end = System.nanoTime() + START.toNanos();
        while (Files.notExists(tokenFile) || Files.size(tokenFile) == 0) {
            if (!platform.isAlive() || System.nanoTime() > end)
                throw new AssertionError(
                        "did not start:\n" + Files.readString(folder.resolve("platform.log")));
            TimeUnit.MILLISECONDS.sleep(100);
        }
        if (tokens.isEmpty()) {
            TimeUnit.SECONDS.sleep(1);
            tokens = Files.readAllLines(tokenFile);
        }
    }

    /// Clients that go on filing until the first answer without a number.
    private Thread stream() {
        var ended = new AtomicBoolean();
        return Thread.ofVirtual()
                .start(
                        () -> {
                            var clients = new ArrayList<Thread>();
                            for (int i = 0; i < CLIENTS; i++)
                                clients.add(Thread.ofVirtual().start(() -> fileUntil(ended)));
                            for (var client : clients) join(client);
                        });
    }

    private void fileUntil(AtomicBoolean ended) {
        while (!ended.get()) {
            var key = "kill-" + next.incrementAndGet();
            attempted.add(key);
            if (!file(key)) ended.set(true);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// A platform that is losing its database answers that it can not (503, or 500 when it finds
    /// out in the middle): as good as no answer, for no number was shown. What it refuses for
    /// another reason is a fault of this test.
    ///
    /// @return whether an answer with a number came
    private boolean file(String key) {
        int number = Integer.parseInt(key.substring(5));
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/dossiers"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + tokens.get(number % tokens.size()))
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(lodging(number)))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                if (answer.statusCode() < 500) refused.add(key + ": " + answer.body());
                return false;
            }
            acknowledged.put(key, answer.body().replaceAll(".*\"code\":\"([^\"]+)\".*", "$1"));
            return true;
        } catch (IOException lost) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private String lodging(int number) {
        var today = LocalDate.now(HanoiTime.ZONE);
        return """
                {"procedure":"2.001159","answers":{"hostKind":"lodging","placeName":"Nhà nghỉ Hoa Sữa",
                 "lodgingAddress":{"province":"79","commune":"26743","street":"12 Nguyễn Trãi"},
                 "hostName":"Trần Văn Bình","hostPersonalId":"079085004321","hostPhone":"+84912345%03d",
                 "guests":[{"guestName":"Lê Thị Mai","guestPersonalId":"001190012345","stayFrom":"%s","stayTo":"%s",
                 "stayReason":"travel"}],"declaration":true}}
                """
                .formatted(number % 1000, today, today.plusDays(2));
    }

    private void await(int numbers) throws Exception {
        long end = System.nanoTime() + START.toNanos();
        while (acknowledged.size() < numbers) {
            if (System.nanoTime() > end)
                throw new AssertionError(
                        "too few filings:\n" + Files.readString(folder.resolve("platform.log")));
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(pidFile().getFirst().strip());
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(folder.resolve("data/postgresql/postmaster.pid"));
    }

    /// Numbers of this test's filings as PostgreSQL has them, each with its one dossier and one
    /// journal entry.
    private List<String> numbersStored() throws IOException, SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + pidFile().get(3).strip() + "/motcua";
        var password = Files.readString(folder.resolve("data/database.key")).strip();
        var stored = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url, "motcua_owner", password);
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                        select d.code, count(distinct n.dossier_id), count(distinct e.seq)
                          from dossier.dossier d
                          join dossier.request_key k on k.code = d.code and k.key like 'kill-%'
                          join dossier.number n on n.code = d.code
                          join journal.entry e on e.subject_id = d.id and e.kind = 'dossier.submitted'
                         group by d.code
                        """)) {
            while (rows.next()) {
                stored.add(rows.getString(1));
                assertThat(rows.getInt(2)).isEqualTo(1);
                assertThat(rows.getInt(3)).isEqualTo(1);
            }
        }
        return stored;
    }
}
