package vn.motcua.insight.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.journal.Entry;
import vn.motcua.journal.JournalFeed;
import vn.motcua.journal.internal.JournalFixture;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.Calendars;

/// The room put together by hand on a database of its own.
final class InsightFixture {
    private static final Map<String, LocalText> AGENCIES =
            Map.of(
                    "H29",
                            LocalText.of(
                                    "Ủy ban nhân dân Thành phố Hồ Chí Minh",
                                    "People's Committee of Ho Chi Minh City"),
                    "H29.101",
                            LocalText.of(
                                    "Ủy ban nhân dân phường Bến Thành",
                                    "People's Committee of Ben Thanh Ward"),
                    "H29.102",
                            LocalText.of(
                                    "Ủy ban nhân dân phường Tân Định",
                                    "People's Committee of Tan Dinh Ward"),
                    "H29.103",
                            LocalText.of(
                                    "Ủy ban nhân dân xã Bà Điểm",
                                    "People's Committee of Ba Diem Commune"),
                    "H29.104",
                            LocalText.of(
                                    "Sở Công Thương Thành phố Hồ Chí Minh",
                                    "Department of Industry and Trade"),
                    "H29.105",
                            LocalText.of(
                                    "Ủy ban nhân dân phường Sài Gòn",
                                    "People's Committee of Sai Gon Ward"),
                    "H29.106",
                            LocalText.of(
                                    "Ủy ban nhân dân đặc khu Côn Đảo",
                                    "People's Committee of Con Dao"));
    private static final Map<String, LocalText> PROCEDURES =
            Map.of(
                    "1.001193", LocalText.of("Đăng ký khai sinh", "Birth registration"),
                    "1.000656", LocalText.of("Đăng ký khai tử", "Death registration"),
                    "1.001612",
                            LocalText.of(
                                    "Đăng ký thành lập hộ kinh doanh",
                                    "Business household registration"),
                    "2.000815",
                            LocalText.of("Chứng thực bản sao từ bản chính", "Certified copies"));

    final Questions asking = new Questions();
    final JournalFixture journal;
    final TransactionTemplate transaction;
    final JdbcTransactionManager manager;
    final JdbcClient jdbc;
    final FactStore store;
    final FigureStore figures;
    final FactList list;
    final DossierCounter counter;
    final JournalFeed feed;
    final Rebuilding rebuilding;
    final LeaderDesk desk;
    final WorkList work;
    final WorkDesk workDesk;

    InsightFixture() {
        this(TestDatabase.fresh());
    }

    InsightFixture(TestDatabase database) {
        var source = database.appDataSource();
        manager = new Telling(source, asking);
        journal =
                new JournalFixture(
                        source, manager, work -> asking.run(Caller.system(), work), null);
        transaction = new TransactionTemplate(manager);
        jdbc = JdbcClient.create(source);
        store = new FactStore(jdbc);
        figures = new FigureStore(jdbc);
        list = new FactList(jdbc);
        counter = new DossierCounter(store, new WorkStore(jdbc), Calendars.builtIn());
        feed = journal.feed(counter);
        rebuilding = new Rebuilding(store, feed, manager, asking);
        var names =
                new Names(
                        code -> Optional.ofNullable(AGENCIES.get(code)),
                        code -> Optional.ofNullable(PROCEDURES.get(code)));
        work = new WorkList(jdbc);
        workDesk = new WorkDesk(work, store, names, asking, journal.clock);
        desk =
                new LeaderDesk(
                        figures, store, list, names, Calendars.builtIn(), asking, journal.clock);
    }

    void append(Entry... entries) {
        journal.append(entries);
    }

    void consume() {
        feed.drainAll(DossierCounter.NAME);
    }

    <T> T asLeaderOf(String agency, Supplier<T> work) {
        return as(new Caller(Role.LEADER, null, agency, "Kim Oanh"), work);
    }

    <T> T as(Caller caller, Supplier<T> work) {
        return asking.as(
                caller,
                () -> java.util.Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    Scope scope(String agency, String from, String to) {
        Instant now = journal.clock.instant();
        return new Scope(
                agency,
                java.time.LocalDate.parse(from),
                java.time.LocalDate.parse(to),
                now,
                now.minus(java.time.Duration.ofDays(1)));
    }

    static final class Questions implements Asking {
        private static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

        @Override
        public Caller current() {
            return CALLER.isBound() ? CALLER.get() : Caller.anonymous();
        }

        @Override
        public <T> T as(Caller caller, Supplier<T> work) {
            return ScopedValue.where(CALLER, caller).call(work::get);
        }
    }

    private static final class Telling extends JdbcTransactionManager {
        private static final long serialVersionUID = 1L;
        private final transient Questions asking;

        Telling(DataSource source, Questions asking) {
            super(source);
            this.asking = asking;
        }

        @Override
        protected void prepareTransactionalConnection(
                Connection connection, TransactionDefinition definition) throws SQLException {
            super.prepareTransactionalConnection(connection, definition);
            try (var statement =
                    connection.prepareStatement(
                            "select set_config('motcua.agency', ?, true), set_config('motcua.role', ?, true)")) {
                var agency = asking.current().agency();
                statement.setString(1, agency == null ? "" : agency);
                statement.setString(2, asking.current().role().setting());
                statement.execute();
            }
        }
    }
}
