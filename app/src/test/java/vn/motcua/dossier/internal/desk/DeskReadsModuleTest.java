package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.print.SlipBody;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.dossier.internal.worklist.Lines;
import vn.motcua.dossier.internal.worklist.Tab;
import vn.motcua.dossier.internal.worklist.Who;
import vn.motcua.dossier.internal.worklist.Whose;
import vn.motcua.dossier.internal.worklist.WorkQuery;
import vn.motcua.dossier.internal.worklist.WorkSql;
import vn.motcua.dossier.internal.worklist.Worklist;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;
import vn.motcua.workflow.Position;
import vn.motcua.worktime.DeadlineState;

/// What officers read: lists that agree with the dossier's page, and what reading leaves behind.
class DeskReadsModuleTest {
    private static final Locale VI = Locale.of("vi");

    private final DeskHouse house = DeskHouse.open();
    private final Clock clock = house.bean(Clock.class);
    private final JdbcClient jdbc = house.bean(JdbcClient.class);

    @Test
    void a_dossier_whose_clock_stands_is_overdue_nowhere() {
        var id = house.file(DeskHouse.HERE, "Mai Đình Hòe");
        desk(house.receptionist, desk -> desk.accept(id, 1));
        desk(
                house.officer,
                desk ->
                        desk.pause(
                                id,
                                house.version(id),
                                new Desk.Grounds("verification", "Chờ trả lời.")));
        late(id);
        var overdue = overdue(house.officer);
        var line = line(house.officer, id);
        assertThat(line.due()).isNull();
        assertThat(Lines.deadline(line.due(), line.paused(), clock.instant()))
                .isEqualTo(DeadlineState.WITH_CITIZEN)
                .isEqualTo(page(id).progress().deadline())
                .isEqualTo(registered(id));

        desk(house.officer, desk -> desk.resume(id, house.version(id)));
        late(id);
        assertThat(overdue(house.officer)).isEqualTo(overdue + 1);
        assertThat(line(house.officer, id).due()).isNotNull();
        assertThat(registered(id)).isNotEqualTo(DeadlineState.WITH_CITIZEN);
    }

    private void late(UUID dossier) {
        house.as(
                Caller.system(),
                () ->
                        jdbc.sql(
                                        "update dossier.task set dossier_due_at = now() - interval '1 day' where dossier_id = :id and closed_at is null")
                                .param("id", dossier)
                                .update());
    }

    private DeadlineState registered(UUID id) {
        return house
                .as(house.officer, () -> house.bean(Register.class).view("", null, VI))
                .lines()
                .stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow()
                .deadline();
    }

    @Test
    void a_post_is_a_position_in_its_unit_and_gives_no_work_of_another_unit() {
        var id = house.file(DeskHouse.HERE, "Tôn Nữ Diệu Hiền");
        var caller =
                house.posted(
                        "hainoi",
                        "Đỗ Quang Vinh",
                        Map.of(
                                PositionKind.APPROVER,
                                "ho-tich",
                                PositionKind.RECEPTIONIST,
                                "kinh-te"));
        var open = new ArrayList<UUID>();
        house.as(
                Caller.system(),
                () -> {
                    for (var position : List.of(Position.APPROVER, Position.RECEPTIONIST)) {
                        open.add(open(id, position, "ho-tich"));
                        open.add(open(id, position, "kinh-te"));
                        open.add(open(id, position, null));
                    }
                    return 0;
                });
        var who = who(caller);
        var seen =
                lines(caller, who).stream()
                        .map(Worklist.Line::taskId)
                        .filter(open::contains)
                        .collect(Collectors.toSet());
        assertThat(seen).isEqualTo(Set.of(open.get(0), open.get(2), open.get(4), open.get(5)));
    }

    private UUID open(UUID dossier, Position position, @Nullable String unit) {
        var id = Ids.next(clock);
        house.bean(TaskStore.class)
                .open(
                        Task.opened(
                                id,
                                dossier,
                                DeskHouse.HERE,
                                Task.Kind.STEP,
                                "sign",
                                "t" + id,
                                position,
                                unit,
                                clock.instant(),
                                null,
                                null,
                                null));
        return id;
    }

