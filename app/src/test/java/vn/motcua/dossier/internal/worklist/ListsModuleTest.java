package vn.motcua.dossier.internal.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.internal.desk.CountingSource;
import vn.motcua.dossier.internal.desk.DeskHouse;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.organization.AgencyKind;
import vn.motcua.organization.PositionKind;

/// Lists over many dossiers: what is chosen, counted, paged, kept and found.
class ListsModuleTest {
    private static final Locale VI = Locale.of("vi");
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    private final DeskHouse house = DeskHouse.open();
    private final WorklistReader reader = house.bean(WorklistReader.class);
    private final Worklist worklist = house.bean(Worklist.class);
    private final JdbcClient jdbc = house.bean(JdbcClient.class);

    /// Work with many ties: few procedures, few moments, few holders.
    private Caller crowded(long seed) {
        var agency = "H29.11" + seed;
        house.asking.run(Caller.system(), () -> house.bean(Agencies.class).add(agency(agency)));
        var caller =
                house.appointed(
                        "cuoc" + seed,
                        "Cao Thị Cúc " + seed,
                        agency,
                        PositionKind.CASE_OFFICER,
                        PositionKind.APPROVER);
        var random = new Random(seed);
        house.as(
                Caller.system(),
                () -> {
                    for (int i = 0; i < 90; i++) piece(caller, random, i);
                    return 0;
                });
        return caller;
    }

    private static Agency agency(String code) {
        return new Agency(
                code,
                LocalText.of("Ủy ban nhân dân phường " + code),
                AgencyKind.COMMUNE_COMMITTEE,
                "H29",
                "79",
                null,
                "1 Lê Lợi",
                "02838000000",
                LocalText.of("Bộ phận một cửa"));
    }

    private void piece(Caller caller, Random random, int i) {
        jdbc.sql(
                        """
                        insert into dossier.task (id, dossier_id, agency, kind, step_id, token, position, unit, opened_at,
                               due_at, paused, suspended, claimed_by, claimed_name, procedure_code, release_version,
                               channel, submitted_at)
                        values (gen_random_uuid(), gen_random_uuid(), :agency, :kind, :step, :token, :position, :unit,
                                :now, :due::timestamptz, :paused, :suspended, :holder::uuid, :name::text, '9.000001', 1,
                                :channel, :submitted)
                        """)
                .param("agency", caller.agency())
                .param("kind", i % 4 == 0 ? "RECEPTION" : "STEP")
                .param("step", List.of("appraise", "sign", "refuse").get(random.nextInt(3)))
                .param("token", "t" + i)
                .param("position", random.nextInt(4) == 0 ? "RECEPTIONIST" : "CASE_OFFICER")
                .param("unit", random.nextInt(3) == 0 ? "mot-cua" : null, java.sql.Types.VARCHAR)
                .param("now", java.sql.Timestamp.from(NOW))
                .param(
                        "due",
                        random.nextInt(5) == 0
                                ? null
                                : NOW.plusSeconds(43_200L * (random.nextInt(7) - 3)).toString(),
                        java.sql.Types.VARCHAR)
                .param("paused", random.nextInt(8) == 0)
                .param("suspended", random.nextInt(8) == 0)
                .param(
                        "holder",
                        random.nextInt(3) == 0 ? String.valueOf(caller.account()) : null,
                        java.sql.Types.VARCHAR)
                .param("name", random.nextInt(3) == 0 ? "Cúc" : null, java.sql.Types.VARCHAR)
                .param("channel", random.nextBoolean() ? "ONLINE" : "DIRECT")
                .param(
                        "submitted",
                        java.sql.Timestamp.from(NOW.minusSeconds(86_400L * random.nextInt(4))))
                .update();
    }

    private WorkQuery any(Random random, Caller caller) {
        return new WorkQuery(
                Tab.values()[random.nextInt(Tab.values().length)],
                random.nextInt(3) == 0 ? "9.000001" : null,
                random.nextInt(3) == 0 ? "appraise" : null,
                random.nextInt(3) == 0 ? "ONLINE" : null,
                switch (random.nextInt(5)) {
                    case 0 -> WorkQuery.NOBODY;
                    case 1 -> String.valueOf(caller.account());
                    default -> null;
                },
                random.nextInt(4) == 0 ? "mot-cua" : null,
                random.nextInt(3) == 0 ? LocalDate.of(2026, 11, 21) : null,
                random.nextInt(3) == 0 ? LocalDate.of(2026, 11, 22) : null,
                null,
                false);
    }

