package vn.motcua.dossier.internal.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.worklist.FindQuery;
import vn.motcua.dossier.internal.worklist.Finder;
import vn.motcua.dossier.internal.worklist.Sought;
import vn.motcua.dossier.internal.worklist.Who;
import vn.motcua.dossier.internal.worklist.WorkQuery;
import vn.motcua.dossier.internal.worklist.WorkSql;
import vn.motcua.dossier.internal.worklist.Worklist;
import vn.motcua.identity.Caller;
import vn.motcua.organization.PositionKind;

/// A dossier is found by its words wherever one of its steps is or was done, and nowhere else.
class FoundThereModuleTest {
    private final TogetherHouse house = TogetherHouse.open();

    private UUID visiting(String code, String owner) {
        var release = house.publish(code, "commune", BoundariesModuleTest.VISIT);
        var id = house.file("2026-10-05T08:00", release, TogetherHouse.WARD, Map.of("name", owner));
        house.run(
                "2026-10-05T08:30",
                house.receptionist,
                () -> house.bean(Desk.class).accept(id, house.version(id)));
        return id;
    }

    private List<UUID> found(Caller caller, String words) {
        return house.as(
                caller,
                () -> {
                    var question = house.bean(Sought.class).query(words);
                    var everything = FindQuery.read(Map.of());
                    return house
                            .bean(Finder.class)
                            .page(everything, null, question, null, 30)
                            .stream()
                            .map(Finder.Found::id)
                            .toList();
                });
    }

    private long words(Caller caller, UUID id) {
        return house.as(
                caller,
                () ->
                        house.bean(JdbcClient.class)
                                .sql("select count(*) from dossier.findable where dossier_id = :id")
                                .param("id", id)
                                .query(Long.class)
                                .single());
    }

    private List<UUID> work(Caller caller, String words) {
        var account = Objects.requireNonNull(caller.account());
        var agency = Objects.requireNonNull(caller.agency());
        var post = new Who.Post(PositionKind.CASE_OFFICER.name(), "mot-cua");
        Instant now = TogetherHouse.time("2026-10-05T10:00");
        return house.as(
                caller,
                () -> {
                    var question = house.bean(Sought.class).query(words);
                    var who = new Who(agency, account, List.of(post));
                    var ask = new WorkSql(who, WorkQuery.EVERYTHING, question, now, now);
                    return house.bean(Worklist.class).page(ask, null, false, 50).stream()
                            .map(Worklist.Line::taskId)
                            .toList();
                });
    }

    @Test
    void an_agency_finds_what_it_works_on_and_what_it_has_worked_on() {
        var id = visiting("9.400021", "Bạch Thái Bưởi");
        assertThat(found(house.officer, "bach thai buoi")).containsExactly(id);
        assertThat(found(house.police, "bach thai buoi")).isEmpty();
        assertThat(words(house.police, id)).isZero();
        house.done("2026-10-05T09:00", house.officer, id, "examine", "ok");
        assertThat(found(house.police, "bach thai buoi")).containsExactly(id);
        assertThat(work(house.police, "bach thai buoi"))
                .containsExactly(house.open(id, "verify").id());
        assertThat(words(house.police, id)).isEqualTo(1);
        for (var other : List.of(house.fire, house.insurance, house.citizen)) {
            assertThat(found(other, "bach thai buoi")).isEmpty();
            assertThat(words(other, id)).isZero();
        }
        house.done("2026-10-05T11:00", house.police, id, "verify", "ok");
        assertThat(found(house.police, "bach thai buoi")).containsExactly(id);
        renamed(id, "Bạch Thái Bưởi (Đỗ Thái Bưởi)");
        assertThat(found(house.police, "do thai buoi")).containsExactly(id);
        assertThat(found(house.officer, "do thai buoi")).containsExactly(id);
    }

    private void renamed(UUID id, String owner) {
        var rows =
                house.as(
                        Caller.system(),
                        () ->
                                house.bean(JdbcClient.class)
                                        .sql(
                                                "update dossier.dossier set owner_name = :owner where id = :id")
                                        .param("owner", owner)
                                        .param("id", id)
                                        .update());
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void an_agency_whose_step_came_to_nothing_finds_the_dossier_no_more() {
        var id = visiting("9.400021", "Trương Văn Bền");
        house.done("2026-10-05T09:00", house.officer, id, "examine", "ok");
        assertThat(found(house.police, "truong van ben")).containsExactly(id);
        house.run(
                "2026-10-05T10:00",
                house.approver,
                () -> house.bean(Desk.class).stop(id, house.version(id), "Gửi nhầm."));
        assertThat(found(house.police, "truong van ben")).isEmpty();
        assertThat(words(house.police, id)).isZero();
        assertThat(found(house.officer, "truong van ben")).containsExactly(id);
    }
}
