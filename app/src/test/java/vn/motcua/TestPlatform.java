package vn.motcua;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.motcua.identity.Account;
import vn.motcua.identity.AccountKind;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.identity.SampleSignIns;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.Staff;

/// The whole platform on real HTTP and a fresh PostgreSQL, with sample agencies, officers and
/// citizens but only the few dossiers of the guided tour. Started once a JVM and shared;
/// whoever needs one of their own asks for [#fresh].
///
/// ```java
/// var platform = TestPlatform.shared();
/// var dossier = platform.as(TestPlatform.RECEPTIONIST, () -> platform.bean(…).…);
/// ```
public final class TestPlatform {
    // Login names of the sample accounts; the password is [#password].
    public static final String MOTHER = "079194001234";
    public static final String BUSINESS_MAN = "079085004321";
    public static final String RECEPTIONIST = "tiepnhan.benthanh";
    public static final String CASE_OFFICER = "hotich.benthanh";
    public static final String ECONOMY_OFFICER = "kinhte.benthanh";
    public static final String APPROVER = "kyduyet.benthanh";
    public static final String LEADER = "lanhdao.benthanh";
    public static final String PROVINCIAL_LEADER = "lanhdao.hcm";
    public static final String OPERATOR = "quantri";

    /// The agency of the officers above.
    public static final String WARD = "H29.101";

    /// Statistical codes of its province and commune.
    public static final String PROVINCE = "79";

    public static final String COMMUNE = "26743";

    private static @Nullable TestPlatform shared;

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;

    private TestPlatform(TestDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    public static synchronized TestPlatform shared() {
        if (shared == null) shared = fresh(Map.of());
        return shared;
    }

    /// One of one's own.
    ///
    /// @param settings in addition to the usual ones, for example `motcua.sample.amount=MANY`
    public static TestPlatform fresh(Map<String, Object> settings) {
        return on(TestDatabase.fresh(), settings);
    }

    /// On a database that may have been used before: a second start.
    public static TestPlatform on(TestDatabase database, Map<String, Object> settings) {
        var all = new HashMap<String, Object>();
        all.put("spring.datasource.url", database.url());
        all.put("spring.datasource.username", Database.APP_ROLE);
        all.put("spring.datasource.password", "test");
        all.put("spring.datasource.hikari.maximum-pool-size", 10);
        all.put("server.port", 0);
        all.put("motcua.data", temporary().toString());
        all.put("motcua.command", "run");
        all.put("motcua.sample", true);
        all.put("motcua.sample.amount", "FEW");
        all.put("motcua.started", System.nanoTime());
        all.put("motcua.jobs", false);
        all.put("motcua.procedures", folder("procedures").toString());
        all.put("motcua.registers", folder("registers").toString());
        all.putAll(settings);
        var application = new SpringApplication(Application.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(all);
        return new TestPlatform(database, application.run());
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public TestDatabase database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// Of every sample account.
    public String password() {
        return bean(SampleSignIns.class).list().getFirst().password();
    }

    public Account account(String login) {
        return bean(Asking.class)
                .as(Caller.system(), () -> bean(Accounts.class).byLogin(login).orElseThrow());
    }

    /// The capacity this account works in once signed in.
    public Caller caller(String login) {
        var account = account(login);
        if (account.kind() == AccountKind.CITIZEN)
            return Caller.citizen(account.id(), account.fullName());
        var duties = new HashSet<Caller.Duty>();
        var role = Role.OFFICER;
        var held = bean(Staff.class).of(account.id());
        for (var post : held) {
            duties.add(new Caller.Duty(post.position(), post.unit()));
            if (post.position() == PositionKind.LEADER) role = Role.LEADER;
            if (post.position() == PositionKind.OPERATOR) role = Role.OPERATOR;
        }
        return new Caller(role, account.id(), held.getFirst().agency(), account.fullName(), duties);
    }

    public <T> T as(String login, Supplier<T> work) {
        return bean(Asking.class).as(caller(login), work);
    }

    public <T> T asSystem(Supplier<T> work) {
        return bean(Asking.class).as(Caller.system(), work);
    }

    /// Ends this one; the shared one ends with the JVM.
    public void stop() {
        context.close();
    }

    private static Path folder(String name) {
        var here = Path.of(name);
        var folder = Files.isDirectory(here) ? here : Path.of("..", name);
        return folder.toAbsolutePath().normalize();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("motcua-test");
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
