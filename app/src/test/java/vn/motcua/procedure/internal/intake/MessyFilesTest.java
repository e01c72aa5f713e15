package vn.motcua.procedure.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Level;
import vn.motcua.procedure.OnlineLevel;
import vn.motcua.procedure.internal.intake.Reading.Item;
import vn.motcua.procedure.internal.intake.Reading.Note;
import vn.motcua.procedure.internal.intake.Workbook.Day;
import vn.motcua.procedure.internal.records.Published;
import vn.motcua.procedure.internal.records.Published.Act;

/// Lists of procedures as agencies have them.
class MessyFilesTest {
    /// Title, two-line heading with merged cells, a numbered line, lines naming a field, papers on
    /// further lines below merged codes, a code that became a number, dates of three shapes,
    /// signatures at the end.
    private static final List<List<Object>> SHEET =
            List.of(
                    List.of("ỦY BAN NHÂN DÂN TỈNH"),
                    List.of("DANH MỤC THỦ TỤC HÀNH CHÍNH (kèm theo Quyết định số 163/QĐ-BTP)"),
                    List.of(),
                    List.of(
                            "STT",
                            "Mã số TTHC",
                            "Tên thủ tục hành chính",
                            "Thời hạn giải quyết",
                            "",
                            "Phí, lệ phí (đồng)",
                            "Thành phần hồ sơ",
                            "Ngày có hiệu lực",
                            "Số QĐ công bố",
                            "Cấp thực hiện",
                            "Mức độ DVC",
                            "Cán bộ phụ trách"),
                    List.of("", "", "", "Trực tiếp", "Trực tuyến", "", "", "", "", "", "", ""),
                    List.of("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"),
                    List.of("I", "LĨNH VỰC HỘ TỊCH"),
                    List.of(
                            1,
                            "1.001193",
                            "Đăng ký khai sinh",
                            "Trong ngày",
                            "01 ngày làm việc",
                            "Do HĐND tỉnh quy định",
                            "Tờ khai",
                            new Day(46204),
                            "163/QĐ-BTP",
                            "Cấp xã",
                            "Toàn trình",
                            "Ông A"),
                    List.of("", "", "", "", "", "", "Giấy chứng sinh", "", "", "", "", ""),
                    List.of(
                            2,
                            2.00081,
                            "Chứng thực bản sao",
                            "2 ngày",
                            "",
                            "8.000 đồng/bản",
                            "- Bản chính\n- Bản sao",
                            "16/01/2026",
                            "",
                            "xã, tỉnh",
                            "mức độ 3",
                            ""),
                    List.of("", "", "", "", "", 0, "", "", "", "", "", ""),
                    List.of("II", "Lĩnh vực Đất đai"),
                    List.of(
                            3,
                            "chưa có mã",
                            "Cung cấp thông tin đất đai",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            ""),
                    List.of(
                            4,
                            "1.012783.000.00.00.H56",
                            "Cấp đổi Giấy chứng nhận",
                            "0,5 ngày",
                            "",
                            "Không",
                            "",
                            "31/02/2026",
                            "",
                            "Tỉnh",
                            "",
                            ""),
                    List.of(
                            5,
                            "1.001193",
                            "Đăng ký khai sinh lại",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            ""),
                    List.of("", "Ghi chú: danh mục có hiệu lực đến khi có danh mục mới"),
                    List.of("", "", "Người lập biểu", "", "", "Thủ trưởng đơn vị"));

    private static Reading read(byte[] bytes) throws FileRefused {
        return FileReader.read(bytes).reading();
    }

    private static Reading sheet() throws FileRefused {
        return read(
                Workbook.of(
                                SHEET, "A1:D1", "A2:L2", "D4:E4", "A4:A5", "B4:B5", "C4:C5",
                                "F4:F5", "G4:G5", "H4:H5", "I4:I5", "J4:J5", "K4:K5", "L4:L5",
                                "B7:L7", "A8:A9", "B8:B9", "C8:C9", "B12:L12")
                        .bytes());
    }

    private static Item item(Reading reading, int line) {
        return reading.items().stream().filter(one -> one.line() == line).findFirst().orElseThrow();
    }

    private static Published record(Reading reading, int line) {
        var record = item(reading, line).record();
        if (record == null) throw new AssertionError(item(reading, line));
        return record;
    }

