package vn.motcua.procedure.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.TestDatabase;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.procedure.Catalogue.Query;
import vn.motcua.procedure.ReleaseCheck;
import vn.motcua.procedure.ReleaseId;

class ReleaseModuleTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final String BIRTH = "1.001193";

    @TempDir private Path tree;
    private DataSource source;
    private ReleaseFixture room;

    @BeforeEach
    void open() {
        source = TestDatabase.fresh().appDataSource();
        room = new ReleaseFixture(source, NOW, List.of());
    }

    @Test
    void a_tree_of_releases_is_imported_once_and_journalled() throws IOException {
        folder(BIRTH, 1, SampleReleases.yaml(BIRTH, 1, "Đăng ký khai sinh"));
        folder("1.000656", 1, SampleReleases.yaml("1.000656", 1, "Đăng ký khai tử"));
        var first = room.releases.importFolder(tree);
        assertThat(first.imported())
                .containsExactly(new ReleaseId("1.000656", 1), new ReleaseId(BIRTH, 1));
        assertThat(first.clean()).isTrue();
        long version = room.store.version();

        var second = room.releases.importFolder(tree);
        assertThat(second.imported()).isEmpty();
        assertThat(second.unchanged()).hasSize(2);
        assertThat(room.store.version()).isEqualTo(version);

        var history =
                room.journal.journal.history(
                        "release", ReleaseBook.subject(new ReleaseId(BIRTH, 1)));
        assertThat(history).hasSize(1);
        assertThat(history.getFirst().entry().kind()).isEqualTo("release.published");
        assertThat(history.getFirst().entry().data()).containsEntry("code", BIRTH);
    }

    @Test
    void a_bad_release_is_reported_and_the_others_are_imported() throws IOException {
        folder(BIRTH, 1, SampleReleases.yaml(BIRTH, 1, "Đăng ký khai sinh"));
        folder("1.000656", 1, "code: [\n");
        folder("1.000894", 2, SampleReleases.yaml("1.000894", 1, "Đăng ký kết hôn"));
        var report = room.releases.importFolder(tree);
        assertThat(report.imported()).containsExactly(new ReleaseId(BIRTH, 1));
        assertThat(report.refused())
                .extracting(refused -> refused.folder())
                .containsExactly("1.000656/1", "1.000894/2");
        assertThat(report.refused().get(1).faults().getFirst().sentence(Locale.ENGLISH))
                .contains("1.000894/2")
                .contains("1.000894/1");
        assertThat(room.releases.current(BIRTH)).isPresent();
    }

    @Test
    void a_check_of_another_room_that_breaks_refuses_the_release_only() {
        ReleaseCheck broken =
                (_, _) -> {
                    throw new IllegalStateException("boom");
                };
        var checked = new ReleaseFixture(source, NOW, List.of(broken));
        var report = checked.releases.importFiles(files(BIRTH, 1, "Đăng ký khai sinh"));
        assertThat(report.refused().getFirst().faults().getFirst().key())
                .isEqualTo("procedure.fault.check-broke");
    }

    @Test
    void the_same_version_with_other_content_is_refused() {
        room.releases.importFiles(files(BIRTH, 1, "Đăng ký khai sinh"));
        var report = room.releases.importFiles(files(BIRTH, 1, "Đăng ký khai sinh, sửa lén"));
        assertThat(report.refused().getFirst().faults().getFirst().sentence(Locale.of("vi")))
                .contains("1.001193/1")
                .contains("tăng version");
        assertThat(room.releases.current(BIRTH).orElseThrow().record().name().vi())
                .isEqualTo("Đăng ký khai sinh");
    }

    @Test
    void the_application_can_neither_change_nor_remove_a_release() {
        room.releases.importFiles(files(BIRTH, 1, "Đăng ký khai sinh"));
        var jdbc = JdbcClient.create(source);
        for (var sql :
                List.of(
                        "update procedure.release set hash = hash",
                        "update procedure.release set files = '{}'",
                        "delete from procedure.release",
                        "truncate procedure.release")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_content_changed_behind_the_platforms_back_is_not_served() {
        var database = TestDatabase.fresh();
        var first = new ReleaseFixture(database.appDataSource(), NOW, List.of());
        first.releases.importFiles(files(BIRTH, 1, "Đăng ký khai sinh"));
        JdbcClient.create(database.ownerDataSource())
                .sql(
                        """
                        update procedure.release
                           set files = jsonb_set(files, '{procedure.yaml}', '"code: x"')
                        """)
                .update();
        var second = new ReleaseFixture(database.appDataSource(), NOW, List.of());
        assertThat(second.releases.find(new ReleaseId(BIRTH, 1))).isEmpty();
        assertThat(second.catalogue.search(Query.of("")).total()).isZero();
    }

    @Test
    void the_version_in_force_follows_the_day_and_old_ones_stay_readable() {
        room.releases.importFiles(files(BIRTH, 1, "Đăng ký khai sinh"));
        room.releases.importFiles(
                SampleReleases.files(
                        SampleReleases.yaml(
                                BIRTH,
                                2,
                                "Đăng ký khai sinh (mới)",
                                "effectiveFrom",
                                "2026-11-24")));
        assertThat(room.releases.current(BIRTH).orElseThrow().id().version()).isEqualTo(1);

        var moving = new ReleaseFixture(source, new PlatformClock(), List.of());
        PlatformClock.at(
                Instant.parse("2026-11-23T16:59:59Z"),
                () ->
                        assertThat(moving.releases.current(BIRTH).orElseThrow().id().version())
                                .isEqualTo(1));
        PlatformClock.at(
                Instant.parse("2026-11-23T17:00:00Z"),
                () -> {
                    assertThat(moving.releases.current(BIRTH).orElseThrow().id().version())
                            .isEqualTo(2);
                    assertThat(moving.catalogue.search(Query.of("khai sinh")).hits())
                            .extracting(hit -> hit.id().version())
                            .containsExactly(2);
                });
        PlatformClock.at(
                Instant.parse("2026-06-30T05:00:00Z"),
                () -> assertThat(moving.releases.current(BIRTH)).isEmpty());
        assertThat(moving.releases.find(new ReleaseId(BIRTH, 1))).isPresent();
        assertThat(moving.releases.find(new ReleaseId(BIRTH, 9))).isEmpty();
    }

    @Test
    void an_overlay_holds_for_its_agency_and_those_below_it() {
        room.releases.importFiles(files(BIRTH, 1, "Đăng ký khai sinh"));
        room.releases.importFiles(
                SampleReleases.files(
                        SampleReleases.yaml(BIRTH, 2, "Đăng ký khai sinh", "agency", "H29")));
        assertThat(room.releases.current(BIRTH).orElseThrow().id().version()).isEqualTo(1);
        assertThat(version("H29")).isEqualTo(2);
        assertThat(version("H29.101")).isEqualTo(2);
        assertThat(version("H290")).isEqualTo(1);
        assertThat(room.releases.current()).hasSize(1);
    }

    private int version(String agency) {
        return room.releases.current(BIRTH, agency).orElseThrow().id().version();
    }

    @Test
    void an_import_elsewhere_is_noticed_within_seconds() throws InterruptedException {
        var other = new ReleaseFixture(source, NOW, List.of());
        assertThat(other.releases.current(BIRTH)).isEmpty();
        room.releases.importFiles(files(BIRTH, 1, "Đăng ký khai sinh"));
        assertThat(room.releases.current(BIRTH)).isPresent();
        for (int i = 0; i < 40 && other.releases.current(BIRTH).isEmpty(); i++) Thread.sleep(100);
        assertThat(other.releases.current(BIRTH)).isPresent();
        assertThat(other.catalogue.search(Query.of("khai sinh")).total()).isEqualTo(1);
    }

    private static vn.motcua.procedure.ReleaseFiles files(String code, int version, String name) {
        return SampleReleases.files(SampleReleases.yaml(code, version, name));
    }

    private void folder(String code, int version, String yaml) throws IOException {
        var folder = Files.createDirectories(tree.resolve(code).resolve(String.valueOf(version)));
        Files.writeString(folder.resolve("procedure.yaml"), yaml);
    }
}
