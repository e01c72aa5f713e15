package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.dossier.internal.worklist.Lines;
import vn.motcua.dossier.internal.worklist.Place;
import vn.motcua.dossier.internal.worklist.Tab;
import vn.motcua.dossier.internal.worklist.Whose;
import vn.motcua.dossier.internal.worklist.WorkQuery;
import vn.motcua.dossier.internal.worklist.WorkSql;
import vn.motcua.dossier.internal.worklist.Worklist;
import vn.motcua.dossier.internal.worklist.WorklistReader;
import vn.motcua.dossier.internal.worklist.WorklistView;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.workflow.Position;
import vn.motcua.worktime.DeadlineState;

/// The officers' work on real PostgreSQL.
class DeskModuleTest {
    private static final Locale VI = Locale.of("vi");

    private final DeskHouse house = DeskHouse.open();
    private final Clock clock = house.bean(Clock.class);

    /// U8. Random work of all kinds, with and without end, claimed and not, waiting and not.
    @Test
    void the_counters_match_the_list_whatever_work_there_is() {
        var random = new Random(20261123);
        var dossiers = new ArrayList<UUID>();
        for (int i = 0; i < 4; i++) dossiers.add(house.file(DeskHouse.HERE, "Người thứ " + i));
        house.as(
                Caller.system(),
                () -> {
                    for (int i = 0; i < 120; i++) open(dossiers.get(random.nextInt(4)), random);
                    return 0;
                });
        for (var caller : List.of(house.receptionist, house.officer, house.approver)) agree(caller);
    }

    private void open(UUID dossier, Random random) {
        var now = clock.instant();
        var tasks = house.bean(TaskStore.class);
        @Nullable Instant due =
                random.nextInt(4) == 0
                        ? null
                        : now.plusNanos(random.nextLong(-200_000, 200_000) * 1_000_003_000L);
        @Nullable Instant appointed =
                random.nextInt(2) == 0 ? null : now.plusSeconds(random.nextLong(-200_000, 200_000));
        var id = Ids.next(clock);
        tasks.open(
                Task.opened(
                        id,
                        dossier,
                        DeskHouse.HERE,
                        random.nextInt(3) == 0 ? Task.Kind.RECEPTION : Task.Kind.STEP,
                        "appraise",
                        "t" + id,
                        Position.values()[random.nextInt(5)],
                        random.nextInt(5) == 0 ? "another-unit" : null,
                        now,
                        due,
                        appointed,
                        null));
        if (random.nextInt(6) == 0)
            house.bean(JdbcClient.class)
                    .sql("update dossier.task set suspended = true where id = :id")
                    .param("id", id)
                    .update();
        if (random.nextInt(6) == 0)
            house.bean(JdbcClient.class)
                    .sql("update dossier.task set paused = true where id = :id")
                    .param("id", id)
                    .update();
        if (random.nextInt(3) == 0)
            tasks.claim(id, Objects.requireNonNull(house.officer.account()), "Thủy");
    }

    private void agree(Caller caller) {
        var worklist = house.bean(Worklist.class);
        var now = clock.instant();
        var posts = house.as(caller, () -> house.bean(Permissions.class).posts(caller));
        var who = Objects.requireNonNull(Whose.of(caller, posts));
        for (var tab : Tab.values()) {
            var ask = new WorkSql(who, WorkQuery.of(tab), null, now, now.plus(Lines.SOON));
            var lines = new ArrayList<Worklist.Line>();
            @Nullable Place after = null;
            while (true) {
                var key = after;
                var page = house.as(caller, () -> worklist.page(ask, key, false, 7));
                lines.addAll(page);
                if (page.size() < 7) break;
                after = Place.parse(page.getLast().key());
            }
            assertThat((long) lines.size())
                    .as("%s of %s", tab, caller)
                    .isEqualTo(house.as(caller, () -> worklist.totals(ask)).of(tab));
            assertThat(new HashSet<>(lines.stream().map(Worklist.Line::taskId).toList()))
                    .hasSameSizeAs(lines);
            var dues = lines.stream().map(l -> l.due() == null ? Instant.MAX : l.due()).toList();
            assertThat(dues).isSorted();
            for (var line : lines) assertThat(fits(tab, line, now)).isTrue();
        }
    }

    private static boolean fits(Tab tab, Worklist.Line line, Instant now) {
        var state = Lines.deadline(line.due(), line.paused(), now);
        if (tab == Tab.WAITING) return line.suspended() || line.paused();
        return !line.suspended()
                && switch (tab) {
                    case OVERDUE -> state == DeadlineState.OVERDUE;
                    case DUE_SOON -> state == DeadlineState.DUE_SOON;
                    case MINE -> line.mine();
                    case RECEPTION -> line.kind().equals("RECEPTION");
                    case ALL, WAITING -> true;
                };
    }

