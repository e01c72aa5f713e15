package vn.motcua.procedure.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.TestPlatform;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.Catalogue;
import vn.motcua.procedure.Releases;
import vn.motcua.procedure.internal.SampleReleases;
import vn.motcua.procedure.internal.intake.ImportStore.State;
import vn.motcua.procedure.internal.records.RecordStore;
import vn.motcua.rules.Visitor;

/// Taking files of published procedures in and out again, on the running platform.
class ImportModuleTest {
    private static final String HEAD =
            "Mã TTHC,Tên TTHC,Lĩnh vực,Thời hạn giải quyết,Căn cứ pháp lý,Số quyết định\n";

    private static TestPlatform platform;
    private static ImportDesk desk;
    private static Visitor operator;

    @BeforeAll
    static void start() {
        platform = TestPlatform.fresh(Map.of());
        desk = platform.bean(ImportDesk.class);
        operator = Visitor.signedIn(platform.url(), TestPlatform.OPERATOR, platform.password());
    }

    private static UUID preview(String text) {
        return platform.as(
                TestPlatform.OPERATOR,
                () -> {
                    try {
                        return desk.preview(text.getBytes(StandardCharsets.UTF_8), "danh-muc.csv");
                    } catch (FileRefused refused) {
                        throw new AssertionError(refused.key());
                    }
                });
    }

    private static int apply(UUID id) {
        return platform.as(TestPlatform.OPERATOR, () -> desk.apply(id));
    }

    private static int undo(UUID id) {
        return platform.as(TestPlatform.OPERATOR, () -> desk.undo(id));
    }

    private static ImportStore.Import find(UUID id) {
        return platform.as(TestPlatform.OPERATOR, () -> desk.find(id).orElseThrow());
    }

    private static JdbcClient owner() {
        return JdbcClient.create(platform.database().ownerDataSource());
    }

    private static String page(String path) {
        var answer = new Visitor(platform.url()).get(path);
        return answer.statusCode() + answer.body();
    }

    /// A page that should say something soon; the catalogue looks for changes every two seconds.
    private static String soon(String path, String words, boolean wanted) {
        var page = page(path);
        for (int i = 0; i < 40 && page.contains(words) != wanted; i++) {
            try {
                Thread.sleep(150);
            } catch (InterruptedException hurried) {
                throw new IllegalStateException(hurried);
            }
            page = page(path);
        }
        return page;
    }

