package vn.motcua.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.rules.Visitor;

/// Processes as tables, drawings and BPMN files.
class ProcessPagesModuleTest {
    private static final TestPlatform PLATFORM = TestPlatform.shared();

    private final Visitor operator =
            Visitor.signedIn(PLATFORM.url(), TestPlatform.OPERATOR, PLATFORM.password());

    @Test
    void a_process_is_shown_as_a_table_of_steps_and_a_drawing() {
        assertThat(operator.get("/operator/processes").body())
                .contains("<h1>Quy trình điện tử</h1>", "Đăng ký khai sinh", "1.001193");
        assertThat(operator.get("/operator/processes/1.001193/1").body())
                .contains("Thẩm tra, soạn Giấy khai sinh", "Cán bộ thụ lý", "<svg", "không đạt");
        assertThat(operator.get("/operator/processes/1.001193/99").statusCode()).isEqualTo(404);
        assertThat(operator.get("/operator/processes/none/1").statusCode()).isEqualTo(404);
    }

    @Test
    void a_drawing_goes_out_and_is_read_again_and_nothing_is_stored() {
        var out = operator.get("/operator/processes/1.001193/1/bpmn");
        assertThat(out.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/bpmn+xml");
        assertThat(out.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "1.001193-1.bpmn");
        var in = operator.send("/operator/processes", "file", "a.bpmn", out.body());
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.body()).contains("Bản vẽ đọc được và đúng đắn", "draft-check");
    }

    @Test
    void a_drawing_that_cannot_be_read_is_refused_with_what_to_do() {
        var in = operator.send("/operator/processes", "file", "a.bpmn", "<html/>");
        assertThat(in.statusCode()).isEqualTo(422);
        assertThat(in.body())
                .contains("Chưa đọc được bản vẽ", "không phải definitions", "Chọn tệp BPMN 2.0")
                .doesNotContain("workflow.fault");
    }

    @Test
    void nobody_elses_pages_they_are() {
        var mother = Visitor.signedIn(PLATFORM.url(), TestPlatform.MOTHER, PLATFORM.password());
        assertThat(mother.get("/operator/processes").statusCode()).isEqualTo(404);
        assertThat(mother.get("/operator/processes/1.001193/1/bpmn").statusCode()).isEqualTo(404);
    }
}
