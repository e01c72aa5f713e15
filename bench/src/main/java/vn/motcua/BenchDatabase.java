package vn.motcua;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The platform's own embedded database, with its settings, roles and structure, for
/// measurements that need it without the platform.
public final class BenchDatabase implements AutoCloseable {
    private final EmbeddedDatabase server;
    private final Database database;

    private BenchDatabase(EmbeddedDatabase server, Database database) {
        this.server = server;
        this.database = database;
    }

    /// Starts it in this folder and brings its structure up to date.
    public static BenchDatabase start(Path data) {
        var server = EmbeddedDatabase.start(data);
        var database = server.database();
        Migrations.run(database);
        return new BenchDatabase(server, database);
    }

    public int port() {
        return server.port();
    }

    public String url() {
        return database.url();
    }

    /// The role the platform works as; row-level security applies to it.
    public String user() {
        return database.app().user();
    }

    public String password() {
        return database.app().password();
    }

    public String ownerPassword() {
        return database.owner().password();
    }

    /// A connection as the server's superuser.
    public Connection admin() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", server.superuserPassword());
    }

    public String owner() {
        return database.owner().user();
    }

    @Override
    public void close() {
        server.close();
    }
}
