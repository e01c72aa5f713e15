package vn.motcua;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Brings each room's schema to this program's version, room by room in the order they may know
/// each other. Run by the owner role; when the fingerprint of all migrations has not changed
/// since the last start nothing is asked of Flyway.
final class Migrations {
    /// Ground floor first; the order of `vn.motcua`'s rooms.
    static final List<String> ROOMS =
            List.of(
                    "kernel",
                    "journal",
                    "worktime",
                    "organization",
                    "identity",
                    "vault",
                    "procedure",
                    "form",
                    "register",
                    "dossier",
                    "insight");

    private Migrations() {}

    static DataSource dataSource(Database database, Database.Login login) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        source.setLogServerErrorDetail(false);
        return source;
    }

    static void run(Database database) {
        var owner = dataSource(database, database.owner());
        try {
            var fingerprint = fingerprint();
            if (fingerprint.equals(stored(owner))) return;
            for (var room : ROOMS) migrate(owner, room);
            store(owner, fingerprint);
        } catch (SQLException | IOException | FlywayException problem) {
            throw new StartFailure(
                    "Không nâng được cấu trúc cơ sở dữ liệu: "
                            + problem.getMessage()
                            + " / The database structure could not be brought up to date.",
                    problem);
        }
    }

    private static void migrate(DataSource owner, String room) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(room)
                .defaultSchema(room)
                .table("migration")
                .locations("classpath:db/migration/" + room)
                .failOnMissingLocations(false)
                .initSql("set search_path to \"" + room + "\", public")
                .loggers("slf4j")
                .load()
                .migrate();
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("grant usage on schema \"" + room + "\" to " + Database.APP_ROLE);
        } catch (SQLException problem) {
            throw new FlywayException("grant on " + room, problem);
        }
    }

    private static String fingerprint() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var resolver = new PathMatchingResourcePatternResolver();
            for (Resource file : resolver.getResources("classpath*:db/migration/**/*.sql")) {
                digest.update(
                        String.valueOf(file.getFilename())
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                try (InputStream in = file.getInputStream()) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String stored(DataSource owner) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            try (var there =
                    statement.executeQuery("select to_regclass('kernel.migrated') is not null")) {
                if (!there.next() || !there.getBoolean(1)) return "";
            }
            try (var row = statement.executeQuery("select fingerprint from kernel.migrated")) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private static void store(DataSource owner, String fingerprint) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists kernel.migrated (fingerprint text not null)");
            statement.execute("truncate kernel.migrated");
            try (var insert =
                    connection.prepareStatement(
                            "insert into kernel.migrated (fingerprint) values (?)")) {
                insert.setString(1, fingerprint);
                insert.executeUpdate();
            }
        }
    }
}
