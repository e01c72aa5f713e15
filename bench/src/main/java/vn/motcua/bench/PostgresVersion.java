package vn.motcua.bench;

import java.sql.Connection;
import java.sql.SQLException;

/// Which database was measured.
final class PostgresVersion {
    private PostgresVersion() {}

    static String of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show server_version")) {
            row.next();
            return "PostgreSQL " + row.getString(1);
        }
    }

    static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