    @Test
    void the_page_of_a_dossier_asks_the_same_however_many_files_and_looks_there_are() {
        var plain = house.file(DeskHouse.HERE, "Thân Trọng Khôi");
        var full = house.file(DeskHouse.HERE, "Thân Trọng Nghĩa");
        house.as(
                Caller.system(),
                () -> {
                    var store = house.bean(DossierStore.class);
                    var files = new ArrayList<UUID>();
                    for (int i = 0; i < 12; i++) files.add(UUID.randomUUID());
                    var paper = new Paper("proof", Paper.Form.ELECTRONIC, 12, files, null);
                    store.update(store.require(full).withPapers(List.of(paper)));
                    for (int i = 0; i < 40; i++)
                        house.bean(Journal.class)
                                .append(
                                        Facts.of(
                                                "viewed",
                                                store.require(full),
                                                i % 2 == 0 ? house.receptionist : house.officer,
                                                clock.instant().minus(Duration.ofDays(40 - i))));
                    return 0;
                });
        var few = CountingSource.statements(() -> page(plain));
        var many = CountingSource.statements(() -> page(full));
        assertThat(many).hasSizeLessThanOrEqualTo(few.size() + 1);
        assertThat(many).filteredOn(sql -> sql.contains("vault.file")).hasSize(1);
        assertThat(many).filteredOn(sql -> sql.contains("journal.entry e")).hasSize(1);
        assertThat(page(full).history()).noneMatch(line -> line.contains("viewed"));
    }

    @Test
    void the_last_look_before_this_visit_counts_however_long_ago_it_was() {
        var id = house.file(DeskHouse.HERE, "Kiều Thanh Quế");
        var now = clock.instant();
        var account = Objects.requireNonNull(house.officer.account());
        looked(id, house.officer, now.minus(Duration.ofDays(90)));
        looked(id, house.officer, now.minus(Duration.ofDays(30)));
        house.asking.run(house.officer, () -> read(id, now.minus(Duration.ofDays(5))));
        looked(id, house.receptionist, now.minus(Duration.ofDays(2)));
        looked(id, house.receptionist, now.minus(Duration.ofMinutes(3)));
        var looks =
                house.as(
                        house.officer,
                        () -> {
                            var journal = house.bean(Journal.class);
                            var views =
                                    journal.recent(
                                            Looks.VIEWED,
                                            Facts.SUBJECT,
                                            id,
                                            Looks.since(now),
                                            account,
                                            Looks.PAPER);
                            assertThat(views).hasSize(2);
                            var history = journal.historyWithout(Looks.VIEWED, Facts.SUBJECT, id);
                            return Looks.of(history, views, account, now);
                        });
        assertThat(looks.again()).isFalse();
        assertThat(Objects.requireNonNull(looks.before()))
                .isBetween(now.minus(Duration.ofDays(31)), now.minus(Duration.ofDays(29)));
        assertThat(looks.also()).containsExactly(house.receptionist.account());
        assertThat(looks.news()).extracting(Entry::kind).contains("dossier.submitted");
    }

    /// Reading one paper of a dossier is no visit to it.
    private void read(UUID id, Instant at) {
        vn.motcua.kernel.PlatformClock.at(
                at, () -> house.bean(DeskDossierReader.class).previewed(id, ActKind.SUPPLEMENT));
    }

    private void looked(UUID id, Caller caller, Instant at) {
        house.as(
                Caller.system(),
                () -> {
                    var dossier = house.bean(DossierStore.class).require(id);
                    house.bean(Journal.class).append(Facts.of("viewed", dossier, caller, at));
                    return 0;
                });
    }

