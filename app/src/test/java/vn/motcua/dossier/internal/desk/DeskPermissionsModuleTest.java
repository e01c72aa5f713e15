package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.Posts;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.Staff;
import vn.motcua.organization.StaffMember;
import vn.motcua.workflow.Position;

/// Who may do what to a dossier.
class DeskPermissionsModuleTest {
    private static final Locale VI = Locale.of("vi");

    private final DeskHouse house = DeskHouse.open();
    private final Desk desk = house.bean(Desk.class);

    private void refused(Caller by, DossierProblem why, Runnable act) {
        assertThatThrownBy(() -> house.asking.run(by, act))
                .isInstanceOfSatisfying(
                        ProblemException.class, p -> assertThat(p.problem()).isEqualTo(why));
    }

    @Test
    void an_agency_above_reads_a_dossier_and_does_nothing_to_it() {
        var id = house.file(DeskHouse.HERE, "Lưu Thị Hậu");
        var above =
                house.appointed(
                        "tinh." + id,
                        "Đỗ Quang Vinh",
                        "H29",
                        PositionKind.RECEPTIONIST,
                        PositionKind.CASE_OFFICER,
                        PositionKind.APPROVER);
        var reader = house.bean(DeskDossierReader.class);
        var seen = house.as(above, () -> reader.open(id, null, VI, null));
        assertThat(seen.person().owner()).isEqualTo("Lưu Thị Hậu");
        assertThat(seen.choices()).isEmpty();
        int version = seen.version();
        var grounds = new Desk.Grounds("elsewhere", "Ở nơi khác.");
        for (var act :
                List.<Runnable>of(
                        () -> desk.accept(id, version),
                        () -> desk.refuse(id, version, grounds),
                        () -> desk.requestSupplement(id, version, grounds, asked()),
                        () -> desk.claim(id, version, task(id).id()),
                        () -> desk.completeStep(id, version, "reception", "accepted", null),
                        () ->
                                desk.extend(
                                        id,
                                        version,
                                        Instant.MAX,
                                        new Desk.Grounds("other", "Chậm.")),
                        () -> desk.pause(id, version, new Desk.Grounds("opinion", "Chờ trả lời.")),
                        () -> desk.resume(id, version),
                        () -> desk.stop(id, version, "Dừng."),
                        () -> desk.grantWithdrawal(id, version, "Cho rút."),
                        () -> desk.declineWithdrawal(id, version, "Không cho rút.")))
            refused(above, DossierProblem.NOT_YOUR_AGENCY, act);
        assertThat(house.version(id)).isEqualTo(version);
        accept(id);
        assertThat(house.version(id)).isGreaterThan(version);
    }

    private void accept(UUID id) {
        int version = house.version(id);
        house.asking.run(house.receptionist, () -> desk.accept(id, version));
    }

    private static List<Supplement.Item> asked() {
        return List.of(new Supplement.Item("i1", "proof", "Giấy tờ chứng minh chỗ ở"));
    }

