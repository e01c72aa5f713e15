package vn.motcua.procedure.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.internal.JournalFixture;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.procedure.ReleaseCheck;
import vn.motcua.procedure.Releases;
import vn.motcua.procedure.UsualTime;
import vn.motcua.procedure.internal.records.RecordShelf;
import vn.motcua.procedure.internal.records.RecordStore;

/// The procedure room of one node, put together by hand. Other rooms' tests use it too.
public final class ReleaseFixture {
    public final Releases releases;
    public final CatalogueDesk catalogue;
    public final JournalFixture journal;
    final ReleaseShelf shelf;
    final ReleaseStore store;
    public final RecordShelf records;

    public ReleaseFixture(DataSource source, Instant now, List<ReleaseCheck> checks) {
        this(source, Clock.fixed(now, HanoiTime.ZONE), checks);
    }

    public ReleaseFixture(DataSource source, Clock clock, List<ReleaseCheck> checks) {
        var transactions = new JdbcTransactionManager(source);
        journal = new JournalFixture(source);
        store = new ReleaseStore(JdbcClient.create(source));
        shelf = new ReleaseShelf(store, clock);
        var book = new ReleaseBook(store, journal.journal, new AsksAsSystem(), clock, transactions);
        var beans = new DefaultListableBeanFactory();
        for (int i = 0; i < checks.size(); i++) {
            beans.registerSingleton("check" + i, checks.get(i));
        }
        releases = new ReleaseDesk(shelf, book, beans.getBeanProvider(ReleaseCheck.class));
        records = new RecordShelf(new RecordStore(JdbcClient.create(source)));
        catalogue = new CatalogueDesk(shelf, records, beans.getBeanProvider(UsualTime.class));
    }

    private static final class AsksAsSystem implements Asking {
        @Override
        public Caller current() {
            return Caller.system();
        }

        @Override
        public <T> T as(Caller caller, Supplier<T> work) {
            return work.get();
        }
    }
}
