package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever keeps the platform from starting is told in one sentence that says what to do.
class StartFailuresTest {
    @Test
    void options_are_read_with_a_blank_or_an_equals_sign() {
        var options =
                Options.parse(List.of("run", "--port=9090", "--data", "elsewhere", "--empty"));
        assertThat(options.port()).isEqualTo(9090);
        assertThat(options.data()).isAbsolute().endsWithRaw(Path.of("elsewhere"));
        assertThat(options.sample()).isFalse();
        assertThat(options.command()).isEqualTo("run");
    }

    @Test
    void a_server_of_ones_own_receives_sample_data_only_when_asked_for() {
        var server = "--database-url=jdbc:postgresql://db.example/motcua";
        assertThat(Options.parse(List.of("run", "--data=d", server)).sample()).isFalse();
        assertThat(Options.parse(List.of("run", "--sample", server)).sample()).isTrue();
        var embedded = new Options("run", 0, Path.of("d"), null, null);
        assertThat(embedded.sample()).isTrue();
        assertThat(embedded.sampleAsked()).isFalse();
        assertThatThrownBy(() -> Options.parse(List.of("run", "--sample", "--empty")))
                .isInstanceOf(StartFailure.class);
    }

    @Test
    void a_password_in_the_address_of_the_database_is_never_shown() {
        var secret = "jdbc:postgresql://127.0.0.1:1/motcua?user=a&password=hush";
        assertThatThrownBy(() -> ServerDatabase.at(secret))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("127.0.0.1:1/motcua")
                .message()
                .doesNotContain("hush");
        assertThatThrownBy(() -> ServerDatabase.at("postgresql://a:hush@127.0.0.1/motcua"))
                .message()
                .doesNotContain("hush");
        assertThat(ServerDatabase.shown("jdbc:postgresql://a:hush@db.example/motcua"))
                .isEqualTo("db.example/motcua");
    }

    @Test
    void an_unknown_option_is_named() {
        assertThatThrownBy(() -> Options.parse(List.of("run", "--prot", "9090")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--prot")
                .hasMessageContaining("./motcua help");
    }

    @Test
    void a_port_that_is_no_port_is_named() {
        assertThatThrownBy(() -> Options.parse(List.of("--port", "99999")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("99999");
    }

    @Test
    void an_unreachable_database_is_named_with_what_to_check() {
        var nowhere = "jdbc:postgresql://127.0.0.1:1/motcua";
        assertThatThrownBy(() -> ServerDatabase.at(nowhere))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("127.0.0.1:1/motcua")
                .hasMessageContaining("check server, port, firewall");
    }

    @Test
    void an_address_of_another_kind_of_database_is_refused() {
        assertThatThrownBy(() -> ServerDatabase.at("jdbc:mysql://127.0.0.1/motcua"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("jdbc:postgresql://");
    }

    @Test
    void a_data_folder_that_cannot_be_written_is_named(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("data")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--data");
    }

    @Test
    void a_second_instance_on_one_data_folder_is_told_to_look_for_the_first(@TempDir Path folder)
            throws Exception {
        var holder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LockHolder.class.getName(),
                                folder.resolve("instance.lock").toString())
                        .start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("locked");
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("Another instance");
        } finally {
            holder.destroy();
            assertThat(holder.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