    @Test
    void a_sheet_with_titles_merged_heads_and_sections_is_read() throws FileRefused {
        var birth = record(sheet(), 8);
        assertThat(birth.code()).isEqualTo("1.001193");
        assertThat(birth.name()).isEqualTo(LocalText.of("Đăng ký khai sinh"));
        assertThat(birth.field()).isEqualTo(new Published.Named(null, LocalText.of("Hộ tịch")));
        assertThat(birth.levels()).containsExactly(Level.COMMUNE);
        assertThat(birth.declared()).isEqualTo(OnlineLevel.FULL);
        assertThat(birth.validFrom()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(birth.decisions())
                .singleElement()
                .matches(one -> one.act() == Act.ANNOUNCE && "163/QĐ-BTP".equals(one.number()));
    }

    @Test
    void each_way_of_filing_keeps_its_own_time() throws FileRefused {
        var birth = record(sheet(), 8);
        assertThat(birth.ways())
                .extracting(way -> way.channel() + " " + way.quantity() + " " + way.unit())
                .containsExactly("DIRECT 1 SAME_DAY", "ONLINE 1 WORKING_DAY");
    }

    @Test
    void papers_on_further_lines_belong_to_the_procedure_above() throws FileRefused {
        assertThat(record(sheet(), 8).papers())
                .extracting(paper -> paper.name().vi())
                .containsExactly("Tờ khai", "Giấy chứng sinh");
        assertThat(record(sheet(), 10).papers())
                .extracting(paper -> paper.name().vi())
                .containsExactly("Bản chính", "Bản sao");
    }

    /// A published 0 is not told, whatever a sum would make of it.
    @Test
    void only_words_make_a_procedure_free() throws FileRefused {
        var birth = record(sheet(), 8).ways().getFirst().fees();
        assertThat(birth)
                .singleElement()
                .matches(fee -> fee.amount() == null && fee.free() == null);
        var copies = record(sheet(), 10).ways().getFirst().fees();
        assertThat(copies.getFirst().amount()).isEqualTo(8_000);
        assertThat(copies.getLast()).matches(fee -> fee.amount() == null && fee.free() == null);
        assertThat(Values.fees("Miễn phí")).allMatch(fee -> Boolean.TRUE.equals(fee.free()));
        assertThat(Values.fees("Không")).allMatch(fee -> Boolean.TRUE.equals(fee.free()));
        assertThat(Values.fees("0")).noneMatch(fee -> Boolean.TRUE.equals(fee.free()));
        assertThat(Values.fees("Không quy định")).isEmpty();
    }

    @Test
    void a_code_that_became_a_number_is_mended_and_said() throws FileRefused {
        var mended = item(sheet(), 10);
        assertThat(mended.code()).isEqualTo("2.000810");
        assertThat(mended.notes()).extracting(Note::key).contains("code-mended");
        assertThat(mended.record()).isNotNull();
        assertThat(mended.notes().getFirst().column()).isEqualTo("B “Mã số TTHC”");
    }

    @Test
    void every_fault_names_line_column_and_what_to_do() throws FileRefused {
        var reading = sheet();
        assertThat(item(reading, 13).notes())
                .singleElement()
                .isEqualTo(new Note(13, "B “Mã số TTHC”", "code", List.of("chưa có mã"), true));
        assertThat(item(reading, 14).notes())
                .contains(
                        new Note(14, "H “Ngày có hiệu lực”", "date", List.of("31/02/2026"), true));
        assertThat(item(reading, 15).notes())
                .contains(new Note(15, "B “Mã số TTHC”", "twice", List.of("1.001193", "8"), true));
        assertThat(reading.items()).hasSize(5);
    }

    @Test
    void what_stands_outside_the_table_is_left_out_and_said() throws FileRefused {
        assertThat(sheet().remarks())
                .contains(
                        new Note(0, "", "unknown-columns", List.of("L “Cán bộ phụ trách”"), false),
                        new Note(0, "", "outside", List.of("2", "16, 17"), false));
    }

    @Test
    void heads_are_known_without_marks_in_any_order_and_by_other_names() throws FileRefused {
        var text =
                "TEN TTHC;Linh vuc;MA TTHC;Thời gian giải quyết;Cách thức thực hiện\n"
                        + "Đăng ký tạm trú;Cư trú;1.004194;3 ngày làm việc;Trực tiếp, BCCI\n";
        for (var form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
            var bytes = Normalizer.normalize(text, form).getBytes(StandardCharsets.UTF_8);
            var stay = record(read(bytes), 2);
            assertThat(stay.code()).isEqualTo("1.004194");
            assertThat(stay.name()).isEqualTo(LocalText.of("Đăng ký tạm trú"));
            assertThat(stay.ways())
                    .extracting(Published.Way::channel)
                    .containsExactly(Channel.DIRECT, Channel.POSTAL);
            assertThat(stay.ways().getFirst().unit()).isEqualTo("WORKING_DAY");
        }
    }

    @Test
    void dates_are_read_in_every_usual_shape() {
        var day = LocalDate.of(2026, 1, 16);
        for (var typed :
                List.of(
                        "16/01/2026",
                        "16-1-2026",
                        "16.01.2026",
                        "2026-01-16",
                        "Ngày 16 tháng 01 năm 2026",
                        "46038")) {
            assertThat(Values.date(typed)).as(typed).contains(day);
        }
        for (var typed : List.of("31/02/2026", "16/01/26", "tháng 1", "2026")) {
            assertThat(Values.date(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void times_keep_their_unit_and_their_words() {
        assertThat(Values.time("07 ngày làm việc"))
                .isEqualTo(new Values.Time(7, "WORKING_DAY", "07 ngày làm việc"));
        assertThat(Values.time("20 ngày").unit()).isEqualTo("CALENDAR_DAY");
        assertThat(Values.time("8 giờ làm việc").unit()).isEqualTo("WORKING_HOUR");
        assertThat(Values.time("1/2 ngày làm việc").quantity()).isEqualTo(4);
        assertThat(Values.time("Không quy định").unit()).isNull();
        assertThat(Values.time("15").unit()).isNull();
    }

    @Test
    void a_table_that_abolishes_names_what_takes_the_place() throws FileRefused {
        var text =
                "Mã thủ tục,Tên thủ tục,Tình trạng,Số quyết định,Ngày hiệu lực,Thay thế bởi\n"
                        + "2.000488,Cấp Phiếu lý lịch tư pháp,Bãi bỏ,1025/QĐ-BCA,01/03/2025,3.000333\n";
        var gone = record(read(text.getBytes(StandardCharsets.UTF_8)), 2);
        assertThat(gone.validFrom()).isNull();
        assertThat(gone.decisions())
                .containsExactly(
                        new Published.Decision(
                                Act.ABOLISH,
                                "1025/QĐ-BCA",
                                null,
                                null,
                                null,
                                LocalDate.of(2025, 3, 1),
                                "3.000333"));
    }

    @Test
    void the_portals_own_records_are_read_with_their_traps() throws FileRefused {
        var json =
                """
                {"content": [{"code": "1.001193", "name": "Đăng ký khai sinh", "isWard": true,
                  "isFullProcess": false, "subjectTypes": [{"code": "DT1"}, {"code": "ĐT12"}],
                  "categories": [{"code": "G15-TP07", "name": "Hộ tịch"}],
                  "procedureProposal": {"proposalNumber": "163/QĐ-BTP", "decisionDate": 1768496400000},
                  "executionMethods": [
                    {"submissionMethod": "ONLINE", "processingTime": 1, "processingTimeUnit": "WORKING_DAY",
                     "fees": [{"type": "SERVICE_FEE", "value": 0, "description": "Do Hội đồng nhân dân tỉnh quy định"}]}],
                  "executionCases": [{"profileComponents": [
                    {"name": "Tờ khai", "originalQty": 1, "copyQty": 0, "code": "000.00.00.G15-KQ003204"},
                    {"name": "* Giấy tờ phải xuất trình", "originalQty": 0, "copyQty": 0}]}],
                  "legalBasises": [{"code": "123/2015/NĐ-CP", "name": "Nghị định 123/2015/NĐ-CP"}]}]}
                """;
        var birth = record(read(json.getBytes(StandardCharsets.UTF_8)), 1);
        assertThat(birth.papers()).hasSize(1);
        assertThat(birth.notes()).containsExactly(LocalText.of("* Giấy tờ phải xuất trình"));
        assertThat(birth.subjects()).containsExactly("ĐT1", "DT12");
        assertThat(birth.declared()).isEqualTo(OnlineLevel.PARTIAL);
        assertThat(birth.ways().getFirst().fees().getFirst().free()).isNull();
        assertThat(birth.decisions().getFirst().date()).isEqualTo(LocalDate.of(2026, 1, 16));
    }

    @Test
    void another_character_set_is_refused_because_marks_would_be_lost() {
        var bytes = "Mã,Tên\n1.001193,Đăng ký\n".getBytes(Charset.forName("windows-1258"));
        assertThat(HostileFilesTest.refusal(bytes)).isEqualTo("catalogue.refused.charset");
    }
}