    @Test
    void nothing_is_written_before_it_is_confirmed_and_everything_is_undone_at_once() {
        var id =
                preview(
                        HEAD
                                + "9.100001,Đăng ký giống chim yến,Chăn nuôi,7 ngày làm việc,Nghị định 13/2020/NĐ-CP,12/QĐ-BNN\n");
        assertThat(find(id)).matches(one -> one.fresh() == 1 && one.state() == State.PREVIEW);
        assertThat(page("/procedures/9.100001")).startsWith("404");

        assertThat(apply(id)).isEqualTo(1);
        var page = soon("/procedures/9.100001", "Đăng ký giống chim yến", true);
        assertThat(page).startsWith("200").contains("12/QĐ-BNN").doesNotContain("/apply/9.100001");
        assertThat(soon("/procedures?q=giong+chim+yen", "9.100001", true)).contains("9.100001");
        assertThat(undo(id)).isEqualTo(1);
        assertThat(soon("/procedures/9.100001", "Đăng ký giống chim yến", false)).startsWith("404");
        assertThat(find(id).state()).isEqualTo(State.UNDONE);
        assertThat(
                        platform.as(
                                TestPlatform.OPERATOR,
                                () ->
                                        platform
                                                .bean(Journal.class)
                                                .history("record-import", id)
                                                .stream()
                                                .map(one -> one.entry().kind())
                                                .toList()))
                .containsExactly("catalogue.imported", "catalogue.import-undone");
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_correction_changes_one() {
        var text =
                HEAD
                        + "9.200001,Cấp giấy phép một,Thử,5 ngày,,1/QĐ\n9.200002,Cấp giấy phép hai,Thử,6 ngày,,1/QĐ\n";
        apply(preview(text));
        assertThat(find(preview(text))).matches(one -> one.same() == 2 && one.fresh() == 0);
        var corrected = preview(text.replace("6 ngày", "4 ngày"));
        assertThat(find(corrected)).matches(one -> one.same() == 1 && one.changed() == 1);
        apply(corrected);
        assertThat(platform.bean(RecordStore.class).history("9.200002", 0, 9)).hasSize(2);
        assertThat(page("/procedures/9.200002?on=2999-01-01")).contains("4 ngày");
    }

    @Test
    void what_something_was_built_on_is_not_undone() {
        var first = preview(HEAD + "9.300001,Thông báo thử,Thử,5 ngày,,1/QĐ\n");
        apply(first);
        var second = preview(HEAD + "9.300001,Thông báo thử mới,Thử,5 ngày,,1/QĐ\n");
        apply(second);
        assertThatThrownBy(() -> undo(first))
                .isInstanceOf(ProblemException.class)
                .hasMessage("procedure.import-built-on");
        undo(second);
        assertThat(undo(first)).isEqualTo(1);

        var third = preview(HEAD + "9.300002,Thông báo có bản phát hành,Thử,5 ngày,,1/QĐ\n");
        apply(third);
        platform.as(
                TestPlatform.OPERATOR,
                () ->
                        platform.bean(Releases.class)
                                .importFiles(
                                        SampleReleases.files(
                                                SampleReleases.yaml("9.300002", 1, "Thông báo"))));
        assertThatThrownBy(() -> undo(third)).hasMessage("procedure.import-built-on");
    }

    @Test
    void a_preview_overtaken_by_another_import_is_made_anew() {
        var mine = preview(HEAD + "9.400001,Xác nhận thử,Thử,5 ngày,,1/QĐ\n");
        var json = "[{\"code\":\"9.400001\",\"name\":{\"vi\":\"Khác\",\"en\":\"Other\"}}]";
        var other =
                platform.as(
                        TestPlatform.OPERATOR,
                        () -> {
                            owner().sql(
                                            "update procedure.record_import set made_by_account = null where id = :id")
                                    .param("id", mine)
                                    .update();
                            return preview(json);
                        });
        apply(other);
        assertThatThrownBy(() -> apply(mine)).hasMessage("procedure.import-stale");
        assertThatThrownBy(() -> apply(other)).hasMessage("procedure.import-decided");
    }

    @Test
    void an_abolished_procedure_says_by_what_and_what_takes_its_place() {
        apply(
                preview(
                        HEAD
                                + "9.500001,Cấp phiếu thử,Thử,10 ngày,,1/QĐ\n9.500002,Cấp phiếu mới,Thử,5 ngày,,2/QĐ\n"));
        apply(
                preview(
                        "Mã TTHC,Tên TTHC,Tình trạng,Số quyết định,Ngày hiệu lực,Thay thế bởi\n9.500001,Cấp phiếu thử,Bãi bỏ,99/QĐ-BCA,01/03/2025,9.500002\n"));
        var page = soon("/procedures/9.500001", "99/QĐ-BCA", true);
        assertThat(page).startsWith("200").contains("/procedures/9.500002").contains("1/3/2025");
        assertThat(page("/procedures?q=cap+phieu+thu&literal=yes")).doesNotContain("9.500001");
    }

    @Test
    void an_operator_sends_looks_confirms_and_undoes_on_pages() {
        var text = HEAD + "9.700001,Phê duyệt thử,Thử,5 ngày,,1/QĐ\nmã sai,Tên còn,Thử,,,\n";
        var sent = operator.send("/operator/catalogue", "file", "ds.csv", text);
        assertThat(sent.statusCode()).isEqualTo(302);
        var path =
                sent.headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceFirst("^https?://[^/]+", "");
        assertThat(operator.get(path).body()).contains("mã sai").contains("Mã TTHC");
        assertThat(operator.get(path + "?show=new").body()).contains("Phê duyệt thử");
        assertThat(operator.post(path + "/apply", Map.of()).statusCode()).isEqualTo(302);
        assertThat(operator.get(path).body()).contains("/undo");
        assertThat(operator.post(path + "/undo", Map.of()).statusCode()).isEqualTo(302);
        var refused = operator.send("/operator/catalogue", "file", "x.csv", "<html>");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("role=\"alert\"")
                .contains("aria-invalid=\"true\" aria-describedby=\"file-hint file-e\"");
    }

    @Test
    void what_is_exported_is_imported_as_the_same_records() {
        apply(
                preview(
                        "Mã TTHC,Tên TTHC,Mã cơ quan,Thời hạn\n9.800001,Thủ tục xuất,,9 ngày\n9.800001,,H29,7 ngày\n"));
        var exported = page("/data/procedures.json").substring(3);
        assertThat(exported)
                .contains("9.800001")
                .contains("1.001193")
                .contains("\"agency\":\"H29\"");
        var again = preview(exported);
        assertThat(find(again)).matches(one -> one.faulty() == 0 && one.fresh() > 5);
        apply(again);
        assertThat(soon("/data/procedures.json", exported, true)).isEqualTo("200" + exported);
        var table = preview(page("/data/procedures.csv").substring(3));
        assertThat(find(table))
                .matches(one -> one.faulty() + one.fresh() + one.changed() == 0, "all the same");
        undo(again);
        assertThat(page("/procedures/9.800001?agency=H29.101")).contains("7 ngày");
        assertThat(page("/procedures/9.800001/history")).contains("H29");
    }

    @Test
    void open_data_stays_at_its_addresses_and_tells_what_changed() {
        apply(preview(HEAD + "9.900001,Thủ tục \"mở\" & liên kết,Thử,5 ngày,,1/QĐ\n"));
        var visitor = new Visitor(platform.url());
        soon("/data/procedures.ttl", "/data/procedures/9.900001>", true);
        var turtle = visitor.get("/data/procedures/9.900001.ttl");
        assertThat(turtle.body())
                .contains("a cpsv:PublicService")
                .contains("\"P5D\"^^xsd:duration");
        assertThat(turtle.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/turtle");
        for (var path : List.of("/data/procedures.json", "/data/procedures/9.900001.json")) {
            var first = visitor.get(path);
            var tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(first.headers().firstValue("Last-Modified")).isPresent();
            assertThat(Asked.with(platform.url() + path, tag)).isEqualTo(304);
            assertThat(Asked.with(platform.url() + path, "\"other\"")).isEqualTo(200);
        }
        assertThat(
                        visitor.get("/data/procedures/9.900001")
                                .headers()
                                .firstValue("Location")
                                .orElse(""))
                .endsWith("/data/procedures/9.900001.json");
        assertThat(visitor.get("/data/procedures/9.999999.json").statusCode()).isEqualTo(404);

        var seen = new java.util.ArrayList<String>();
        var next = "/data/changes.atom";
        while (next != null) {
            var feed = visitor.get(next).body();
            assertThat(Asked.wellFormed(feed)).isTrue();
            var ids = java.util.regex.Pattern.compile("<entry><id>([^<]+)").matcher(feed);
            while (ids.find()) seen.add(ids.group(1));
            var more =
                    java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)").matcher(feed);
            next = more.find() ? more.group(1) : null;
        }
        assertThat(seen).doesNotHaveDuplicates();
        var all =
                owner().sql(
                                "select (select count(*) from procedure.release) + (select count(*) + count(withdrawn_at) from procedure.record_version)")
                        .query(Integer.class)
                        .single();
        assertThat(seen).hasSize(all);
    }

    @Test
    void the_database_itself_shows_imports_to_operators_and_lets_nobody_change_a_record() {
        DataSource source = platform.database().appDataSource();
        var jdbc = JdbcClient.create(source);
        assertThat(
                        jdbc.sql("select count(*) from procedure.record_import")
                                .query(Long.class)
                                .single())
                .isZero();
        for (var sql :
                List.of(
                        "update procedure.record_version set content = '{}'",
                        "delete from procedure.record_version")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThat(platform.bean(Catalogue.class)).isNotNull();
    }
}