    @Test
    void counters_match_the_list_under_any_filter_and_paging_loses_and_doubles_no_line() {
        for (long seed = 0; seed < 3; seed++) {
            var caller = crowded(seed);
            var random = new Random(seed + 100);
            var who = Objects.requireNonNull(as(caller, () -> house.bean(Whose.class).current()));
            for (int round = 0; round < 60; round++) {
                var query = any(random, caller);
                var ask = new WorkSql(who, query, null, NOW, NOW.plusSeconds(86_400));
                var whole = as(caller, () -> places(worklist.page(ask, null, false, 1000)));
                int size = 1 + random.nextInt(9);
                assertThat(as(caller, () -> forwards(ask, size))).as("%s", query).isEqualTo(whole);
                assertThat(as(caller, () -> backwards(ask, whole, size))).isEqualTo(whole);
                assertThat(new HashSet<>(whole)).hasSameSizeAs(whole);
                var totals = as(caller, () -> worklist.totals(ask));
                assertThat(totals.of(query.tab())).as("%s", query).isEqualTo(whole.size());
                for (var tab : Tab.values()) {
                    var other =
                            new WorkSql(who, query.with(tab), null, NOW, NOW.plusSeconds(86_400));
                    assertThat(as(caller, () -> worklist.first(other, 1000)))
                            .hasSize((int) totals.of(tab));
                }
            }
        }
    }

    private List<String> forwards(WorkSql ask, int size) {
        var all = new ArrayList<String>();
        @Nullable Place after = null;
        while (true) {
            var page = places(worklist.page(ask, after, false, size));
            all.addAll(page);
            if (page.size() < size) return all;
            after = Place.parse(page.getLast());
        }
    }

    /// From behind the last line back to the beginning.
    private List<String> backwards(WorkSql ask, List<String> whole, int size) {
        if (whole.isEmpty()) return whole;
        var all = new ArrayList<String>(List.of(whole.getLast()));
        var before = Objects.requireNonNull(Place.parse(whole.getLast()));
        while (true) {
            var page = places(worklist.page(ask, before, true, size));
            all.addAll(0, page);
            if (page.size() < size) return all;
            before = Objects.requireNonNull(Place.parse(page.getFirst()));
        }
    }

    private static List<String> places(List<Worklist.Line> lines) {
        return lines.stream().map(Worklist.Line::key).toList();
    }

    @Test
    void the_order_by_time_to_spare_pages_both_ways_without_losing_a_line() {
        var random = new Random(7);
        var entries = new ArrayList<BySlack.Entry>();
        for (int i = 0; i < 40; i++) {
            var slack = java.time.Duration.ofMinutes(random.nextInt(6) - 3);
            entries.add(
                    new BySlack.Entry(
                            UUID.randomUUID(),
                            i % 5 == 0
                                    ? null
                                    : new vn.motcua.dossier.internal.forecast.Outlook(
                                            slack, null, java.time.Duration.ZERO)));
        }
        var list = new BySlack(entries);
        var whole = list.part(null, false, 1000).entries();
        assertThat(whole).hasSize(40);
        var slacks = whole.stream().map(BySlack.Entry::slack).toList();
        assertThat(slacks).isSorted();
        var forward = new ArrayList<BySlack.Entry>();
        @Nullable String edge = null;
        while (true) {
            var part = list.part(edge, false, 7);
            forward.addAll(part.entries());
            if (!part.more()) break;
            edge = part.entries().getLast().key();
        }
        assertThat(forward).isEqualTo(whole);
        var back = new ArrayList<BySlack.Entry>(List.of(whole.getLast()));
        while (true) {
            var part = list.part(back.getFirst().key(), true, 7);
            back.addAll(0, part.entries());
            if (!part.before()) break;
        }
        assertThat(back).isEqualTo(whole);
    }

    @Test
    void a_page_asks_the_same_however_many_lines_it_has() {
        var receptionist =
                house.appointed("rieng", "Kiều Riêng", DeskHouse.THERE, PositionKind.RECEPTIONIST);
        house.file(DeskHouse.THERE, "Một Người");
        page(receptionist, WorkQuery.EVERYTHING);
        var few = CountingSource.statements(() -> page(receptionist, WorkQuery.EVERYTHING));
        for (int i = 0; i < 25; i++) house.file(DeskHouse.THERE, "Người Nữa " + i);
        var many = CountingSource.statements(() -> page(receptionist, WorkQuery.EVERYTHING));
        assertThat(many).hasSameSizeAs(few);
        assertThat(many).filteredOn(sql -> sql.contains("dossier.task")).hasSize(2);
        var slack =
                CountingSource.statements(
                        () -> page(receptionist, WorkQuery.EVERYTHING.ordered(true)));
        assertThat(slack).filteredOn(sql -> sql.contains("dossier.task")).hasSize(3);
        var shown = page(receptionist, WorkQuery.EVERYTHING.ordered(true));
        assertThat(shown.lines()).hasSizeGreaterThanOrEqualTo(26);
    }