    @Test
    void reading_a_slip_or_the_hand_over_log_or_the_register_is_written_down_without_names() {
        var id = house.file(DeskHouse.HERE, "Ông Ích Khiêm");
        desk(house.receptionist, desk -> desk.accept(id, 1));
        var reader = house.bean(DeskDossierReader.class);
        var slip =
                house.as(house.officer, () -> house.bean(PaperStore.class).slips(id))
                        .getFirst()
                        .id();
        house.as(house.officer, () -> reader.slip(id, slip));
        house.as(house.officer, () -> reader.control(id));
        house.asking.run(house.officer, () -> reader.previewed(id, ActKind.SUPPLEMENT));
        var views = entries("subject_id = :id and kind = 'dossier.viewed' order by seq", id);
        assertThat(views).hasSize(3);
        assertThat(views.get(0)).contains("\"slip\": \"" + slip);
        assertThat(views.get(1)).contains("\"paper\": \"control\"");
        assertThat(views.get(2)).contains("\"paper\": \"letter\"");

        var month = HanoiTime.dateOf(clock.instant()).toString().substring(0, 7);
        house.as(house.receptionist, () -> house.bean(Register.class).view(month, null, VI));
        var written =
                entries(
                        "kind = 'register.viewed' and actor_account = :id order by seq desc",
                        Objects.requireNonNull(house.receptionist.account()));
        assertThat(written.getFirst()).contains("\"month\": \"" + month + "\"", "\"count\":");
        var printed =
                house.as(
                        house.receptionist,
                        () -> house.bean(PrintedRegister.class).print(month, 1));
        assertThat(printed).isNotEmpty();
        var exported =
                entries(
                        "kind = 'register.exported' and actor_account = :id",
                        Objects.requireNonNull(house.receptionist.account()));
        assertThat(exported.getLast()).contains("\"month\": \"" + month + "\"", "\"count\":");
        for (var list : List.of(views, written, exported))
            assertThat(list).noneMatch(data -> data.contains("Khiêm") || data.contains("Ánh"));
    }

    private List<String> entries(String condition, UUID id) {
        return house.as(
                Caller.system(),
                () ->
                        jdbc.sql("select data::text from journal.entry where " + condition)
                                .param("id", id)
                                .query(String.class)
                                .list());
    }

    @Test
    void the_printed_register_comes_in_parts_that_say_which_lines_they_hold() {
        for (int i = 0; i < 5; i++) house.file(DeskHouse.HERE, "Phùng Khắc Khoan " + i);
        var printed = house.bean(PrintedRegister.class);
        var seen = new ArrayList<String>();
        int total = part(printed, 1).total();
        assertThat(total).isGreaterThanOrEqualTo(5);
        int parts = (total + 1) / 2;
        for (int number = 1; number <= parts; number++) {
            var body = part(printed, number);
            assertThat(body.first()).isEqualTo(seen.size() + 1);
            assertThat(body.total()).isEqualTo(total);
            assertThat(body.rows()).hasSizeBetween(1, 2);
            for (var row : body.rows()) {
                seen.add(row.code());
                assertThat(row.sets()).as("not known, to be written by hand").isNull();
                assertThat(row.transferred()).isNull();
                assertThat(row.receiver()).isNull();
            }
        }
        assertThat(seen).hasSize(total).doesNotHaveDuplicates();
        assertThatThrownBy(() -> part(printed, parts + 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        p -> assertThat(p.problem()).isEqualTo(DossierProblem.NOT_FOUND));
    }

    private SlipBody.Register part(PrintedRegister printed, int number) {
        return house.as(house.officer, () -> printed.body("", number, 2));
    }

    private void desk(Caller caller, java.util.function.Consumer<Desk> act) {
        house.asking.run(caller, () -> act.accept(house.bean(Desk.class)));
    }

    private DeskDossierView page(UUID id) {
        return house.as(
                house.officer, () -> house.bean(DeskDossierReader.class).open(id, null, VI, null));
    }

    private Who who(Caller caller) {
        var held = house.bean(Permissions.class).posts(caller);
        return Objects.requireNonNull(Whose.of(caller, held));
    }

    private Worklist.Line line(Caller caller, UUID dossier) {
        var who = who(caller);
        return lines(caller, who).stream()
                .filter(line -> line.dossier().equals(dossier))
                .findFirst()
                .orElseThrow();
    }

    private WorkSql ask(Who who) {
        var now = clock.instant();
        return new WorkSql(who, WorkQuery.EVERYTHING, null, now, now);
    }

    private List<Worklist.Line> lines(Caller caller, Who who) {
        return house.as(caller, () -> house.bean(Worklist.class).page(ask(who), null, false, 5000));
    }

    private long overdue(Caller caller) {
        var who = who(caller);
        return house.as(caller, () -> house.bean(Worklist.class).totals(ask(who))).of(Tab.OVERDUE);
    }
}
