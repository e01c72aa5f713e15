package vn.motcua.form.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvImportTest {
    private final CompiledField guests =
            Sample.field(
                            """
                            {id: guests, type: repeat, label: Khách, import: csv, fields: [
                                          {id: name, type: text, label: {vi: "Họ tên", en: Full name}, required: true},
                                          {id: born, type: date, label: {vi: Ngày sinh, en: Date of birth}},
                                          {id: sex, type: choice, label: {vi: Giới tính, en: Sex}, options: [{value: m, label: {vi: Nam, en: Male}}, {value: f, label: {vi: Nữ, en: Female}}]},
                                          {id: home, type: address, label: {vi: Nơi ở, en: Home}}]}""")
                    .compiled("guests")
                    .orElseThrow();

    private CsvImport read(String text) {
        return CsvImport.read(guests, text.getBytes(StandardCharsets.UTF_8), Sample.ONLINE);
    }

    @Test
    void a_spreadsheet_with_semicolons_and_a_byte_order_mark_is_read() {
        var read =
                read(
                        "\ufeffHọ tên;Ngày sinh;Giới tính;Nơi ở: Tỉnh, thành phố;Nơi ở: Xã, phường, đặc khu\r\n"
                                + "Trần An;20/11/1990;Nữ;Hồ Chí Minh;Bến Thành\r\n;;;;\r\n\"Lê \"\"Tí\"\"\";1991-02-03;m;;\r\n");
        assertThat(read.refusal()).isNull();
        assertThat(read.faults()).isEmpty();
        assertThat(read.items())
                .containsExactly(
                        Map.of(
                                "name",
                                "Trần An",
                                "born",
                                "1990-11-20",
                                "sex",
                                "f",
                                "home",
                                Map.of("province", "79", "commune", "26743")),
                        Map.of("name", "Lê \"Tí\"", "born", "1991-02-03", "sex", "m"));
    }

    @Test
    void columns_are_found_by_id_or_by_label_in_any_order_and_without_marks() {
        assertThat(read("sex,name\nm,An\n").items())
                .containsExactly(Map.of("sex", "m", "name", "An"));
        assertThat(read("gioi tinh,HO TEN\nnam,An\n").items())
                .containsExactly(Map.of("sex", "m", "name", "An"));
        assertThat(read("Full name,Date of birth\nAn,2/3/1990\n").items())
                .containsExactly(Map.of("name", "An", "born", "1990-03-02"));
    }

    @Test
    void a_cell_of_separators_alone_is_a_date_that_cannot_be_read() {
        assertThat(read("name,born\nAn,/\n").faults()).isNotEmpty();
        assertThat(read("name,born\nAn,//.-\n").faults()).isNotEmpty();
    }

    @Test
    void every_bad_row_is_named_by_its_number_in_the_file() {
        var read = read("name,born\nAn,31/2/1990\nBình,1/1/1990\nChi,x\n");
        assertThat(read.faults())
                .extracting(f -> f.row() + " " + f.fault().path())
                .containsExactly("2 born", "4 born");
    }

    @Test
    void a_file_that_is_not_for_this_list_is_refused_with_the_columns_it_should_have() {
        assertThat(read("name,shoe\nAn,42\n").refusal()).isEqualTo("form.csv.column");
        assertThat(read("name\n").refusal()).isEqualTo("form.csv.empty");
        assertThat(read("").refusal()).isEqualTo("form.csv.empty");
        assertThat(read("name\n" + "An\n".repeat(501)).refusal()).isEqualTo("form.csv.too-many");
        assertThat(read("name\n" + "An\n".repeat(500)).items()).hasSize(500);
        assertThat(
                        CsvImport.read(
                                        guests,
                                        "name\nTrân\n".getBytes(StandardCharsets.ISO_8859_1),
                                        Sample.ONLINE)
                                .refusal())
                .isEqualTo("form.csv.not-utf8");
        assertThat(CsvImport.read(guests, new byte[3_000_000], Sample.ONLINE).refusal())
                .isEqualTo("form.csv.too-big");
    }

    @Test
    void the_template_has_the_columns_and_no_formula() {
        assertThat(CsvImport.header(guests, Locale.ROOT))
                .startsWith("Họ tên", "Ngày sinh", "Giới tính", "Nơi ở: Tỉnh, thành phố");
        assertThat(CsvRows.write(List.of("=1+1", "a;b"), true))
                .isEqualTo("\ufeff'=1+1;\"a;b\"\r\n");
        assertThat(
                        read(CsvRows.write(CsvImport.header(guests, Locale.ROOT), true)
                                        + "An;1/1/1990;Nam;;\r\n")
                                .items())
                .hasSize(1);
    }
}
