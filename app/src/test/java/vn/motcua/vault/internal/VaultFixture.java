package vn.motcua.vault.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.util.unit.DataSize;
import vn.motcua.TestDatabase;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.journal.internal.JournalFixture;
import vn.motcua.vault.Vault;
import vn.motcua.vault.VaultCleaning;

/// A vault put together by hand, on a database and a folder of its own.
final class VaultFixture implements Asking {
    static final DataSize QUOTA = DataSize.ofKilobytes(500);

    final JournalFixture journal;
    final Vault vault;
    final VaultCleaning cleaning;
    final Shelf shelf;
    final JdbcClient jdbc;
    final Path data;
    private final ThreadLocal<Caller> caller = ThreadLocal.withInitial(Caller::anonymous);

    VaultFixture(TestDatabase database, Path data) throws IOException {
        this.data = data;
        var source = database.appDataSource();
        var transactions = new TellingTransactionManager(source);
        journal = new JournalFixture(source, transactions, Runnable::run, null);
        jdbc = JdbcClient.create(source);
        shelf = new Shelf(data);
        var settings =
                new VaultSettings(
                        DataSize.ofMegabytes(1), 1_000_000, QUOTA, Set.of(FileKind.values()), null);
        var files = new FileStore(jdbc);
        vault =
                new EncryptedVault(
                        files,
                        shelf,
                        new Reception(shelf, settings),
                        QUOTA,
                        MasterKey.load(null, data),
                        journal.journal,
                        this,
                        transactions,
                        journal.clock);
        cleaning = new Cleaner(files, shelf, journal.journal, this, transactions, journal.clock);
    }

    static Caller citizen(UUID account) {
        return new Caller(Role.CITIZEN, account, null, "");
    }

    static Caller officer(String agency) {
        return new Caller(Role.OFFICER, UUID.randomUUID(), agency, "");
    }

    @Override
    public Caller current() {
        return Objects.requireNonNull(caller.get());
    }

    @Override
    public <T> T as(Caller other, Supplier<T> work) {
        var before = current();
        caller.set(other);
        try {
            return work.get();
        } finally {
            caller.set(before);
        }
    }

    private final class TellingTransactionManager extends JdbcTransactionManager {
        private static final long serialVersionUID = 1L;

        TellingTransactionManager(DataSource source) {
            super(source);
        }

        @Override
        protected void prepareTransactionalConnection(
                Connection connection, TransactionDefinition definition) throws SQLException {
            super.prepareTransactionalConnection(connection, definition);
            var account = current().account();
            try (var tell =
                    connection.prepareStatement(
                            """
                            select set_config('motcua.account', ?, true),
                                   set_config('motcua.agency', ?, true),
                                   set_config('motcua.role', ?, true)
                            """)) {
                tell.setString(1, account == null ? "" : account.toString());
                tell.setString(2, Objects.requireNonNullElse(current().agency(), ""));
                tell.setString(3, current().role().setting());
                tell.execute();
            }
        }
    }
}
