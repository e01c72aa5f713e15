package vn.motcua.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;

/// S2: the database knows who asks, for exactly one transaction. One pooled connection serves
/// them all on purpose.
class AskingModuleTest {
    private static final UUID LAN = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final UUID MINH = UUID.fromString("018f0000-0000-7000-8000-000000000002");

    private static HikariDataSource pool;
    private static JdbcClient jdbc;
    private static Asking asking;
    private static TransactionTemplate transaction;
    private static TransactionTemplate nested;

    @BeforeAll
    static void open() {
        var database = TestDatabase.fresh();
        JdbcClient.create(database.ownerDataSource())
                .sql(
                        """
                        create table identity.diary (account text, line text);
                        alter table identity.diary enable row level security;
                        create policy own on identity.diary using (
                            (select current_setting('motcua.role', true)) = 'system'
                            or account = (select current_setting('motcua.account', true)));
                        grant select, insert on identity.diary to motcua_app;
                        insert into identity.diary values
                            ('018f0000-0000-7000-8000-000000000001', 'lan'),
                            ('018f0000-0000-7000-8000-000000000002', 'minh');
                        """)
                .update();
        var config = new HikariConfig();
        config.setDataSource(database.appDataSource());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(2000);
        pool = new HikariDataSource(config);
        jdbc = JdbcClient.create(pool);
        var manager = new AskingTransactionManager(pool);
        asking = new TransactionalAsking(manager);
        transaction = new TransactionTemplate(manager);
        nested = new TransactionTemplate(manager);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void without_a_transaction_no_personal_row_is_seen() {
        asking.run(Caller.system(), () -> assertThat(lines()).isEmpty());
        asking.run(citizen(LAN), () -> assertThat(lines()).isEmpty());
    }

    @Test
    void each_caller_sees_their_own_rows_and_the_system_all() {
        assertThat(linesAs(citizen(LAN))).containsExactly("lan");
        assertThat(linesAs(citizen(MINH))).containsExactly("minh");
        assertThat(linesAs(Caller.system())).containsExactlyInAnyOrder("lan", "minh");
    }

    @Test
    void settings_do_not_leak_to_the_next_user_of_the_same_connection() {
        linesAs(Caller.system());
        assertThat(setting("motcua.role")).isIn("", null);
        assertThat(setting("motcua.account")).isIn("", null);
        var role = transaction.execute(s -> setting("motcua.role"));
        assertThat(role).isEqualTo("anonymous");
    }

    @Test
    void an_officer_brings_the_agency_along() {
        var officer = new Caller(Role.OFFICER, MINH, "H29.101", "Minh");
        var told =
                asking.as(
                        officer,
                        () ->
                                transaction.execute(
                                        s -> setting("motcua.agency") + setting("motcua.role")));
        assertThat(told).isEqualTo("H29.101officer");
    }

    @Test
    void changing_the_caller_inside_a_transaction_is_told_and_told_back() {
        asking.run(
                citizen(LAN),
                () ->
                        transaction.executeWithoutResult(
                                s -> {
                                    assertThat(lines()).containsExactly("lan");
                                    asking.run(
                                            Caller.system(), () -> assertThat(lines()).hasSize(2));
                                    assertThat(lines()).containsExactly("lan");
                                }));
    }

    @Test
    void after_a_failed_piece_of_work_the_first_caller_asks_again() {
        asking.run(
                citizen(LAN),
                () ->
                        transaction.executeWithoutResult(
                                s -> {
                                    assertThatThrownBy(() -> nestedFailureAsSystem())
                                            .isInstanceOf(DataAccessException.class);
                                    assertThat(lines()).containsExactly("lan");
                                }));
    }

    @Test
    void nobody_is_anonymous() {
        assertThat(asking.current()).isEqualTo(Caller.anonymous());
        assertThat(linesAs(Caller.tracker())).isEmpty();
    }

    private static void nestedFailureAsSystem() {
        nested.executeWithoutResult(
                s -> asking.run(Caller.system(), () -> jdbc.sql("select 1/0").query().singleRow()));
    }

    private static Caller citizen(UUID account) {
        return new Caller(Role.CITIZEN, account, null, "");
    }

    private static List<String> linesAs(Caller caller) {
        return asking.as(caller, () -> transaction.execute(s -> lines()));
    }

    private static List<String> lines() {
        return jdbc.sql("select line from identity.diary").query(String.class).list();
    }

    private static String setting(String name) {
        return jdbc.sql("select current_setting(:name, true)")
                .param("name", name)
                .query((row, n) -> row.getString(1))
                .list()
                .getFirst();
    }
}
