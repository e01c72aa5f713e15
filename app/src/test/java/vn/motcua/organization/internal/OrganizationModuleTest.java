package vn.motcua.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agency;
import vn.motcua.organization.AgencyKind;
import vn.motcua.organization.AgencyUnit;
import vn.motcua.organization.OrganizationProblem;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.StaffMember;

class OrganizationModuleTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Units UNITS = new Units();

    private JdbcClient jdbc;
    private JdbcClient owner;
    private TransactionTemplate transaction;
    private AgencyRegister agencies;
    private SampleAgencies seed;

    @BeforeEach
    void database() {
        var database = TestDatabase.fresh();
        var source = database.appDataSource();
        jdbc = JdbcClient.create(source);
        owner = JdbcClient.create(database.ownerDataSource());
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        agencies = register();
        seed = new SampleAgencies(agencies, UNITS, CLOCK);
    }

    private AgencyRegister register() {
        return new AgencyRegister(new AgencyStore(jdbc), UNITS, CLOCK);
    }

    @Test
    void the_sample_has_every_commune_of_three_provinces_and_loads_fast_and_again() {
        long start = System.nanoTime();
        int loaded = Objects.requireNonNull(transaction.<Integer>execute(_ -> seed.load()));
        var took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("sample agencies: " + loaded + " in " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofMillis(3000));
        assertThat(loaded).isEqualTo(4 + 3 * 18 + 2 * (168 + 126 + 130));
        assertThat(transaction.<Integer>execute(_ -> seed.load())).isEqualTo(loaded);
        assertThat(count()).isEqualTo(loaded);
        assertThat(agencies.ofKind(AgencyKind.COMMUNE_COMMITTEE, "79")).hasSize(168);
        assertThat(agencies.roots()).hasSize(7);
    }

    @Test
    void whoever_settles_is_found_by_group_and_place() {
        seed.load();
        assertThat(competent("commune", "79", "26743")).isEqualTo("H29.101");
        assertThat(agencies.require("H29.101").name().vi())
                .isEqualTo("Ủy ban nhân dân phường Bến Thành");
        assertThat(agencies.require("H29.101").desk().vi())
                .isEqualTo("Trung tâm Phục vụ hành chính công phường Bến Thành");
        assertThat(competent("commune", null, "26743")).isEqualTo("H29.101");
        assertThat(competent("commune-police", "79", "26743")).isEqualTo("G01.79.101");
        assertThat(competent("provincial-police", "79", "26743")).isEqualTo("G01.79");
        assertThat(competent("department-industry-trade", "79", null)).isEqualTo("H29.14");
        assertThat(competent("department-industry-trade", null, "26743")).isEqualTo("H29.14");
        assertThat(competent("department-industry-trade", "74", null)).isEqualTo("H29.14");
        assertThat(competent("department-justice", "40", null)).isEqualTo("H41.12");
        assertThat(competent("service-centre", "01", null)).isEqualTo("H26.10");
        assertThat(competent("provincial-committee", "01", null)).isEqualTo("H26");
        assertThat(competent("ministry-justice", "79", null)).isEqualTo("G15");
        assertThat(agencies.competent("commune", "79", "99999")).isEmpty();
        assertThat(agencies.competent("department-industry-trade", "22", null)).isEmpty();
    }

    @Test
    void an_agency_that_has_ended_is_still_known_but_no_longer_competent() {
        agencies.put(List.of(ministry("G04", "2025-02-28"), ministry("G17", null)));
        assertThat(agencies.find("G04")).isPresent();
        assertThat(competent("ministry-transport", null, null)).isEqualTo("G17");
    }

    @Test
    void codes_of_before_2020_and_replaced_ones_are_read() {
        seed.load();
        owner.sql(
                        "insert into organization.agency_code values ('000.00.12.H29', 'QCVN102', 'H29.12')")
                .update();
        var other = register();
        assertThat(other.byAnyCode("000.00.00.H29")).contains(other.require("H29"));
        assertThat(other.byAnyCode("000.00.12.H29")).contains(other.require("H29.12"));
        assertThat(other.byAnyCode("000.00.13.H29")).isEmpty();
        assertThat(other.byAnyCode("h29.101")).contains(other.require("H29.101"));
        assertThat(other.byAnyCode("nonsense")).isEmpty();
    }

    @Test
    void an_agency_is_added_once_and_below_one_that_exists() {
        agencies.add(ministry("G15", null));
        assertThatThrownBy(() -> agencies.add(ministry("G15", null)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        p -> assertThat(p.problem()).isEqualTo(OrganizationProblem.AGENCY_EXISTS));
        var orphan =
                new Agency(
                        "H77.12",
                        LocalText.of("x"),
                        AgencyKind.DEPARTMENT,
                        "H77",
                        null,
                        null,
                        "",
                        "",
                        LocalText.of(""));
        assertThatThrownBy(() -> agencies.add(orphan)).isInstanceOf(ProblemException.class);
        assertThat(agencies.children("G15")).isEmpty();
    }

    @Test
    void another_node_notices_a_change_within_seconds() throws InterruptedException {
        var other = register();
        assertThat(other.find("G15")).isEmpty();
        agencies.add(ministry("G15", null));
        assertThat(agencies.find("G15")).isPresent();
        Thread.sleep(2100);
        assertThat(other.find("G15")).isPresent();
    }

    @Test
    void what_a_transaction_gave_up_was_never_seen_by_others() {
        transaction.executeWithoutResult(
                status -> {
                    agencies.add(ministry("G15", null));
                    assertThat(agencies.find("G15")).isPresent();
                    status.setRollbackOnly();
                });
        assertThat(agencies.find("G15")).isEmpty();
        transaction.executeWithoutResult(_ -> agencies.add(ministry("G15", null)));
        assertThat(agencies.find("G15")).isPresent();
    }

    @Test
    void an_agency_has_the_units_of_its_kind_and_its_own() {
        seed.load();
        assertThat(agencies.units("H29.101"))
                .extracting(AgencyUnit::id)
                .contains("mot-cua", "ho-tich", "lanh-dao");
        assertThat(agencies.units("H29.14")).extracting(AgencyUnit::id).contains("thuong-mai");
        assertThat(agencies.units("H29.12"))
                .extracting(AgencyUnit::id)
                .doesNotContain("thuong-mai");
    }

    @Test
    void people_are_appointed_and_relieved_day_by_day() {
        seed.load();
        var an = UUID.randomUUID();
        var today = new StaffRegister(jdbc, CLOCK, _ -> {});
        var tomorrow = new StaffRegister(jdbc, Clock.offset(CLOCK, Duration.ofDays(1)), _ -> {});
        var yesterday = new StaffRegister(jdbc, Clock.offset(CLOCK, Duration.ofDays(-1)), _ -> {});
        var member = member(an, "Nguyễn Thị Minh An");
        asSystem(() -> today.appoint(member));
        asSystem(() -> today.appoint(member(an, "Nguyễn Thị Minh An (đổi tên)")));
        assertThat(seen(() -> today.of(an)))
                .singleElement()
                .satisfies(m -> assertThat(m.name()).endsWith("(đổi tên)"));
        assertThat(seen(() -> yesterday.of(an))).isEmpty();
        assertThat(seen(() -> today.inAgency("H29.101"))).hasSize(1);
        asSystem(() -> tomorrow.relieve(an, "H29.101", PositionKind.RECEPTIONIST));
        assertThat(seen(() -> today.of(an))).hasSize(1);
        assertThat(seen(() -> tomorrow.of(an))).isEmpty();
        asSystem(() -> tomorrow.appoint(member));
        assertThat(seen(() -> tomorrow.of(an))).hasSize(1);
    }

    @Test
    void who_is_appointed_and_relieved_on_one_day_may_be_appointed_again() {
        seed.load();
        var an = UUID.randomUUID();
        var staff = new StaffRegister(jdbc, CLOCK, _ -> {});
        asSystem(() -> staff.appoint(member(an, "An")));
        asSystem(() -> staff.relieve(an, "H29.101", PositionKind.RECEPTIONIST));
        assertThat(seen(() -> staff.of(an))).isEmpty();
        asSystem(() -> staff.appoint(member(an, "An")));
        assertThat(seen(() -> staff.of(an))).hasSize(1);
    }

    @Test
    void an_officer_cannot_appoint_anyone() {
        seed.load();
        var staff = new StaffRegister(jdbc, CLOCK, _ -> {});
        assertThatThrownBy(() -> as("officer", () -> staff.appoint(member(UUID.randomUUID(), "X"))))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> staff.appoint(member(UUID.randomUUID(), "X")))
                .isInstanceOf(DataAccessException.class);
    }

    private void asSystem(Runnable work) {
        as("system", work);
    }

    private List<StaffMember> seen(Supplier<List<StaffMember>> look) {
        return Objects.requireNonNull(
                transaction.<List<StaffMember>>execute(
                        _ -> {
                            jdbc.sql("select set_config('motcua.role', 'anonymous', true)")
                                    .query()
                                    .singleValue();
                            return look.get();
                        }));
    }

    private void as(String role, Runnable work) {
        transaction.executeWithoutResult(
                _ -> {
                    jdbc.sql("select set_config('motcua.role', :role, true)")
                            .param("role", role)
                            .query(String.class)
                            .single();
                    work.run();
                });
    }

    private String competent(String group, @Nullable String province, @Nullable String commune) {
        return agencies.competent(group, province, commune).orElseThrow().code();
    }

    private long count() {
        return jdbc.sql("select count(*) from organization.agency").query(Long.class).single();
    }

    private static StaffMember member(UUID account, String name) {
        return new StaffMember(
                account,
                name,
                "H29.101",
                "mot-cua",
                PositionKind.RECEPTIONIST,
                LocalText.of("Công chức Tư pháp – Hộ tịch", "Civil status officer"));
    }

    private static Agency ministry(String code, @Nullable String until) {
        var group = code.equals("G15") ? "ministry-justice" : "ministry-transport";
        return new Agency(
                code,
                LocalText.of("Bộ"),
                AgencyKind.MINISTRY,
                null,
                null,
                null,
                "",
                "",
                LocalText.of(""),
                group,
                LocalText.of(""),
                null,
                until == null ? null : LocalDate.parse(until),
                true);
    }
}
