package vn.motcua.dossier.internal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.desk.DeskHouse;
import vn.motcua.dossier.internal.desk.LastConnection;
import vn.motcua.dossier.internal.worklist.FindQuery;
import vn.motcua.dossier.internal.worklist.Sought;
import vn.motcua.dossier.internal.worklist.WorkQuery;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;

/// Lists that are taken away as files.
class ExportModuleTest {
    private static final Locale VI = Locale.of("vi");

    private final DeskHouse house = DeskHouse.open();
    private final Exports exports = house.bean(Exports.class);

    private byte[] work(Caller caller, Exports.Format format) {
        var out = new ByteArrayOutputStream();
        house.asking.run(caller, () -> exports.work(WorkQuery.EVERYTHING, format, VI, _ -> out));
        return out.toByteArray();
    }

    @Test
    void the_list_goes_out_with_its_columns_and_no_cell_is_a_formula() throws Exception {
        house.file(DeskHouse.HERE, "=HYPERLINK(\"http://x\",\"y\")");
        house.file(DeskHouse.HERE, "Nguyễn, Thị \"Hoa\"");
        var caller =
                house.appointed("xuat", "Lưu Thị Xuất", DeskHouse.HERE, PositionKind.RECEPTIONIST);
        var csv = new String(work(caller, Exports.Format.CSV), StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\ufeffMã hồ sơ,Hạn,Thời gian còn lại,Thủ tục,Chủ hồ sơ")
                .contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")
                .contains("\"Nguyễn, Thị \"\"Hoa\"\"\"")
                .doesNotContain(",=");
        var parts = unpacked(work(caller, Exports.Format.XLSX));
        assertThat(parts).containsKeys("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml");
        var sheet = String.valueOf(parts.get("xl/worksheets/sheet1.xml"));
        assertThat(sheet).contains("Nguyễn, Thị \"Hoa\"", "'=HYPERLINK").doesNotContain("<f>");
        for (var part : parts.values())
            assertThat(
                            DocumentBuilderFactory.newInstance()
                                    .newDocumentBuilder()
                                    .parse(
                                            new ByteArrayInputStream(
                                                    part.getBytes(StandardCharsets.UTF_8))))
                    .isNotNull();
        assertThat(csv.lines().count() - 1).isEqualTo(sheet.split("<row>", -1).length - 2L);
    }

    @Test
    void what_was_found_goes_out_within_ones_agency_only_and_is_written_down_without_names() {
        house.file(DeskHouse.HERE, "Xuất Riêng Biệt");
        var all = FindQuery.read(Map.of("channel", "ONLINE"));
        var here = new ByteArrayOutputStream();
        house.asking.run(
                house.officer, () -> exports.found(all, Exports.Format.CSV, VI, _ -> here));
        assertThat(here.toString(StandardCharsets.UTF_8)).contains("Xuất Riêng Biệt");
        var there = new ByteArrayOutputStream();
        house.asking.run(
                house.stranger, () -> exports.found(all, Exports.Format.CSV, VI, _ -> there));
        assertThat(there.toString(StandardCharsets.UTF_8)).doesNotContain("Xuất Riêng Biệt");
        var written =
                house.as(
                        Caller.system(),
                        () ->
                                house.bean(JdbcClient.class)
                                        .sql(
                                                "select kind || ' ' || data from journal.entry where actor_account = :id and kind like 'list.%' order by seq")
                                        .param("id", house.officer.account())
                                        .query(String.class)
                                        .list());
        assertThat(written.getLast())
                .startsWith("list.exported")
                .contains("\"filter\": \"channel=ONLINE\"", "\"count\": ");
        assertThat(written).noneMatch(line -> line.contains("Xuất"));
    }

    @Test
    void a_person_takes_one_list_at_a_time_and_half_a_list_looks_like_none() {
        var second = new ByteArrayOutputStream();
        house.asking.run(
                house.officer,
                () ->
                        exports.work(
                                WorkQuery.EVERYTHING,
                                Exports.Format.CSV,
                                VI,
                                _ -> {
                                    assertThatThrownBy(() -> elsewhere(second))
                                            .hasCauseInstanceOf(ProblemException.class)
                                            .cause()
                                            .isInstanceOfSatisfying(
                                                    ProblemException.class,
                                                    busy ->
                                                            assertThat(busy.problem())
                                                                    .isEqualTo(
                                                                            DossierProblem
                                                                                    .EXPORT_BUSY));
                                    return new ByteArrayOutputStream();
                                }));
        assertThat(second.size()).isZero();
        house.file(DeskHouse.HERE, "Nửa Chừng");
        var broken = new Breaking();
        assertThatThrownBy(
                        () ->
                                house.asking.run(
                                        house.receptionist,
                                        () ->
                                                exports.work(
                                                        WorkQuery.EVERYTHING,
                                                        Exports.Format.XLSX,
                                                        VI,
                                                        _ -> broken)))
                .isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(broken.closed).isFalse();
    }

    @Test
    void every_line_says_of_which_moment_it_is_and_nothing_is_left_on_the_disk() throws Exception {
        house.file(DeskHouse.HERE, "Lúc Nào");
        var lines =
                new String(work(house.receptionist, Exports.Format.CSV), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assertThat(lines.getFirst()).endsWith(",Số liệu lúc");
        assertThat(lines.subList(1, lines.size()))
                .isNotEmpty()
                .allMatch(line -> line.matches(".*,\"\\d\\d:\\d\\d, \\d+/\\d+/\\d{4}\""));
        var folder = Path.of(house.context.getEnvironment().getRequiredProperty("motcua.data"));
        try (var left = Files.list(folder.resolve("exports"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_search_that_was_forgotten_or_is_anothers_is_not_there_instead_of_the_whole_list() {
        var sought = house.bean(Sought.class);
        var forgotten = house.asking.as(house.approver, () -> sought.keep("Không Còn Ai"));
        var later = house.bean(Clock.class).instant().plus(Duration.ofDays(2));
        PlatformClock.at(later, () -> house.asking.run(Caller.system(), sought::forget));
        var anothers = house.asking.as(house.officer, () -> sought.keep("Của Người Khác"));
        for (var id : List.of(String.valueOf(forgotten), String.valueOf(anothers))) {
            var sent = Map.of("s", id);
            assertThat(WorkQuery.read(sent).sought()).isNotNull();
            var open = new AtomicBoolean();
            Exports.Way way =
                    _ -> {
                        open.set(true);
                        return OutputStream.nullOutputStream();
                    };
            for (var export :
                    List.<Runnable>of(
                            () -> exports.work(WorkQuery.read(sent), Exports.Format.CSV, VI, way),
                            () -> exports.found(FindQuery.read(sent), Exports.Format.CSV, VI, way)))
                assertThatThrownBy(() -> house.asking.run(house.approver, export))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                gone -> assertThat(gone.problem().status()).isEqualTo(404));
            assertThat(open).isFalse();
        }
    }

    /// Somebody who reads nothing of what is sent, until let go.
    private static final class Stuck extends OutputStream {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch letGo = new CountDownLatch(1);

        @Override
        public void write(int b) throws IOException {
            reached.countDown();
            try {
                letGo.await();
            } catch (InterruptedException ended) {
                throw new IOException(ended);
            }
        }
    }

    @Test
    void whoever_reads_nothing_holds_no_connection() throws Exception {
        house.file(DeskHouse.HERE, "Không Đọc");
        var query = FindQuery.read(Map.of("channel", "ONLINE"));
        var stuck = new Stuck();
        try (var last = LastConnection.of(house);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var taken =
                    threads.submit(
                            () ->
                                    house.asking.run(
                                            house.approver,
                                            () ->
                                                    exports.found(
                                                            query,
                                                            Exports.Format.CSV,
                                                            VI,
                                                            _ -> stuck)));
            assertThat(stuck.reached.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(last.held()).isPositive();
            assertThat(house.as(Caller.system(), () -> one())).isEqualTo(1);
            stuck.letGo.countDown();
            taken.get(30, TimeUnit.SECONDS);
        }
    }

    private int one() {
        return house.bean(JdbcClient.class).sql("select 1").query(Integer.class).single();
    }

    private void elsewhere(OutputStream to) {
        java.util.concurrent.CompletableFuture.runAsync(
                        () ->
                                house.asking.run(
                                        house.officer,
                                        () ->
                                                exports.work(
                                                        WorkQuery.EVERYTHING,
                                                        Exports.Format.CSV,
                                                        VI,
                                                        _ -> to)))
                .join();
    }

    private static final class Breaking extends OutputStream {
        private boolean closed;

        @Override
        public void write(int b) throws IOException {
            throw new IOException("the line is gone");
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void lines_beyond_one_sheet_go_on_in_the_next_below_the_same_heading() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = new XlsxSheet(out, "Danh sách", 4)) {
            sheet.line(List.of("Mã"));
            for (int i = 0; i < 7; i++) sheet.line(List.of("a\u0000<&>" + i));
        }
        var parts = unpacked(out.toByteArray());
        assertThat(parts.get("xl/worksheets/sheet3.xml")).contains("Mã", "a&lt;&amp;&gt;6");
        assertThat(parts.get("xl/workbook.xml")).contains("Danh sách 3");
        assertThat(parts).doesNotContainKey("xl/worksheets/sheet4.xml");
    }

    private static Map<String, String> unpacked(byte[] file) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return parts;
    }
}
