package vn.motcua.identity.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.motcua.identity.Caller;

/// Begins each transaction by telling PostgreSQL who asks. The settings are local to the
/// transaction: nothing leaks to the next user of a pooled connection, also behind a pooler
/// that hands out connections per transaction.
final class AskingTransactionManager extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    private static final String TELL =
            """
            select set_config('motcua.account', ?, true),
                   set_config('motcua.agency', ?, true),
                   set_config('motcua.role', ?, true)
            """;

    AskingTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    /// Called while the connection is still in hand: when telling fails, the connection goes
    /// back and nothing is bound.
    @Override
    protected void prepareTransactionalConnection(
            Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        tell(connection, CallerScope.current());
    }

    /// Tells the transaction open on this thread, if there is one, that somebody else asks from
    /// here on.
    void retell(Caller caller) throws SQLException {
        if (TransactionSynchronizationManager.getResource(obtainDataSource())
                        instanceof ConnectionHolder holder
                && holder.isSynchronizedWithTransaction()) {
            tell(holder.getConnection(), caller);
        }
    }

    private static void tell(Connection connection, Caller caller) throws SQLException {
        UUID account = caller.account();
        try (var statement = connection.prepareStatement(TELL)) {
            statement.setString(1, account == null ? "" : account.toString());
            statement.setString(2, caller.agency() == null ? "" : caller.agency());
            statement.setString(3, caller.role().setting());
            statement.execute();
        }
    }
}