    private Task task(UUID id) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(TaskStore.class).of(id).stream()
                                .filter(Task::open)
                                .findFirst()
                                .orElseThrow());
    }

    /// The database itself refuses, whatever a program asks of it.
    @Test
    void the_database_lets_only_the_handling_agency_and_the_person_change_anything() {
        var id = house.file(DeskHouse.HERE, "Mai Văn Thịnh");
        var jdbc = house.bean(JdbcClient.class);
        var above = new Caller(Role.OFFICER, UUID.randomUUID(), "H29", "");
        for (var sql :
                List.of(
                        "update dossier.dossier set summary = 'x' where id = :id",
                        "update dossier.task set note = 'x' where dossier_id = :id")) {
            assertThat(house.as(above, () -> jdbc.sql(sql).param("id", id).update())).isZero();
            assertThat(house.as(house.officer, () -> jdbc.sql(sql).param("id", id).update()))
                    .isEqualTo(1);
        }
        assertThat(
                        house.as(
                                above,
                                () ->
                                        jdbc.sql("select id from dossier.dossier where id = :id")
                                                .param("id", id)
                                                .query(UUID.class)
                                                .list()))
                .containsExactly(id);
        var slip =
                """
                insert into dossier.slip (id, dossier_id, kind, issued_at, data)
                values (gen_random_uuid(), :id, 'STOP', now(), '{}')
                """;
        assertThatThrownBy(() -> house.as(above, () -> jdbc.sql(slip).param("id", id).update()))
                .hasStackTraceContaining("row-level security");
        var tracker =
                """
                update dossier.task set note = 'x'
                 where dossier_id = :id and set_config('motcua.tracked', :id::text, true) <> ''
                """;
        assertThat(house.as(Caller.tracker(), () -> jdbc.sql(tracker).param("id", id).update()))
                .isZero();
    }

    @Test
    void a_step_of_a_unit_is_done_by_that_unit_alone() {
        var two =
                house.as(
                        Caller.system(),
                        () -> {
                            var caller =
                                    house.appointed(
                                            "hai-viec",
                                            "Cao Thị Lan",
                                            DeskHouse.HERE,
                                            PositionKind.CASE_OFFICER);
                            house.bean(Staff.class)
                                    .appoint(
                                            new StaffMember(
                                                    Objects.requireNonNull(caller.account()),
                                                    "Cao Thị Lan",
                                                    DeskHouse.HERE,
                                                    "ho-tich",
                                                    PositionKind.CASE_OFFICER,
                                                    LocalText.of("Công chức", "Officer")));
                            return caller;
                        });
        Posts posts = house.as(two, () -> house.bean(Permissions.class).posts(two));
        assertThat(posts.held())
                .containsExactlyInAnyOrder(
                        new Caller.Duty(PositionKind.CASE_OFFICER, "mot-cua"),
                        new Caller.Duty(PositionKind.CASE_OFFICER, "ho-tich"));
        var id = house.file(DeskHouse.HERE, "Tạ Quốc Bảo");
        for (var unit : List.of("mot-cua", "ho-tich"))
            assertThat(posts.mayDo(work(id, unit))).isTrue();
        assertThat(posts.mayDo(work(id, "dia-chinh"))).isFalse();
        assertThat(new Posts(DeskHouse.THERE, posts.held()).mayDo(work(id, "mot-cua"))).isFalse();
        var elsewhere = work(id, "dia-chinh");
        house.as(
                Caller.system(),
                () -> {
                    house.bean(TaskStore.class).open(elsewhere);
                    return 0;
                });
        int version = house.version(id);
        refused(two, DossierProblem.NOT_YOUR_STEP, () -> desk.claim(id, version, elsewhere.id()));
        refused(
                two,
                DossierProblem.NOT_YOUR_STEP,
                () -> desk.completeStep(id, version, elsewhere.token(), "eligible", null));
    }

    private Task work(UUID dossier, String unit) {
        var now = Instant.now();
        var id = Ids.next(house.bean(java.time.Clock.class));
        return Task.opened(
                id,
                dossier,
                DeskHouse.HERE,
                Task.Kind.STEP,
                "appraise",
                "u" + id,
                Position.CASE_OFFICER,
                unit,
                now,
                null,
                null,
                null);
    }

    @Test
    void a_dossier_once_accepted_is_not_refused_any_more() {
        var id = house.file(DeskHouse.HERE, "Huỳnh Gia Hân");
        accept(id);
        int version = house.version(id);
        var missing = new Desk.Grounds("proof-missing", "Gửi thêm giấy tờ.");
        house.asking.run(
                house.officer, () -> desk.requestSupplement(id, version, missing, asked()));
        refused(
                house.receptionist,
                DossierProblem.NOT_ALLOWED_NOW,
                () ->
                        desk.refuse(
                                id,
                                house.version(id),
                                new Desk.Grounds("elsewhere", "Ở nơi khác.")));
    }

    @Test
    void a_supplement_is_asked_only_at_a_step_that_lets_one_ask() {
        var id = house.file(DeskHouse.HERE, "Trịnh Công Đức");
        accept(id);
        house.completes(house.officer, id, "eligible");
        int version = house.version(id);
        for (var by : List.of(house.officer, house.approver, house.receptionist))
            refused(
                    by,
                    DossierProblem.NOT_YOUR_STEP,
                    () ->
                            desk.requestSupplement(
                                    id,
                                    version,
                                    new Desk.Grounds("proof-missing", "Gửi thêm."),
                                    asked()));
    }

    @Test
    void a_clock_that_stands_is_not_stopped_again_and_one_that_runs_is_not_started() {
        var id = house.file(DeskHouse.HERE, "Phan Thị Mơ");
        accept(id);
        house.completes(house.officer, id, "eligible");
        int running = house.version(id);
        refused(house.approver, DossierProblem.NOT_ALLOWED_NOW, () -> desk.resume(id, running));
        house.asking.run(
                house.approver,
                () -> desk.pause(id, running, new Desk.Grounds("opinion", "Chờ trả lời.")));
        int paused = house.version(id);
        refused(
                house.approver,
                DossierProblem.NOT_ALLOWED_NOW,
                () -> desk.pause(id, paused, new Desk.Grounds("opinion", "Chờ trả lời.")));
        assertThat(house.version(id)).isEqualTo(paused);
        house.asking.run(house.approver, () -> desk.resume(id, paused));
        assertThat(ledger(id)).isEqualTo(3);
    }

    private int ledger(UUID id) {
        return house.as(
                Caller.system(),
                () -> house.bean(DossierStore.class).require(id).ledger().lines().size());
    }

    @Test
    void only_the_reception_receives_at_the_counter() {
        var counter = house.bean(Counter.class);
        refused(
                house.officer,
                DossierProblem.NOT_YOUR_STEP,
                () -> counter.person(new vn.motcua.identity.PersonalId("079196000318")));
        refused(
                house.officer,
                DossierProblem.NOT_YOUR_STEP,
                () -> counter.begin(DeskHouse.RELEASE.procedureCode(), null));
        refused(
                house.officer,
                DossierProblem.NOT_YOUR_STEP,
                () ->
                        house.bean(CounterPapers.class)
                                .receive(UUID.randomUUID(), HandedOver.nothing(Map.of())));
    }
}
