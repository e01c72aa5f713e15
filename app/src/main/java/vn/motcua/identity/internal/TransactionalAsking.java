package vn.motcua.identity.internal;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;

/// [Asking] that keeps an open transaction in step when the caller changes in the middle of it.
@Component
class TransactionalAsking implements Asking {
    private static final Logger log = LoggerFactory.getLogger(TransactionalAsking.class);

    private final AskingTransactionManager transactions;

    TransactionalAsking(AskingTransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    public Caller current() {
        return CallerScope.current();
    }

    @Override
    public <T> T as(Caller caller, Supplier<T> work) {
        var before = CallerScope.current();
        tell(caller);
        T answer;
        try {
            answer = CallerScope.as(caller, work);
        } catch (RuntimeException | Error failed) {
            tellBackAfterFailure(before);
            throw failed;
        }
        tell(before);
        return answer;
    }

    private void tell(Caller caller) {
        try {
            transactions.retell(caller);
        } catch (SQLException e) {
            throw new SQLErrorCodeSQLExceptionTranslator().translate("tell caller", null, e);
        }
    }

    /// A transaction that failed inside SQL takes no more statements; it is rolled back, and
    /// the settings go with it.
    private void tellBackAfterFailure(Caller before) {
        try {
            transactions.retell(before);
        } catch (SQLException e) {
            log.debug("transaction takes no more statements, state {}", e.getSQLState());
        }
    }
}