    @Test
    void columns_lines_and_views_are_kept_for_the_person_and_shared_with_the_unit() {
        var choices = house.bean(ListChoices.class);
        var one = Objects.requireNonNull(house.receptionist.account());
        as(
                house.receptionist,
                () -> {
                    choices.keep(one, Set.of("SUMMARY", "OWNER", "NOTHING"), 100);
                    choices.keepView(unit(house.receptionist), "Của tôi", "filter=MINE", false);
                    choices.keepView(unit(house.receptionist), "Chung", "channel=ONLINE", true);
                    return 0;
                });
        var mine = page(house.receptionist, WorkQuery.EVERYTHING);
        assertThat(mine.columns()).containsExactly(Column.OWNER, Column.SUMMARY);
        assertThat(as(house.receptionist, () -> choices.of(one)).pageSize()).isEqualTo(100);
        assertThat(page(house.officer, WorkQuery.EVERYTHING).columns()).isEqualTo(Column.USUAL);
        assertThat(as(house.receptionist, () -> choices.views(unit(house.receptionist))))
                .extracting(ListChoices.View::name)
                .containsExactlyInAnyOrder("Của tôi", "Chung");
        var others = as(house.officer, () -> choices.views(unit(house.officer)));
        assertThat(others).extracting(ListChoices.View::name).containsExactly("Chung");
        assertThat(as(house.stranger, () -> choices.views(unit(house.stranger)))).isEmpty();
        as(
                house.officer,
                () -> {
                    choices.forget(
                            Objects.requireNonNull(house.officer.account()),
                            others.getFirst().id());
                    return 0;
                });
        assertThat(as(house.officer, () -> choices.views(unit(house.officer)))).hasSize(1);
    }

    private static Caller unit(Caller caller) {
        return new Caller(
                caller.role(),
                caller.account(),
                caller.agency(),
                caller.name(),
                Set.of(new Caller.Duty(PositionKind.RECEPTIONIST, "mot-cua")));
    }

    @Test
    void words_find_dossiers_by_code_name_number_phone_and_procedure_in_ones_own_agency() {
        var id = house.file(DeskHouse.HERE, "Đỗ Trần Ánh Nguyệt");
        var code =
                house.as(
                        Caller.system(),
                        () ->
                                jdbc.sql("select code from dossier.dossier where id = :id")
                                        .param("id", id)
                                        .query(String.class)
                                        .single());
        house.as(
                Caller.system(),
                () ->
                        jdbc.sql(
                                        "update dossier.dossier set owner_personal_id = '079301004455' where id = :id")
                                .param("id", id)
                                .update());
        for (var words :
                List.of(
                        "Đỗ Trần Ánh Nguyệt",
                        "anh nguyet",
                        "nguy tran",
                        code,
                        code.substring(code.length() - 11) + " nguyet",
                        "079301004455",
                        "0793 0100 4455",
                        "0908123318 nguyet",
                        "xac nhan cu tru anh nguyet",
                        "residence nguyet"))
            assertThat(found(house.officer, words)).as(words).contains(code);
        for (var words : List.of("khong co ai", "nguyetx", "'); drop table", "& | !", "nguyet:*zz"))
            assertThat(found(house.officer, words)).as(words).doesNotContain(code);
        assertThat(found(house.stranger, "anh nguyet")).doesNotContain(code);
        var above = new Caller(Role.LEADER, UUID.randomUUID(), "H29", "Lãnh đạo thành phố");
        assertThat(found(above, "anh nguyet")).contains(code);
        var worklist = sought(house.receptionist, "anh nguyet");
        assertThat(page(house.receptionist, worklist).lines())
                .extracting(WorklistView.Line::code)
                .containsExactly(code);
        assertThat(page(house.receptionist, worklist).total()).isEqualTo(1);
        assertThat(page(house.officer, worklist).search()).as("somebody else's words").isEmpty();
    }

    private WorkQuery sought(Caller caller, String words) {
        return WorkQuery.EVERYTHING.seeking(
                house.asking.as(caller, () -> house.bean(Sought.class).keep(words)));
    }

    private Set<String> found(Caller caller, String words) {
        var id = house.asking.as(caller, () -> house.bean(Sought.class).keep(words));
        var query = FindQuery.read(Map.of("s", String.valueOf(id)));
        return as(caller, () -> house.bean(Finding.class).read(query, null, VI)).lines().stream()
                .map(FindView.Line::code)
                .collect(Collectors.toSet());
    }

    @Test
    void what_was_found_pages_by_key_to_its_end() {
        for (int i = 0; i < 33; i++) house.file(DeskHouse.HERE, "Trang Thị Giấy " + i);
        var id = house.asking.as(house.officer, () -> house.bean(Sought.class).keep("trang giay"));
        var query = FindQuery.read(Map.of("s", String.valueOf(id)));
        var seen = new ArrayList<String>();
        @Nullable UUID before = null;
        while (true) {
            var edge = before;
            var page = as(house.officer, () -> house.bean(Finding.class).read(query, edge, VI));
            page.lines().forEach(line -> seen.add(line.code()));
            var next = page.next();
            if (next == null) break;
            before = WorkQuery.id(next.replaceFirst(".*before=", ""));
        }
        assertThat(seen).hasSize(33).doesNotHaveDuplicates();
    }

    private WorklistView page(Caller caller, WorkQuery query) {
        return as(caller, () -> reader.read(query, WorklistReader.At.BEGINNING, VI, null));
    }

    private <T> T as(Caller caller, java.util.function.Supplier<T> work) {
        return house.as(caller, work);
    }
}
