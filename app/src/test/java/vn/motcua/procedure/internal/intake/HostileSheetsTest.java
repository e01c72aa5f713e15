package vn.motcua.procedure.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sheets and cells made to cost more than they weigh.
class HostileSheetsTest {
    private static final List<List<Object>> GOOD =
            List.of(List.of("Mã thủ tục", "Tên thủ tục"), List.of("1.001193", "Đăng ký khai sinh"));
    private static final String BROKEN = "catalogue.refused.broken-workbook";

    private static String sheet(String rows) {
        var whole = Workbook.sheet(GOOD).replace("</sheetData>", rows + "</sheetData>");
        return HostileFilesTest.refusal(
                Workbook.of(GOOD).part("xl/worksheets/sheet1.xml", whole).bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='3'><c r='XFE3'><v>1</v></c></row>",
                "<row r='3'><c r='ZZZZZZZ3'><v>1</v></c></row>",
                "<row r='3'><c r='B3'><v>1</v></c><c r='A3'><v>1</v></c></row>",
                "<row r='3'><c r='A4'><v>1</v></c></row>",
                "<row r='3'><c r='?'><v>1</v></c></row>",
                "<row r='2'><c r='A2'><v>1</v></c></row>",
                "<row r='1048577'><c r='A1048577'><v>1</v></c></row>",
                "<row r='-1'/>",
            })
    void cells_that_stand_nowhere_are_refused(String rows) {
        assertThat(sheet(rows)).isEqualTo(BROKEN);
    }

    @Test
    void the_last_cell_of_a_sheet_may_stand_there() {
        assertThat(sheet("<row r='1048576'><c r='XFD1048576'/></row>")).isEqualTo("read");
    }

    @Test
    void a_number_with_billions_of_zeros_is_not_written_out() throws FileRefused {
        var rows =
                Workbook.sheet(GOOD)
                        .replace(
                                "</sheetData>",
                                "<row r='3'><c r='A3'><v>1E2000000000</v></c>"
                                        + "<c r='B3'><v>1E-2000000000</v></c>"
                                        + "<c r='C3' s='1'><v>1E300</v></c></row></sheetData>");
        var bytes = Workbook.of(GOOD).part("xl/worksheets/sheet1.xml", rows).bytes();
        var cells = XlsxTables.read(bytes).getFirst().lines().getLast().cells();
        assertThat(cells.subList(0, 2)).containsExactly("1E+2000000000", "1E-2000000000");
    }

    @Test
    void merged_cells_that_overlap_or_cover_too_much_are_refused() {
        assertThat(HostileFilesTest.refusal(Workbook.of(GOOD, "A1:B1", "B1:C2").bytes()))
                .isEqualTo(BROKEN);
        assertThat(HostileFilesTest.refusal(Workbook.of(GOOD, "A1:XFD1048576").bytes()))
                .isEqualTo("catalogue.refused.bomb");
        assertThat(HostileFilesTest.refusal(Workbook.of(GOOD, "D1:D1048576").bytes()))
                .isEqualTo("read");
        assertThat(HostileFilesTest.refusal(Workbook.of(GOOD, "D1:E1", "A3:B4").bytes()))
                .isEqualTo("read");
    }
}
