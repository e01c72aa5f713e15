package vn.motcua.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.kernel.ProblemException;

class InsightModuleTest {
    private static final String FROM = "2026-09-01";
    private static final String TO = "2026-11-23";

    private InsightFixture room;

    @BeforeEach
    void start() {
        room = new InsightFixture();
    }

    private List<Entry> lives(int count) {
        return Lives.many(count, room.journal.clock.instant(), 60, 7);
    }

    private List<Map<String, Object>> rows(String table) {
        var text = table.equals("day_figure") ? "agency, day, procedure" : "id";
        return room.as(
                Caller.system(),
                () ->
                        room.jdbc
                                .sql(
                                        "select * from insight.%s where generation = (select live from insight.reading) order by %s"
                                                .formatted(table, text))
                                .query(
                                        (row, n) -> {
                                            var values = new java.util.TreeMap<String, Object>();
                                            var columns = row.getMetaData();
                                            for (int i = 2; i <= columns.getColumnCount(); i++)
                                                values.put(
                                                        columns.getColumnName(i),
                                                        String.valueOf(row.getObject(i)));
                                            return (Map<String, Object>) values;
                                        })
                                .list());
    }

    @Test
    void facts_built_anew_from_the_first_entry_are_the_facts_kept_day_by_day() {
        var lives = lives(150);
        for (int i = 0; i < lives.size(); i += 37) {
            room.append(lives.subList(i, Math.min(lives.size(), i + 37)).toArray(Entry[]::new));
            room.consume();
        }
        var facts = rows("dossier_fact");
        var figures =
                rows("day_figure").stream().filter(r -> !"0".equals(r.get("received"))).toList();
        assertThat(facts).hasSizeGreaterThan(100);

        assertThat(room.rebuilding.recompute()).isEqualTo(facts.size());

        assertThat(rows("dossier_fact")).isEqualTo(facts);
        assertThat(rows("day_figure")).isEqualTo(figures);
        assertThat(room.as(Caller.system(), room.store::reading).live()).isEqualTo(2);
        assertThat(room.as(Caller.system(), () -> room.store.facts(1))).isZero();
    }

    @Test
    void every_figure_is_the_number_of_dossiers_listed_behind_it() {
        room.append(lives(200).toArray(Entry[]::new));
        room.consume();
        var scope = room.scope("H29", FROM, TO);
        room.asLeaderOf(
                "H29",
                () -> {
                    var total = room.figures.total(scope);
                    var now = room.figures.now(scope);
                    assertThat(total.late()).isPositive();
                    assertThat(now.get(Figure.OVERDUE)).isPositive();
                    assertThat(count(Figure.RECEIVED, scope)).isEqualTo(total.received());
                    assertThat(count(Figure.COUNTED, scope)).isEqualTo(total.counted());
                    assertThat(count(Figure.GOOD, scope)).isEqualTo(total.good());
                    assertThat(count(Figure.LATE, scope)).isEqualTo(total.late());
                    assertThat(count(Figure.ONLINE, scope)).isEqualTo(total.get(Measure.ONLINE));
                    assertThat(count(Figure.STOPPED, scope)).isEqualTo(total.get(Measure.STOPPED));
                    assertThat(count(Figure.NOT_ACCEPTED, scope))
                            .isEqualTo(total.get(Measure.NOT_ACCEPTED));
                    assertThat(count(Figure.JUDGED, scope)).isEqualTo(total.judged());
                    assertThat(count(Figure.END_TO_END, scope))
                            .isEqualTo(total.get(Measure.E2E_PROVEN));
                    for (var verdict : EndToEnd.values())
                        if (verdict != EndToEnd.PROVEN)
                            assertThat(count(Figure.valueOf(verdict.name()), scope))
                                    .isEqualTo(total.get(verdict.measure()));
                    now.forEach((figure, n) -> assertThat(count(figure, scope)).isEqualTo(n));
                    assertThat(
                                    now.getOrDefault(Figure.OVERDUE_2, 0L)
                                            + now.getOrDefault(Figure.OVERDUE_5, 0L)
                                            + now.getOrDefault(Figure.OVERDUE_10, 0L)
                                            + now.getOrDefault(Figure.OVERDUE_MORE, 0L))
                            .isEqualTo(now.get(Figure.OVERDUE));
                    return true;
                });
    }

