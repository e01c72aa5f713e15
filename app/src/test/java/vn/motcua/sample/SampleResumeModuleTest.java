package vn.motcua.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.TestDatabase;
import vn.motcua.TestPlatform;
import vn.motcua.form.Drafts;

/// A first run that is cut short: the next start goes on where it stopped.
class SampleResumeModuleTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.superuserDataSource());

    @Test
    void a_first_run_cut_short_twice_is_completed_by_the_next_start() {
        stopsAt("identity.account", 40);
        assertThatThrownBy(() -> TestPlatform.on(database, Map.of())).isInstanceOf(Exception.class);
        assertThat(count("identity.account")).isEqualTo(40);
        goOn("identity.account");

        stopsAt("dossier.dossier", 6);
        assertThatThrownBy(() -> TestPlatform.on(database, Map.of())).isInstanceOf(Exception.class);
        assertThat(count("dossier.dossier")).isEqualTo(6);
        goOn("dossier.dossier");

        var platform = TestPlatform.on(database, Map.of());
        try {
            assertThat(count("identity.account")).isEqualTo(156);
            assertThat(count("organization.staff")).isEqualTo(64);
            assertThat(count("dossier.request_key where key like 'sample-%'")).isEqualTo(16);
            assertThat(count("dossier.dossier")).isEqualTo(16);
            assertThat(platform.as(TestPlatform.MOTHER, () -> platform.bean(Drafts.class).list()))
                    .hasSize(1);
            assertThat(count("journal.entry where kind = 'sample.begun'")).isEqualTo(1);
            assertThat(count("journal.entry where kind = 'sample.finished'")).isEqualTo(1);
        } finally {
            platform.stop();
        }
        TestPlatform.on(database, Map.of()).stop();
        assertThat(count("dossier.dossier")).isEqualTo(16);
    }

    /// The power goes when one more row than this is written.
    private void stopsAt(String table, int rows) {
        jdbc.sql(
                        """
                        create function public.power_cut() returns trigger
                        language plpgsql security definer as $$
                        begin
                            if (select count(*) from %s) >= %d then
                                raise exception 'power cut';
                            end if;
                            return new;
                        end $$
                        """
                                .formatted(table, rows))
                .update();
        jdbc.sql(
                        "create trigger power_cut before insert on %s for each row execute function public.power_cut()"
                                .formatted(table))
                .update();
    }

    private void goOn(String table) {
        jdbc.sql("drop trigger power_cut on " + table).update();
        jdbc.sql("drop function public.power_cut").update();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
