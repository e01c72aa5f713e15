package vn.motcua;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/// Real PostgreSQL for tests: one embedded server a JVM, migrated once into a template, copied
/// for whoever asks.
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private final Database database;

    private TestDatabase(Database database) {
        this.database = database;
    }

    /// A database of one's own with every room's migrations applied. Cheap: a copy of the template.
    public static TestDatabase fresh() {
        var name = "t" + COUNT.incrementAndGet();
        admin("create database " + name + " template template_motcua owner motcua_owner");
        return new TestDatabase(named(name));
    }

    public String url() {
        return database.url();
    }

    /// As the application: owns no table, subject to row-level security.
    public DataSource appDataSource() {
        return Migrations.dataSource(database, database.app());
    }

    /// As the owner of the tables.
    public DataSource ownerDataSource() {
        return Migrations.dataSource(database, database.owner());
    }

    /// As the server's superuser: for damage no ordinary role could do.
    public DataSource superuserDataSource() {
        return Migrations.dataSource(database, new Database.Login("postgres", ""));
    }

    private static Database named(String name) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + name,
                new Database.Login("motcua_owner", "test"),
                new Database.Login(Database.APP_ROLE, "test"));
    }

    private static EmbeddedPostgres start() {
        try {
            var server =
                    EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "off")
                            .setServerConfig("synchronous_commit", "off")
                            .setServerConfig("max_connections", "200")
                            .setLocaleConfig("locale", "C")
                            .setLocaleConfig("encoding", "UTF8")
                            .start();
            try (var connection =
                            DriverManager.getConnection(
                                    server.getJdbcUrl("postgres", "postgres"), "postgres", "");
                    var statement = connection.createStatement()) {
                statement.execute("create role motcua_owner login password 'test'");
                statement.execute(
                        "create role motcua_app login password 'test' nosuperuser nobypassrls");
                statement.execute("create database template_motcua owner motcua_owner");
            }
            Migrations.run(
                    new Database(
                            "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/template_motcua",
                            new Database.Login("motcua_owner", "test"),
                            new Database.Login(Database.APP_ROLE, "test")));
            return server;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static void admin(String sql) {
        try (var connection =
                        DriverManager.getConnection(
                                SERVER.getJdbcUrl("postgres", "postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