    private long count(Figure figure, Scope scope) {
        long counted = room.list.count(figure, scope, null);
        var each = new ArrayList<FactList.Line>();
        room.list.each(figure, scope, null, each::add);
        assertThat(each).as(figure.name()).hasSize((int) counted);
        return counted;
    }

    @Test
    void places_weeks_and_procedures_add_up_to_the_whole() {
        room.append(lives(200).toArray(Entry[]::new));
        room.consume();
        var scope = room.scope("H29", FROM, TO);
        room.asLeaderOf(
                "H29",
                () -> {
                    var total = room.figures.total(scope);
                    for (var parts :
                            List.of(
                                    room.figures.children(scope),
                                    room.figures.procedures(scope),
                                    room.figures.weeks(scope))) {
                        var sum = parts.values().stream().reduce(Tally.NONE, Tally::plus);
                        assertThat(sum.received()).isEqualTo(total.received());
                        assertThat(sum.late()).isEqualTo(total.late());
                        assertThat(sum.judged()).isEqualTo(total.judged());
                    }
                    return true;
                });
    }

    @Test
    void a_leader_sees_the_own_agency_and_those_below_it_and_nobody_else_does() {
        var at = room.journal.clock.instant().minus(Duration.ofHours(2));
        for (var agency : List.of("H29.101", "H29.102", "H30"))
            room.append(
                    Lives.dossier(agency + "-1", agency, "1.001193", "ONLINE", at)
                            .happens("submitted", "SUBMITTED", Duration.ZERO)
                            .entries
                            .toArray(Entry[]::new));
        room.consume();
        assertThat(room.asLeaderOf("H29", this::seen)).isEqualTo(2);
        assertThat(room.asLeaderOf("H29.101", this::seen)).isEqualTo(1);
        assertThat(room.asLeaderOf("H2", this::seen)).isZero();
        assertThat(room.as(Caller.anonymous(), this::seen)).isZero();
        assertThatThrownBy(() -> room.asLeaderOf("H29.101", () -> room.desk.view("H29.102", 30)))
                .isInstanceOf(ProblemException.class);
        assertThat(room.asLeaderOf("H29", () -> room.desk.view("H29.102", 30)).total().received())
                .isEqualTo(1);
    }

    private long seen() {
        return room.jdbc
                .sql("select count(*) from insight.dossier_fact")
                .query(Long.class)
                .single();
    }

    @Test
    void pages_of_a_list_follow_each_other_without_gap_or_repetition() {
        room.append(lives(90).toArray(Entry[]::new));
        room.consume();
        var scope = room.scope("H29", FROM, TO);
        for (var figure : List.of(Figure.RECEIVED, Figure.IDLE)) {
            var seen = new ArrayList<FactList.Line>();
            FactList.Key after = null;
            while (true) {
                var key = after;
                var page =
                        room.asLeaderOf("H29", () -> room.list.page(figure, scope, null, key, 7));
                if (page.isEmpty()) break;
                seen.addAll(page);
                after = FactList.Key.read(page.getLast().key().text());
            }
            assertThat(seen).doesNotHaveDuplicates();
            assertThat((long) seen.size())
                    .isEqualTo(room.asLeaderOf("H29", () -> room.list.count(figure, scope, null)));
        }
    }

    @Test
    void usual_time_is_measured_when_enough_dossiers_are_finished_and_anybody_may_know_it() {
        var measured = new MeasuredTime(room.jdbc, room.manager, room.asking, room.journal.clock);
        assertThat(measured.of("1.001193")).isEmpty();
        var monday = Instant.parse("2026-11-16T01:00:00Z");
        for (int i = 1; i <= 10; i++)
            room.append(
                    Lives.dossier("T-" + i, "H29.101", "1.000656", "ONLINE", monday)
                            .happens("submitted", "SUBMITTED", Duration.ZERO)
                            .happens("accepted", "ACCEPTED", Duration.ZERO)
                            .finishes("completed", "COMPLETED", Duration.ofMinutes(10L * i))
                            .entries
                            .toArray(Entry[]::new));
        room.consume();
        assertThat(measured.of("1.000656"))
                .hasValueSatisfying(
                        usual -> {
                            assertThat(usual.half()).isEqualTo(Duration.ofMinutes(50));
                            assertThat(usual.nineInTen()).isEqualTo(Duration.ofMinutes(90));
                            assertThat(usual.dossiers()).isEqualTo(10);
                        });
    }
}
