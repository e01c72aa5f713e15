package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.journal.internal.JournalFixture;

/// `./motcua verify-journal` as a process: its exit code is what a night's script looks at.
class VerifyJournalTest {
    @TempDir Path folder;

    @Test
    void the_command_ends_with_0_for_an_intact_journal_and_with_2_for_a_tampered_one()
            throws Exception {
        var database = TestDatabase.fresh();
        var journal = new JournalFixture(database.appDataSource());
        var dossier = UUID.randomUUID();
        for (int i = 0; i < 5; i++)
            journal.append(journal.entry("dossier.step-done", dossier, Map.of("mark", i)));
        assertThat(journal.seal()).isEqualTo(5);
        assertThat(verify(database)).as(this::said).isZero();

        var owner = JdbcClient.create(database.ownerDataSource());
        for (var table : new String[] {"entry", "entry_2026"})
            owner.sql("alter table journal." + table + " disable trigger append_only").update();
        var victim = journal.journal.history("dossier", dossier).get(3);
        owner.sql("update journal.entry set kind = 'dossier.other' where seq = ?")
                .param(victim.seq())
                .update();
        assertThat(verify(database)).as(this::said).isEqualTo(2);
        assertThat(said()).contains("BROKEN", "entry " + victim.seq(), "changed after");
    }

    private int verify(TestDatabase database) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dmotcua.jobs=false",
                        "-Dmotcua.journal.consumers=false",
                        Application.class.getName(),
                        "verify-journal",
                        "--empty",
                        "--database-url",
                        database.url(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        "0");
        builder.environment().put("MOTCUA_DATABASE_OWNER_PASSWORD", "test");
        builder.environment().put("MOTCUA_DATABASE_PASSWORD", "test");
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());
        var process = builder.start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(this::said).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException nothing) {
            return "nothing";
        }
    }
}
