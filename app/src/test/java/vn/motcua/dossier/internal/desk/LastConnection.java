package vn.motcua.dossier.internal.desk;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Takes all connections of the platform's pool but one, as a crowd would. Whatever needs two at
/// once can not go on then.
public final class LastConnection implements AutoCloseable {
    private final List<Connection> held = new ArrayList<>();

    public static LastConnection of(DeskHouse house) throws SQLException {
        var source = house.bean(DataSource.class);
        int all = source.unwrap(HikariDataSource.class).getMaximumPoolSize();
        var last = new LastConnection();
        for (int i = 1; i < all; i++) last.held.add(source.getConnection());
        return last;
    }

    public int held() {
        return held.size();
    }

    @Override
    public void close() throws SQLException {
        for (var connection : held) connection.close();
    }
}
