package vn.motcua;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// PostgreSQL as a child of this process, with a data folder that survives. One instance a
/// folder: a lock file keeps a second one out, and a server left behind by a killed instance is
/// ended before a new one starts.
final class EmbeddedDatabase implements AutoCloseable {
    private static final String DATABASE = "motcua";

    private final FileChannel lockFile;
    private final EmbeddedPostgres server;
    private final Path folder;
    private final DatabaseKeys keys;
    private volatile boolean closing;

    private EmbeddedDatabase(
            FileChannel lockFile, EmbeddedPostgres server, Path folder, DatabaseKeys keys) {
        this.lockFile = lockFile;
        this.server = server;
        this.folder = folder;
        this.keys = keys;
    }

    /// Starts the server on a free loopback port. A new one asks everybody for a password from
    /// its first moment on; one made before that was so is brought up to it in [#database].
    ///
    /// @param data the platform's data folder; made when missing
    /// @throws StartFailure when the folder is taken, read-only or full
    static EmbeddedDatabase start(Path data) {
        var folder = data.resolve("postgresql");
        var lock = lock(data);
        try {
            endLeftBehind(folder);
            var keys = DatabaseKeys.in(data);
            boolean fresh = Files.notExists(folder.resolve("postgresql.conf"));
            var server =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(folder)
                            .setCleanDataDirectory(false)
                            .setOverrideWorkingDirectory(data.resolve("bin").toFile())
                            .setLocaleConfig("locale", "C")
                            .setLocaleConfig("encoding", "UTF8")
                            // initdb's own options: the superuser has a password from the start
                            .setLocaleConfig("auth", "scram-sha-256")
                            .setLocaleConfig(
                                    "pwfile", data.resolve(DatabaseKeys.SUPERUSER_FILE).toString())
                            .setDataDirectoryCustomizer(made -> tighten(made.toPath(), fresh))
                            .setConnectConfig("password", keys.superuser())
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("unix_socket_directories", "")
                            .setServerConfig("max_connections", "60")
                            .setServerConfig("shared_buffers", "256MB")
                            .setServerConfig("max_wal_size", "2GB")
                            .setServerConfig("wal_compression", "on")
                            .setServerConfig("timezone", "UTC")
                            .setServerConfig("jit", "off")
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setRegisterShutdownHook(false)
                            .setPGStartupWait(Duration.ofSeconds(60))
                            .start();
            return new EmbeddedDatabase(lock, server, data, keys);
        } catch (IOException | UncheckedIOException | IllegalStateException problem) {
            release(lock);
            throw new StartFailure(
                    "PostgreSQL không khởi động được trong "
                            + data
                            + ": "
                            + reason(problem)
                            + " Kiểm tra dung lượng đĩa và quyền ghi của thư mục. / PostgreSQL did not start in "
                            + data
                            + ": check disk space and write permission.",
                    problem);
        }
    }

    private static void tighten(Path made, boolean fresh) {
        if (!fresh) return;
        try {
            DoorRules.write(made);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    Database database() {
        try (var connection =
                        DriverManager.getConnection(url("postgres"), "postgres", keys.superuser());
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$ begin
                        if not exists (select from pg_roles where rolname = 'motcua_owner') then
                            create role motcua_owner login;
                        end if;
                        if not exists (select from pg_roles where rolname = 'motcua_app') then
                            create role motcua_app login nosuperuser nobypassrls;
                        end if;
                    end $$
                    """);
            statement.execute("alter role motcua_app password '" + keys.app() + "'");
            statement.execute("alter role motcua_owner password '" + keys.owner() + "'");
            lockUp(statement);
            if (missing(statement))
                statement.execute("create database " + DATABASE + " owner motcua_owner");
            return new Database(
                    url(DATABASE),
                    new Database.Login("motcua_owner", keys.owner()),
                    new Database.Login(Database.APP_ROLE, keys.app()));
        } catch (SQLException | IOException problem) {
            throw new StartFailure(
                    "Không tạo được cơ sở dữ liệu. / The database could not be made.", problem);
        }
    }

    /// A folder from before the superuser had a password receives one, and the rules that ask
    /// for it.
    private void lockUp(Statement statement) throws SQLException, IOException {
        var server = folder.resolve("postgresql");
        if (DoorRules.kept(server)) return;
        statement.execute("alter role postgres password '" + keys.superuser() + "'");
        DoorRules.write(server);
        statement.execute("select pg_reload_conf()");
    }

    private static boolean missing(Statement statement) throws SQLException {
        try (var found =
                statement.executeQuery("select from pg_database where datname = 'motcua'")) {
            return !found.next();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    /// Tells when the server ends without having been asked to.
    void onLoss(Runnable told) {
        try {
            var pid =
                    Files.readAllLines(folder.resolve("postgresql").resolve("postmaster.pid"))
                            .getFirst()
                            .strip();
            var process = ProcessHandle.of(Long.parseLong(pid));
            process.ifPresent(
                    server ->
                            server.onExit()
                                    .thenRun(
                                            () -> {
                                                if (!closing) told.run();
                                            }));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    int port() {
        return server.getPort();
    }

    /// Of the server's superuser `postgres`.
    String superuserPassword() {
        return keys.superuser();
    }

    @Override
    public void close() {
        closing = true;
        try {
            server.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } finally {
            release(lockFile);
        }
    }

    private static FileChannel lock(Path data) {
        try {
            Files.createDirectories(data);
            var channel =
                    FileChannel.open(
                            data.resolve("instance.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartFailure(
                        "Thư mục dữ liệu "
                                + data
                                + " đang được một Một Cửa khác dùng: dừng bản kia hoặc chọn --data khác."
                                + " / Another instance is using the data folder "
                                + data
                                + ": stop it or choose another --data.");
            }
            return channel;
        } catch (IOException problem) {
            throw new StartFailure(
                    "Không ghi được vào thư mục dữ liệu "
                            + data
                            + ": "
                            + reason(problem)
                            + " Chọn --data khác hoặc cấp quyền ghi."
                            + " / The data folder "
                            + data
                            + " cannot be written: choose another --data.",
                    problem);
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// After a kill the child server goes on without us; two servers on one folder must never be.
    private static void endLeftBehind(Path folder) throws IOException {
        var pidFile = folder.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) return;
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) return;
        var left = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        if (left.isEmpty() || !isPostgres(left.get())) {
            Files.deleteIfExists(pidFile);
            return;
        }
        left.get().destroy();
        try {
            left.get().onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            left.get().destroyForcibly();
        } catch (InterruptedException | java.util.concurrent.ExecutionException problem) {
            throw new IOException("the server left behind did not end", problem);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.contains("postgres")).orElse(false);
    }

    private static String reason(Throwable problem) {
        var message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() + "." : message + ".";
    }
}
