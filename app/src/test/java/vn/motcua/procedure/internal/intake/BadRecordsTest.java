package vn.motcua.procedure.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.procedure.internal.intake.Reading.Item;
import vn.motcua.procedure.internal.intake.Reading.Note;

/// What nobody can read or show is a fault on its line; the lines around it are taken.
class BadRecordsTest {
    private static final String GOOD =
            "{\"code\":\"1.000001\",\"name\":{\"vi\":\"Tốt\",\"en\":\"Good\"}}";

    private static List<Item> items(String text) {
        try {
            return FileReader.read(text.getBytes(StandardCharsets.UTF_8)).reading().items();
        } catch (FileRefused refused) {
            throw new AssertionError(refused.key(), refused);
        }
    }

    private static List<String> grave(Item item) {
        return item.notes().stream().filter(Note::grave).map(Note::key).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\":{\"vi\":null}",
                "\"name\":{\"vi\":7}",
                "\"name\":{\"en\":\"X\"}",
                "\"name\":{\"vi\":\"X\"},\"ways\":[{}]",
                "\"name\":{\"vi\":\"X\"},\"ways\":[null]",
                "\"name\":{\"vi\":\"X\"},\"ways\":[{\"channel\":\"DIRECT\",\"fees\":[{\"kind\":\"FEE\",\"amount\":-1,\"name\":{\"vi\":\"Phí\"}}]}]",
                "\"name\":{\"vi\":\"X\"},\"localCodes\":[{}]",
                "\"name\":{\"vi\":\"X\"},\"requirements\":[null]",
                "\"name\":{\"vi\":\"X\"},\"field\":{\"code\":\"1\"}",
                "\"name\":\"X\",\"executionMethods\":[{\"submissionMethod\":\"DIRECT\",\"processingTimeUnit\":\"DAY\",\"processingTime\":99999999999999999999}]",
            })
    void a_record_without_the_shape_of_the_catalogue_is_a_fault_on_its_line(String inside) {
        var items = items("[" + GOOD + ",{\"code\":\"1.000002\"," + inside + "}]");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).record()).isNotNull();
        assertThat(items.get(1).record()).isNull();
        assertThat(grave(items.get(1))).containsExactly("shape");
        assertThat(items.get(1).code()).isEqualTo("1.000002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "70,YEAR",
                "601,MONTH",
                "5001,WORKING_DAY",
                "0,WORKING_DAY",
                "3,FORTNIGHT",
            })
    void a_time_limit_that_cannot_be_is_a_fault(String limit) {
        var parts = limit.split(",", -1);
        var way =
                "{\"channel\":\"DIRECT\",\"quantity\":%s,\"unit\":\"%s\"}"
                        .formatted(parts[0], parts[1]);
        var items =
                items("[{\"code\":\"1.000002\",\"name\":{\"vi\":\"X\"},\"ways\":[" + way + "]}]");
        assertThat(grave(items.getFirst())).containsExactly("term-long");
    }

    @Test
    void a_cell_of_seventy_years_is_a_fault_of_its_line_and_fifty_are_a_time_limit() {
        var items =
                items(
                        "Mã thủ tục,Tên thủ tục,Thời hạn giải quyết\n"
                                + "1.000001,Thuê đất,70 năm\n1.000002,Thuê rừng,50 năm\n");
        assertThat(grave(items.get(0))).containsExactly("term-long");
        assertThat(items.get(0).record()).isNull();
        assertThat(items.get(1).record()).isNotNull();
    }

    @Test
    void signs_that_cannot_be_kept_are_a_fault_and_never_reach_the_notes() {
        for (var sign : List.of("\\u0000", "\\u0007", "\\ud800")) {
            var bad = "{\"code\":\"1.000002\",\"name\":{\"vi\":\"Đăng" + sign + "ký\"}}";
            var items = items("[" + bad + "," + GOOD + ",{\"code\":\"1" + sign + "\"}]");
            assertThat(grave(items.get(0))).containsExactly("signs");
            assertThat(items.get(0).title()).isEqualTo("Đăng\ufffdký");
            assertThat(items.get(0).notes().getLast().args()).containsExactly("Đăng\ufffdký");
            assertThat(items.get(1).record()).isNotNull();
            assertThat(items.get(2).code()).isEqualTo("1\ufffd");
        }
    }

    @Test
    void days_of_other_ages_are_faults() {
        var items =
                items(
                        "[{\"code\":\"1.000001\",\"name\":{\"vi\":\"X\"},\"validFrom\":\"+999999-01-01\"},"
                                + "{\"code\":\"1.000002\",\"name\":{\"vi\":\"X\"},\"validTo\":\"0201-01-01\"},"
                                + "{\"codeNotation\":\"1.000003\",\"name\":\"X\",\"procedureProposal\":"
                                + "[{\"proposalNumber\":\"1/QĐ\",\"decisionDate\":9000000000000000}]}]");
        assertThat(items).allSatisfy(item -> assertThat(grave(item)).containsExactly("date"));
        assertThat(Values.date("16/01/0026")).isEmpty();
        assertThat(Values.date("16/01/2026")).isPresent();
    }

    @Test
    void a_text_without_english_is_shown_in_vietnamese() {
        var name = items("[{\"code\":\"1.000002\",\"name\":{\"vi\":\"X\"}}]").getFirst();
        var record = Objects.requireNonNull(name.record());
        assertThat(Objects.requireNonNull(record.name()).en()).isEqualTo("X");
    }

    @Test
    void what_the_portal_leaves_unnamed_is_left_out() {
        var read =
                items(
                                "[{\"codeNotation\":\"1.000003\",\"name\":\"X\","
                                        + "\"keywords\":[{\"name\":\"khai sinh\"},{\"id\":3},\"hộ tịch\"],"
                                        + "\"requirementsAndConditions\":[{\"id\":1},{\"name\":\"Đủ tuổi\"}]}]")
                        .getFirst()
                        .record();
        var record = Objects.requireNonNull(read);
        assertThat(record.keywords()).containsExactly("khai sinh", "hộ tịch");
        assertThat(record.requirements()).extracting(text -> text.vi()).containsExactly("Đủ tuổi");
    }
}
