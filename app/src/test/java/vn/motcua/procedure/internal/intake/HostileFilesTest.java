package vn.motcua.procedure.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Files nobody's spreadsheet makes are refused by name.
class HostileFilesTest {
    private static final List<List<Object>> GOOD =
            List.of(List.of("Mã thủ tục", "Tên thủ tục"), List.of("1.001193", "Đăng ký khai sinh"));

    static String refusal(byte[] bytes) {
        try {
            FileReader.read(bytes);
            return "read";
        } catch (FileRefused refused) {
            return refused.key();
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_plain_workbook_is_read() {
        assertThat(refusal(Workbook.of(GOOD).bytes())).isEqualTo("read");
    }

    @Test
    void a_zip_bomb_is_refused_before_it_unfolds() {
        var zeros = new byte[64 << 20];
        assertThat(refusal(Workbook.of(GOOD).part("xl/media/big.bin", zeros).bytes()))
                .isEqualTo("catalogue.refused.bomb");
        var sheet = "<worksheet>" + " ".repeat(32 << 20) + "</worksheet>";
        assertThat(refusal(Workbook.of(GOOD).part("xl/worksheets/sheet1.xml", sheet).bytes()))
                .isEqualTo("catalogue.refused.bomb");
    }

    @Test
    void a_gzip_bomb_is_refused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(new byte[FileReader.MOST_BYTES + 10]);
        }
        assertThat(refusal(out.toByteArray())).isEqualTo("catalogue.refused.bomb");
    }

    @Test
    void entities_and_types_of_ones_own_are_refused_in_every_part() {
        var laughs =
                "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><worksheet><sheetData/></worksheet>";
        var outside = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><sst>&a;</sst>";
        assertThat(refusal(Workbook.of(GOOD).part("xl/worksheets/sheet1.xml", laughs).bytes()))
                .isEqualTo("catalogue.refused.doctype");
        assertThat(refusal(Workbook.of(GOOD).part("xl/sharedStrings.xml", outside).bytes()))
                .isEqualTo("catalogue.refused.doctype");
    }

    @Test
    void macros_and_odd_paths_are_refused() {
        assertThat(refusal(Workbook.of(GOOD).part("xl/vbaProject.bin", "x").bytes()))
                .isEqualTo("catalogue.refused.macros");
        assertThat(refusal(Workbook.of(GOOD).part("../../etc/passwd", "x").bytes()))
                .isEqualTo("catalogue.refused.path-trick");
    }

    @Test
    void broken_and_other_files_are_refused_by_name() {
        var good = Workbook.of(GOOD).bytes();
        assertThat(refusal(Arrays.copyOf(good, good.length / 2)))
                .isEqualTo("catalogue.refused.broken-workbook");
        assertThat(refusal(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0, 0}))
                .startsWith("catalogue.refused.");
        assertThat(refusal(text("%PDF-1.7"))).isEqualTo("catalogue.refused.kind");
        assertThat(refusal(text("<html></html>"))).isEqualTo("catalogue.refused.kind");
        assertThat(refusal(text("[{\"code\": "))).isEqualTo("catalogue.refused.broken-json");
        assertThat(refusal(text("a,b\n\"1.0"))).isEqualTo("catalogue.refused.quote-open");
        assertThat(refusal(text("Tên,Ghi chú\nx,y\n"))).isEqualTo("catalogue.refused.no-heading");
        assertThat(refusal(new byte[0])).isEqualTo("catalogue.refused.empty");
        assertThat(refusal(text("[" + "[".repeat(100_000))))
                .isIn("catalogue.refused.broken-json", "catalogue.refused.no-records");
    }

    @Property(tries = 300)
    void no_bytes_break_the_reader(@ForAll @Size(max = 400) byte[] bytes) {
        assertThat(refusal(bytes)).isNotNull();
    }

    @Property(tries = 150)
    void no_changed_byte_of_a_workbook_breaks_the_reader(@ForAll int where, @ForAll byte what) {
        var bytes = Workbook.of(GOOD, "A1:B1").bytes();
        bytes[Math.floorMod(where, bytes.length)] = what;
        assertThat(refusal(bytes)).isNotNull();
    }
}
