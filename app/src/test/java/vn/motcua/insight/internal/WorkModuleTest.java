package vn.motcua.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.journal.Entry;
import vn.motcua.kernel.ProblemException;

/// Time in step, load and reasons on real PostgreSQL, from journal entries alone.
class WorkModuleTest {
    private static final WorkDesk.Asked CITY = new WorkDesk.Asked("H29", 30, null, null);
    private static InsightFixture room;

    @BeforeAll
    static void figures() {
        room = new InsightFixture();
        room.append(WorkLives.many(400, room.journal.clock.instant(), 40, 5).toArray(Entry[]::new));
        room.consume();
    }

    private static List<WorkList.Line> all(WorkFigure figure, Scope scope, WorkList.Choice choice) {
        var lines = new ArrayList<WorkList.Line>();
        @Nullable String after = null;
        while (true) {
            var key = after;
            var found =
                    room.asLeaderOf("H29", () -> room.workDesk.pieces(figure, scope, choice, key));
            lines.addAll(found.lines());
            if (!found.more()) {
                assertThat(found.count()).isEqualTo(lines.size());
                return lines;
            }
            after = found.lines().getLast().key();
        }
    }

    private static Scope scope() {
        return room.asLeaderOf("H29", () -> room.workDesk.scope(CITY));
    }

    @Test
    void every_cell_of_the_heat_map_is_the_middle_of_the_work_it_lists() {
        var scope = scope();
        var cells = room.asLeaderOf("H29", () -> room.work.cells(scope));
        assertThat(cells).hasSize(6);
        for (var cell : cells) {
            var choice = new WorkList.Choice("", "", cell.procedure(), cell.step());
            var worked =
                    all(WorkFigure.DONE, scope, choice).stream()
                            .map(WorkList.Line::worked)
                            .sorted()
                            .toList();
            assertThat(worked).hasSize((int) cell.pieces());
            assertThat(cell.median()).isEqualTo(worked.get((worked.size() - 1) / 2));
        }
    }

    @Test
    void every_figure_of_a_unit_and_of_an_officer_equals_its_list() {
        var scope = scope();
        for (boolean byOfficer : new boolean[] {false, true}) {
            var sums = room.asLeaderOf("H29", () -> room.work.sums(scope, byOfficer));
            assertThat(sums).isNotEmpty();
            for (var sum : sums) {
                var of = scopeOf(sum.agency(), scope);
                var choice =
                        byOfficer
                                ? new WorkList.Choice("", sum.who(), "", "")
                                : new WorkList.Choice(sum.who(), "", "", "");
                assertThat(all(WorkFigure.OPEN, of, choice)).hasSize((int) sum.open());
                assertThat(all(WorkFigure.OVER, of, choice)).hasSize((int) sum.over());
                assertThat(all(WorkFigure.ARRIVED, of, choice)).hasSize((int) sum.arrived());
                assertThat(all(WorkFigure.DONE, of, choice)).hasSize((int) sum.done());
            }
        }
    }

    private static Scope scopeOf(String agency, Scope like) {
        return new Scope(agency, like.from(), like.to(), like.now(), like.idleSince());
    }

    @Test
    void every_reason_for_lateness_equals_its_list() {
        var scope = scope();
        var reasons = room.asLeaderOf("H29", () -> room.work.reasons(scope));
        assertThat(reasons).isNotEmpty();
        for (var reason : reasons) {
            long listed = 0;
            @Nullable String after = null;
            while (true) {
                var key = after;
                var told =
                        room.asLeaderOf(
                                "H29",
                                () ->
                                        room.workDesk.told(
                                                scope, reason.reason(), reason.stage(), key));
                assertThat(told.count()).isEqualTo(reason.times());
                listed += told.lines().size();
                if (!told.more()) break;
                after = told.lines().getLast().key();
            }
            assertThat(listed).isEqualTo(reason.times());
        }
    }

    @Test
    void figures_built_anew_are_the_same() {
        var scope = scope();
        var before = room.asLeaderOf("H29", () -> room.work.cells(scope));
        var sums = room.asLeaderOf("H29", () -> room.work.sums(scope, false));
        var _ = room.rebuilding.recompute();
        assertThat(room.asLeaderOf("H29", () -> room.work.cells(scope))).isEqualTo(before);
        assertThat(room.asLeaderOf("H29", () -> room.work.sums(scope, false))).isEqualTo(sums);
    }

    @Test
    void a_leader_sees_the_work_of_their_own_agency_and_those_below_alone() {
        assertThatThrownBy(() -> room.asLeaderOf("H29.101", () -> room.workDesk.time(CITY)))
                .isInstanceOf(ProblemException.class);
        var whole = scope();
        var seen = room.asLeaderOf("H29.101", () -> room.work.sums(whole, false));
        assertThat(seen).isNotEmpty();
        assertThat(seen).allMatch(sum -> sum.agency().equals("H29.101"));
    }
}
