package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Caller;

/// How often one act asks the database.
class StatementsModuleTest {
    private final DeskHouse house = DeskHouse.open();

    private String token(UUID dossier) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(TaskStore.class).of(dossier).stream()
                                .filter(Task::open)
                                .map(Task::token)
                                .findFirst()
                                .orElseThrow());
    }

    @Test
    void completing_a_step_asks_for_the_posts_reads_once_writes_once_and_tells_the_journal() {
        var id = house.file(DeskHouse.HERE, "Đinh Thị Mận");
        int filed = house.version(id);
        house.asking.run(house.receptionist, () -> house.bean(Desk.class).accept(id, filed));
        house.completes(house.officer, id, "eligible");
        int version = house.version(id);
        var token = token(id);
        var statements =
                CountingSource.statements(
                        () -> {
                            house.asking.run(
                                    house.approver,
                                    () ->
                                            house.bean(Desk.class)
                                                    .completeStep(
                                                            id,
                                                            version,
                                                            token,
                                                            "send-back",
                                                            "Sửa lại."));
                            return 0;
                        });
        assertThat(statements).as(String.join("\n---\n", statements)).hasSize(5);
        assertThat(statements.get(0)).contains("set_config");
        assertThat(statements.get(1)).contains("organization.staff");
        assertThat(statements.get(2)).contains("for update");
        assertThat(statements.get(3)).contains("with saved as");
        assertThat(statements.get(4)).contains("journal.entry");
    }
}