    @Test
    void an_officer_of_another_agency_finds_nothing_even_with_the_identifier() {
        var before = strangersList();
        var id = house.file(DeskHouse.HERE, "Hồ Văn Lực");
        var reader = house.bean(DeskDossierReader.class);
        assertThat(
                        house.as(house.receptionist, () -> reader.open(id, null, VI, null))
                                .person()
                                .owner())
                .isEqualTo("Hồ Văn Lực");
        for (var attempt :
                List.<Runnable>of(
                        () -> reader.open(id, null, VI, null),
                        () -> reader.control(id),
                        () -> reader.file(id, UUID.randomUUID()),
                        () ->
                                house.bean(ActForms.class)
                                        .view(
                                                id,
                                                ActKind.ACCEPT,
                                                Typed.nothing("", ""),
                                                VI,
                                                java.util.Map.of(),
                                                false,
                                                false),
                        () -> house.bean(Desk.class).accept(id, 1)))
            assertThatThrownBy(
                            () ->
                                    house.as(
                                            house.stranger,
                                            () -> {
                                                attempt.run();
                                                return 0;
                                            }))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            p -> assertThat(p.problem()).isEqualTo(DossierProblem.NOT_FOUND));
        var list = strangersList();
        assertThat(list.lines()).noneMatch(line -> line.href().contains(id.toString()));
        assertThat(list.tabs()).isEqualTo(before.tabs());
        assertThat(
                        house.as(
                                        house.stranger,
                                        () -> house.bean(Register.class).view("", null, VI))
                                .lines())
                .noneMatch(line -> line.id().equals(id));
    }

    private WorklistView strangersList() {
        return house.as(
                house.stranger,
                () ->
                        house.bean(WorklistReader.class)
                                .read(WorkQuery.EVERYTHING, WorklistReader.At.BEGINNING, VI, null));
    }

    @Test
    void the_second_of_two_officers_is_told_what_the_first_one_did() {
        var id = house.file(DeskHouse.HERE, "Đặng Hoàng Yến");
        var reader = house.bean(DeskDossierReader.class);
        var seen = house.as(house.receptionist, () -> reader.open(id, null, VI, null));
        assertThat(seen.choices())
                .extracting(DeskDossierView.Choice::name)
                .contains("Tiếp nhận hồ sơ", "Yêu cầu bổ sung", "Từ chối tiếp nhận");
        assertThat(seen.missing()).containsExactly("Giấy tờ chứng minh chỗ ở");
        var other = house.as(Caller.system(), () -> house.receptionist);
        house.asking.run(other, () -> house.bean(Desk.class).accept(id, seen.version()));
        assertThatThrownBy(
                        () ->
                                house.asking.run(
                                        house.receptionist,
                                        () ->
                                                house.bean(Desk.class)
                                                        .refuse(
                                                                id,
                                                                seen.version(),
                                                                new Desk.Grounds(
                                                                        "elsewhere",
                                                                        "Bạn cư trú ở phường khác."))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        p -> assertThat(p.problem()).isEqualTo(DossierProblem.CHANGED_MEANWHILE));
        var late = house.as(house.officer, () -> reader.open(id, null, VI, null));
        assertThat(late.beside())
                .singleElement()
                .asString()
                .startsWith("Trần Thị Ngọc Ánh cũng đang mở hồ sơ này");
        assertThat(late.choices())
                .extracting(DeskDossierView.Choice::name)
                .contains(
                        "Nhận việc: Thẩm tra",
                        "Đủ điều kiện",
                        "Không đủ điều kiện",
                        "Yêu cầu bổ sung")
                .doesNotContain("Tiếp nhận hồ sơ", "Từ chối tiếp nhận", "Dừng giải quyết");
    }

    @Test
    void what_happened_since_the_last_look_is_marked() {
        var account = UUID.randomUUID();
        var now = clock.instant();
        var id = house.file(DeskHouse.HERE, "Bùi Thị Sáu");
        var history =
                house.as(
                        Caller.system(),
                        () -> house.bean(vn.motcua.journal.Journal.class).history("dossier", id));
        assertThat(Looks.of(history, List.of(), account, now).news()).as("never looked").isEmpty();
        assertThat(Looks.since(history, account, now.minus(Duration.ofHours(1))))
                .extracting(vn.motcua.journal.Entry::kind)
                .contains("dossier.submitted");
    }
}
