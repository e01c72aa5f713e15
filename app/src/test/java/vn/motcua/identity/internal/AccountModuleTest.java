package vn.motcua.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.IdentityProblem;
import vn.motcua.identity.NewAccount;
import vn.motcua.identity.PersonalId;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.identity.Role;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;

/// S2: accounts behind two locks.
class AccountModuleTest {
    private static final String PASSWORD = "con mèo nằm trên mái";
    private static final AtomicInteger SERIAL = new AtomicInteger(500_000);

    private final ConfigurableApplicationContext running = IdentityTestApplication.running();
    private final Asking asking = running.getBean(Asking.class);
    private final Accounts accounts = running.getBean(Accounts.class);
    private final JdbcClient jdbc = running.getBean(JdbcClient.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(running.getBean(PlatformTransactionManager.class));

    @Test
    void a_person_sees_their_own_account_and_nobody_elses() {
        var lan = register(number());
        var minh = register(number());
        asking.run(
                Caller.citizen(lan, ""),
                () -> {
                    assertThat(accounts.find(lan)).isPresent();
                    assertThat(accounts.find(minh)).isEmpty();
                });
        asking.run(officer(), () -> assertThat(accounts.find(lan)).isEmpty());
        assertThat(accounts.find(lan)).isEmpty();
        asking.run(Caller.system(), () -> assertThat(accounts.find(minh)).isPresent());
    }

    @Test
    void nobody_but_the_system_sees_password_hashes() {
        var lan = register(number());
        assertThat(passwordsSeenBy(Caller.citizen(lan, ""))).isZero();
        assertThat(passwordsSeenBy(officer())).isZero();
        assertThat(passwordsSeenBy(Caller.system())).isPositive();
    }

    @Test
    void a_number_or_login_name_is_taken_once() {
        var number = number();
        register(number);
        assertThatThrownBy(() -> register(number))
                .isInstanceOf(ProblemException.class)
                .hasMessage("identity.login-taken");
    }

    @Test
    void a_login_name_of_digits_must_be_the_persons_own_number() {
        assertThatThrownBy(
                        () ->
                                asking.run(
                                        Caller.system(),
                                        () ->
                                                accounts.register(
                                                        NewAccount.officer(
                                                                "001075999999", "X", PASSWORD))))
                .isInstanceOf(ProblemException.class)
                .hasMessage("identity.login-form");
    }

    @Test
    void at_the_counter_an_officer_finds_the_person_and_the_look_is_recorded() {
        var number = number();
        var lan = register(number);
        var seen = asking.as(officer(), () -> accounts.atCounter(number, "counter-filing"));
        assertThat(seen.orElseThrow().id()).isEqualTo(lan);
        var history =
                asking.as(
                        Caller.system(),
                        () ->
                                transaction.execute(
                                        s ->
                                                running.getBean(Journal.class)
                                                        .history("account", lan)));
        assertThat(history)
                .anySatisfy(
                        line -> {
                            assertThat(line.entry().kind()).isEqualTo("account.viewed");
                            assertThat(line.entry().actor().agency()).isEqualTo("H29.101");
                            assertThat(line.entry().data())
                                    .containsEntry("purpose", "counter-filing");
                            assertThat(line.entry().data().toString())
                                    .doesNotContain(number.value());
                        });
    }

    @Test
    void citizens_and_strangers_find_nobody_by_number() {
        var number = number();
        register(number);
        assertThatThrownBy(() -> accounts.atCounter(number, "x"))
                .hasMessage(IdentityProblem.NOT_ALLOWED.code());
        for (var caller :
                new Caller[] {Caller.anonymous(), Caller.citizen(UUID.randomUUID(), "")}) {
            var found =
                    asking.as(
                            caller,
                            () ->
                                    transaction.execute(
                                            s ->
                                                    jdbc.sql(
                                                                    "select count(*) from"
                                                                            + " identity.at_counter(:n)")
                                                            .param("n", number.value())
                                                            .query(Integer.class)
                                                            .single()));
            assertThat(found).isZero();
        }
    }

    @Test
    void a_person_changes_how_they_are_reached_but_not_who_they_are() {
        var lan = register(number());
        var self = Caller.citizen(lan, "");
        asking.run(
                self,
                () ->
                        accounts.changeContact(
                                lan,
                                new PhoneNumber("+84912345678"),
                                "Lan@Example.VN ",
                                null,
                                null));
        var changed = asking.as(self, () -> accounts.find(lan)).orElseThrow();
        assertThat(changed.phone()).isEqualTo("+84912345678");
        assertThat(changed.email()).isEqualTo("lan@example.vn");
        assertThatThrownBy(() -> rename(self, lan)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void fifty_simultaneous_guesses_get_no_more_tries_than_one_after_the_other() throws Exception {
        var number = number();
        register(number);
        var desk = running.getBean(SignInDesk.class);
        Callable<SignInOutcome> guess = () -> desk.signIn(number.value(), "guess", "192.0.2.7");
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var looked = 0;
            for (var outcome :
                    crowd.invokeAll(IntStream.range(0, 50).mapToObj(i -> guess).toList())) {
                if (outcome.get() instanceof SignInOutcome.Wrong) looked++;
            }
            assertThat(looked).isEqualTo(5);
        }
    }

    @Test
    void every_controller_route_is_declared() {
        var table = running.getBean(AccessTable.class);
        var mapping =
                running.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var undeclared =
                mapping.getHandlerMethods().entrySet().stream()
                        .filter(
                                route ->
                                        route.getValue()
                                                .getBeanType()
                                                .getPackageName()
                                                .startsWith("vn.motcua.identity"))
                        .flatMap(route -> route.getKey().getPatternValues().stream())
                        .map(pattern -> pattern.replaceAll("\\{[^}]+}", "x").replace("**", "x"))
                        .filter(path -> table.rule(path).isEmpty())
                        .toList();
        assertThat(undeclared).isEmpty();
    }

    private int passwordsSeenBy(Caller caller) {
        var count =
                asking.as(
                        caller,
                        () ->
                                transaction.execute(
                                        s ->
                                                jdbc.sql("select count(*) from identity.credential")
                                                        .query(Integer.class)
                                                        .single()));
        return count == null ? 0 : count;
    }

    private void rename(Caller self, UUID id) {
        asking.run(
                self,
                () ->
                        transaction.executeWithoutResult(
                                s ->
                                        jdbc.sql(
                                                        """
                                                        update identity.account
                                                           set full_name = 'Khác'
                                                         where id = :id
                                                        """)
                                                .param("id", id)
                                                .update()));
    }

    private UUID register(PersonalId number) {
        return asking.as(
                Caller.system(),
                () -> accounts.register(NewAccount.citizen(number, "Nguyễn Thị Mẫu", PASSWORD)));
    }

    private static PersonalId number() {
        return new PersonalId("001175" + SERIAL.incrementAndGet());
    }

    private static Caller officer() {
        return new Caller(Role.OFFICER, new UUID(0, 9), "H29.101", "");
    }
}
