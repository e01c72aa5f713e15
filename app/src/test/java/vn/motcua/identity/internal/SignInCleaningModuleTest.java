package vn.motcua.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.TestDatabase;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.SignInCleaning;

class SignInCleaningModuleTest {
    private final ConfigurableApplicationContext running = IdentityTestApplication.running();

    @Test
    void failures_that_slow_nobody_down_any_more_are_forgotten() {
        JdbcClient.create(running.getBean(TestDatabase.class).ownerDataSource())
                .sql("delete from identity.sign_in_attempt")
                .update();
        var browser = new Browser(running);
        browser.signIn("khong-ai-ca", "guess number 1");
        browser.signIn("khong-ai-khac", "guess number 2");
        assertThat(forgotten()).isZero();

        running.getBean(IdentityTestApplication.MovableClock.class)
                .forward(Duration.ofHours(6).plusSeconds(1));
        assertThat(forgotten()).isEqualTo(3); // two names, one address
    }

    private int forgotten() {
        return running.getBean(Asking.class)
                .as(Caller.system(), running.getBean(SignInCleaning.class)::forgetOldAttempts);
    }
}
