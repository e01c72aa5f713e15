package vn.motcua.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84901", "-2", "@SUM(A1)", "\tx", "\rx"})
    void nothing_a_spreadsheet_takes_for_a_formula_stands_first_in_a_cell(String value) {
        assertThat(Csv.cell(value).replace("\"", "")).startsWith("'");
    }

    @Test
    void commas_quotes_and_lines_stay_inside_their_cell() {
        assertThat(Csv.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(Csv.cell("say \"so\"")).isEqualTo("\"say \"\"so\"\"\"");
        assertThat(Csv.cell("H29.101-261123-0042")).isEqualTo("H29.101-261123-0042");
    }

    @Test
    void a_file_begins_with_its_mark_and_ends_lines_as_spreadsheets_do() {
        var text = new StringWriter();
        new Csv(new PrintWriter(text)).row(List.of("Mã", "Hạn"));
        assertThat(text.toString()).isEqualTo("\uFEFFMã,Hạn\r\n");
    }
}
