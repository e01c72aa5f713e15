package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Being a user of the machine the platform runs on opens nothing: every role of the embedded
/// server has a password of its own, known to the program's user alone.
class EmbeddedDatabaseTest {
    @Test
    void nobody_enters_without_the_password_of_their_role(@TempDir Path data) throws Exception {
        try (var server = EmbeddedDatabase.start(data)) {
            refused(server, "postgres", "");
            refused(server, "postgres", "postgres");
            var database = server.database();
            refused(server, "postgres", "");
            refused(server, "postgres", database.owner().password());
            refused(server, database.owner().user(), database.app().password());
            refused(server, database.app().user(), database.owner().password());
            opened(server, database.owner());
            opened(server, database.app());
        }
        for (var key : new String[] {"database.key", "database-app.key", "database-superuser.key"})
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(data.resolve(key))))
                    .isEqualTo("rw-------");
        try (var again = EmbeddedDatabase.start(data)) {
            opened(again, again.database().app());
            refused(again, "postgres", "");
        }
    }

    @Test
    void a_folder_that_once_trusted_everybody_asks_for_passwords_from_now_on(@TempDir Path data)
            throws Exception {
        Files.writeString(data.resolve("database.key"), "old");
        try (var before = trusting(data);
                var connection =
                        DriverManager.getConnection(
                                before.getJdbcUrl("postgres", "postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create role motcua_owner login password 'old'");
            statement.execute("create database motcua owner motcua_owner");
        }
        try (var server = EmbeddedDatabase.start(data)) {
            var database = server.database();
            TimeUnit.MILLISECONDS.sleep(500);
            refused(server, "postgres", "");
            assertThat(database.owner().password()).isEqualTo("old");
            opened(server, database.owner());
            opened(server, database.app());
        }
        try (var again = EmbeddedDatabase.start(data)) {
            opened(again, again.database().owner());
            refused(again, "postgres", "");
        }
    }

    private static EmbeddedPostgres trusting(Path data) throws Exception {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(data.resolve("bin").toFile())
                .start();
    }

    private static void opened(EmbeddedDatabase server, Database.Login login) throws SQLException {
        try (var connection =
                DriverManager.getConnection(url(server), login.user(), login.password())) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    private static void refused(EmbeddedDatabase server, String user, String password) {
        assertThatThrownBy(() -> DriverManager.getConnection(url(server), user, password).close())
                .isInstanceOf(SQLException.class)
                .extracting(problem -> ((SQLException) problem).getSQLState())
                .isIn("28P01", "08004");
    }

    private static String url(EmbeddedDatabase server) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
    }
}
