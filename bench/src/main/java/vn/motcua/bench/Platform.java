package vn.motcua.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The platform as an operator runs it: a process of its own, on a free port, with the
/// launcher's flags and start-up cache, in a folder of its own.
final class Platform implements AutoCloseable {
    private static final double READY_WITHIN = 180;
    private static final Pattern BOX = Pattern.compile("Ready in (\\d+\\.\\d+) s");
    private static final Pattern PASSWORD = Pattern.compile("password: (\\S+)");
    private static final Pattern RECEPTIONIST = Pattern.compile("║\\s+(tiepnhan\\S*)\\s");
    private static final Set<Platform> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Platform::stopAll, "stop"));
    }

    private final Process process;
    private final Path data;
    private final Path log;
    private final Path tokenFile;
    private final int port;
    private double readySeconds;

    private Platform(Process process, Path data, Path log, Path tokenFile, int port) {
        this.process = process;
        this.data = data;
        this.log = log;
        this.tokenFile = tokenFile;
        this.port = port;
    }

    /// Starts and waits for the first page.
    static Platform start(Settings settings, Path data, String... more) throws Exception {
        return start(settings, data, Map.of(), more);
    }

    static Platform start(
            Settings settings, Path data, Map<String, String> environment, String... more)
            throws Exception {
        if (!Files.isRegularFile(settings.jar()))
            throw new IOException("no " + settings.jar() + ": ./motcua build");
        Files.createDirectories(data);
        int port = freePort();
        var log = data.resolveSibling(data.getFileName() + "-" + port + ".log");
        var tokenFile = data.resolveSibling(data.getFileName() + ".tokens");
        var command = command(settings.jar());
        command.addAll(List.of("run", "--data", data.toString(), "--port", String.valueOf(port)));
        command.addAll(List.of(more));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("MOTCUA_BENCH_TOKENS", tokenFile.toString());
        builder.environment().putAll(environment);
        long from = System.nanoTime();
        var platform = new Platform(builder.start(), data, log, tokenFile, port);
        RUNNING.add(platform);
        platform.awaitFirstPage(from);
        return platform;
    }

    /// This program was started with the launcher's flags too; memory limits are each one's
    /// own.
    private static List<String> command(Path jar) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (var flag : ManagementFactory.getRuntimeMXBean().getInputArguments())
            if (!flag.startsWith("-Xmx") && !flag.startsWith("-Xms")) command.add(flag);
        var cache = jar.resolveSibling("motcua.aot");
        if (newer(cache, jar))
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    static boolean newer(Path cache, Path jar) {
        try {
            return Files.exists(cache)
                    && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar))
                            >= 0;
        } catch (IOException gone) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void awaitFirstPage(long from) throws Exception {
        while (true) {
            double seconds = (System.nanoTime() - from) / 1e9;
            if (!process.isAlive() || seconds > READY_WITHIN) {
                var tail = tail();
                close();
                throw new IOException("the platform did not start:\n" + tail);
            }
            try (var http = new Http(port)) {
                if (http.get("/").status() == 200) {
                    readySeconds = (System.nanoTime() - from) / 1e9;
                    return;
                }
            } catch (IOException notYet) {
                // asked again
            }
            Thread.sleep(10);
        }
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    /// From the start of the process to the first page.
    double readySeconds() {
        return readySeconds;
    }

    /// Waits for the box the platform draws when everything is there, sample data included.
    ///
    /// @return the seconds the box tells, counted by the platform itself from the start of its
    /// program
    double awaitBox() throws Exception {
        for (int i = 0; i < READY_WITHIN * 50; i++) {
            var box = BOX.matcher(new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
            double told = -1;
            while (box.find()) told = Double.parseDouble(box.group(1));
            if (told >= 0) return told;
            if (!process.isAlive()) throw new IOException("the platform ended:\n" + tail());
            Thread.sleep(20);
        }
        throw new IOException("the platform drew no box:\n" + tail());
    }

    /// Login and password of an officer of the sample data who takes dossiers in, as the box
    /// tells them.
    ///
    /// @return `login:password`; null when the box names none
    @Nullable String receptionist() throws Exception {
        var _ = awaitBox();
        var text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        var password = PASSWORD.matcher(text);
        var login = RECEPTIONIST.matcher(text);
        return password.find() && login.find() ? login.group(1) + ":" + password.group(1) : null;
    }

    String tail() throws IOException {
        var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    /// Access tokens of citizens of the sample data, one a line, which the platform writes when
    /// asked to by MOTCUA_BENCH_TOKENS.
    List<String> tokens() throws Exception {
        for (int i = 0; i < 6_000; i++) {
            if (Files.exists(tokenFile)) {
                var text = Files.readString(tokenFile);
                var tokens = text.lines().filter(line -> !line.isBlank()).toList();
                if (!tokens.isEmpty() && text.endsWith("\n")) return tokens;
            }
            if (!process.isAlive()) throw new IOException("the platform ended:\n" + tail());
            Thread.sleep(100);
        }
        throw new IOException(
                "the platform wrote no tokens to MOTCUA_BENCH_TOKENS within ten minutes");
    }

    /// The embedded database, as its superuser: for counting what is really stored.
    Connection admin() throws IOException, SQLException {
        var lines = Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/motcua",
                "postgres",
                Files.readString(data.resolve("database-superuser.key")).strip());
    }

    /// Memory in use now and at most, in MB; null where the system does not tell.
    @Nullable String memory() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            var found =
                    lines.filter(line -> line.startsWith("VmRSS:") || line.startsWith("VmHWM:"))
                            .map(
                                    line ->
                                            (line.startsWith("VmHWM") ? "at most " : "now ")
                                                    + Long.parseLong(line.replaceAll("\\D", ""))
                                                            / 1024
                                                    + " MB")
                            .toList();
            return found.isEmpty() ? null : String.join(", ", found);
        } catch (IOException notLinux) {
            return null;
        }
    }

    @Override
    public void close() {
        RUNNING.remove(this);
        if (!process.isAlive()) return;
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static void stopAll() {
        for (var platform : List.copyOf(RUNNING)) platform.close();
    }
}
