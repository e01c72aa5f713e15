package vn.motcua.procedure.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestPlatform;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.internal.intake.ImportStore.State;

/// Several operators at once: whoever comes second decides about what the first one left.
class ImportRacesModuleTest {
    private static final String HEAD = "Mã TTHC,Tên TTHC,Thời hạn giải quyết\n";

    private static TestPlatform platform;
    private static ImportDesk desk;

    @BeforeAll
    static void start() {
        platform = TestPlatform.fresh(Map.of());
        desk = platform.bean(ImportDesk.class);
    }

    private static UUID preview(String text) {
        return platform.as(
                TestPlatform.OPERATOR,
                () -> {
                    try {
                        return desk.preview(text.getBytes(StandardCharsets.UTF_8), "ds.csv");
                    } catch (FileRefused refused) {
                        throw new IllegalStateException(refused.key());
                    }
                });
    }

    /// A preview that the same operator's next one leaves alone, as a colleague's.
    private static UUID colleagues(String text) {
        var id = preview(text);
        JdbcClient.create(platform.database().ownerDataSource())
                .sql("update procedure.record_import set made_by_account = null where id = :id")
                .param("id", id)
                .update();
        return id;
    }

    private static int apply(UUID id) {
        return platform.as(TestPlatform.OPERATOR, () -> desk.apply(id));
    }

    private static State state(UUID id) {
        return platform.as(TestPlatform.OPERATOR, () -> desk.find(id).orElseThrow().state());
    }

    @Test
    void who_confirms_while_another_import_is_written_waits_and_is_told_it_is_overtaken()
            throws InterruptedException, ExecutionException, TimeoutException {
        var first = colleagues(HEAD + "8.100001,Thủ tục một,5 ngày\n");
        var second = colleagues(HEAD + "8.100001,Thủ tục một,7 ngày\n");
        var together = new TransactionTemplate(platform.bean(PlatformTransactionManager.class));
        var later =
                platform.as(
                        TestPlatform.OPERATOR,
                        () ->
                                together.execute(
                                        _ -> {
                                            desk.apply(first);
                                            var waiting =
                                                    CompletableFuture.supplyAsync(
                                                            () -> apply(second));
                                            assertThatThrownBy(
                                                            () -> waiting.get(1, TimeUnit.SECONDS))
                                                    .isInstanceOf(TimeoutException.class);
                                            return waiting;
                                        }));
        assertThatThrownBy(() -> later.get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(ProblemException.class)
                .hasMessageContaining("procedure.import-stale");
        assertThat(state(second)).isEqualTo(State.PREVIEW);
    }

    @Test
    void a_preview_made_while_another_import_is_written_counts_as_overtaken() {
        var first = colleagues(HEAD + "8.200001,Thủ tục hai,5 ngày\n");
        var together = new TransactionTemplate(platform.bean(PlatformTransactionManager.class));
        var second =
                platform.as(
                        TestPlatform.OPERATOR,
                        () ->
                                together.execute(
                                        _ -> {
                                            desk.apply(first);
                                            return CompletableFuture.supplyAsync(
                                                            () ->
                                                                    preview(
                                                                            HEAD
                                                                                    + "8.200001,Thủ tục hai,9 ngày\n"))
                                                    .join();
                                        }));
        assertThatThrownBy(() -> apply(second)).hasMessage("procedure.import-stale");
    }

    @Test
    void an_import_decided_meanwhile_is_not_decided_again() {
        var id = colleagues(HEAD + "8.300001,Thủ tục ba,5 ngày\n");
        apply(id);
        var store = platform.bean(ImportStore.class);
        var now = platform.bean(Clock.class).instant();
        assertThat(
                        platform.as(
                                TestPlatform.OPERATOR,
                                () -> store.decide(id, State.PREVIEW, State.DROPPED, now)))
                .isFalse();
        assertThat(state(id)).isEqualTo(State.APPLIED);
    }

    @Test
    void a_second_file_waits_its_turn_while_one_is_read() throws FileRefused {
        var text = HEAD + "8.400001,Thủ tục bốn,5 ngày\n";
        var busy = platform.bean(OneAtATime.class);
        String said =
                busy.read(
                        () -> {
                            try {
                                preview(text);
                                return "read";
                            } catch (IllegalStateException refused) {
                                return String.valueOf(refused.getMessage());
                            }
                        });
        assertThat(said).isEqualTo("catalogue.refused.busy");
        assertThat(state(preview(text))).isEqualTo(State.PREVIEW);
    }
}
