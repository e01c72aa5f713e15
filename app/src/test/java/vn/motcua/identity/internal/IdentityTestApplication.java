package vn.motcua.identity.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import vn.motcua.TestDatabase;
import vn.motcua.identity.AccessRules;
import vn.motcua.identity.Role;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.organization.AgencyKind;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.Staff;
import vn.motcua.organization.StaffMember;

/// This room with the rooms it stands on, on real PostgreSQL and real HTTP, a clock that can be
/// moved, and a few routes of imaginary rooms above. No stereotype: nobody else's scan finds
/// it.
@EnableAutoConfiguration
@ComponentScan({"vn.motcua.identity", "vn.motcua.journal", "vn.motcua.web"})
class IdentityTestApplication {
    private static @Nullable ConfigurableApplicationContext running;

    static synchronized ConfigurableApplicationContext running() {
        if (running == null) {
            running =
                    new SpringApplicationBuilder(IdentityTestApplication.class)
                            .properties(
                                    "server.port=0",
                                    "motcua.sample=true",
                                    "spring.main.banner-mode=off",
                                    "server.servlet.session.timeout=15m")
                            .run();
        }
        return running;
    }

    @Bean
    TestDatabase testDatabase() {
        return TestDatabase.fresh();
    }

    @Bean
    DataSource dataSource(TestDatabase database) {
        var pool = new HikariDataSource();
        pool.setDataSource(database.appDataSource());
        pool.setMaximumPoolSize(8);
        return pool;
    }

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    KnownStaff staff() {
        return new KnownStaff();
    }

    @Bean
    AccessRules imaginaryRooms() {
        return rules ->
                rules.open("/", "/open", "/api/v1/open")
                        .role("/dossiers", Role.CITIZEN)
                        .role("/desk/**", Role.OFFICER, Role.LEADER)
                        .role("/api/v1/desk", Role.OFFICER)
                        .role("/api/v1/mine", Role.CITIZEN);
    }

    @Bean
    RouterFunction<ServerResponse> imaginaryRoutes() {
        var routes = RouterFunctions.route();
        for (var path :
                List.of(
                        "/",
                        "/open",
                        "/dossiers",
                        "/desk",
                        "/hidden",
                        "/api/v1/open",
                        "/api/v1/desk",
                        "/api/v1/mine",
                        "/api/v1/hidden")) {
            routes.GET(path, request -> ServerResponse.ok().body("here"));
            routes.POST(path, request -> ServerResponse.ok().body("done"));
        }
        return routes.build();
    }

    @Bean
    Agencies agencies() {
        return new KnownAgencies();
    }

    static final class MovableClock extends Clock {
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        void forward(Duration by) {
            ahead.updateAndGet(by::plus);
        }

        @Override
        public ZoneId getZone() {
            return HanoiTime.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead.get());
        }
    }

    static final class KnownStaff implements Staff {
        private final List<StaffMember> members = new CopyOnWriteArrayList<>();

        @Override
        public List<StaffMember> of(UUID account) {
            return members.stream().filter(m -> m.account().equals(account)).toList();
        }

        @Override
        public List<StaffMember> inAgency(String agencyCode) {
            return members.stream().filter(m -> m.agency().equals(agencyCode)).toList();
        }

        @Override
        public void appoint(StaffMember member) {
            members.add(member);
        }

        @Override
        public void appoint(Collection<StaffMember> several) {
            members.addAll(several);
        }

        @Override
        public void relieve(UUID account, String agencyCode, PositionKind position) {
            members.removeIf(m -> m.account().equals(account) && m.position() == position);
        }
    }

    private static final class KnownAgencies implements Agencies {
        private final List<Agency> known =
                new ArrayList<>(
                        List.of(
                                new Agency(
                                        "H29.101",
                                        LocalText.of("UBND phường Bến Thành"),
                                        AgencyKind.COMMUNE_COMMITTEE,
                                        null,
                                        "79",
                                        null,
                                        "",
                                        "",
                                        LocalText.of("Quầy"))));

        @Override
        public Optional<Agency> find(String code) {
            return known.stream().filter(a -> a.code().equals(code)).findFirst();
        }

        @Override
        public Agency require(String code) {
            return find(code).orElseThrow();
        }

        @Override
        public Optional<Agency> byAnyCode(String code) {
            return find(code);
        }

        @Override
        public List<Agency> children(String code) {
            return List.of();
        }

        @Override
        public List<Agency> ofKind(AgencyKind kind, @Nullable String provinceCode) {
            return List.of();
        }

        @Override
        public Optional<Agency> competent(
                String unitGroup, @Nullable String provinceCode, @Nullable String communeCode) {
            return Optional.empty();
        }

        @Override
        public java.util.Set<String> unitGroups() {
            return java.util.Set.of();
        }

        @Override
        public List<Agency> roots() {
            return known;
        }

        @Override
        public List<vn.motcua.organization.AgencyUnit> units(String code) {
            return List.of();
        }

        @Override
        public void add(Agency agency) {
            known.add(agency);
        }

        @Override
        public void put(Collection<Agency> agencies) {
            known.addAll(agencies);
        }
    }
}
