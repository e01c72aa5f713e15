package vn.motcua.dossier.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.journal.JournalFeed;
import vn.motcua.procedure.Fault;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;
import vn.motcua.register.Neighbours;
import vn.motcua.register.Registers;
import vn.motcua.rules.Visitor;

/// What officers, the person and the operator see of questions to registers.
class RegisterPagesModuleTest {
    private static final ReleaseId PROOF = new ReleaseId("9.000778", 1);
    private final QueryHouse house = QueryHouse.open();

    @AfterEach
    void mend() {
        Neighbours.open().turn("population", "ok");
        house.bean(Registers.class).knock("population");
    }

    @Test
    void the_officer_sees_what_was_declared_beside_what_the_register_says() {
        var id = house.accepted("2026-11-26T08:00", "Võ Văn Kiểm", "1947-05-05", "079047000505");
        house.work("2026-11-26T09:01");
        var page = visitor(QueryHouse.SOCIAL).get("/desk/dossiers/" + id).body();
        assertThat(page)
                .contains("Đối chiếu cơ sở dữ liệu", "Có điểm khác", "Người dân khai")
                .contains("Phường Bến Thành", "Phường Sài Gòn", "5/5/1947")
                .contains("Căn cứ: Luật Căn cước 26/2023/QH15")
                .contains("nhận trả lời của cơ sở dữ liệu bên ngoài")
                .doesNotContain("sandbox-secret", "register.standing", "register.news");
    }

    @Test
    void the_person_reads_that_they_were_compared_and_who_asked_on_which_ground() {
        var id = house.accepted("2026-11-26T08:00", "Phạm Văn Tư", "1945-12-30", "079045000404");
        house.work("2026-11-26T09:01");
        house.bean(JournalFeed.class).drainAll("dossier.looks");
        var mother = visitor(TestPlatform.MOTHER);
        var code = house.dossier(id).code().value();
        assertThat(mother.get("/dossiers/" + code).body())
                .contains("đối chiếu với Cơ sở dữ liệu quốc gia về dân cư và khớp");
        assertThat(mother.get("/account/looks").body())
                .contains("Hỏi Cơ sở dữ liệu quốc gia về dân cư, hồ sơ " + code)
                .contains("Căn cứ: Luật Căn cước")
                .contains("Hệ thống của");
    }

    @Test
    void a_register_that_does_not_answer_is_told_in_a_sentence_with_a_button() {
        Neighbours.open().turn("population", "garbled");
        var id = house.accepted("2026-11-23T08:00", "Phạm Văn Tư", "1945-12-30", "079045000404");
        house.work("2026-11-23T09:01");
        Neighbours.open().turn("population", "ok");
        var officer = visitor(TestPlatform.CASE_OFFICER);
        var page = officer.get("/desk/dossiers/" + id).body();
        assertThat(page)
                .contains("Cơ sở dữ liệu gửi trả lời không đọc được.")
                .contains("Việc này chuyển cho cán bộ", "Hỏi lại");
        var query = house.asked(id).getFirst().id();
        var address = "/desk/dossiers/" + id + "/queries/" + query + "/again";
        var stale = Map.of("version", "1");
        assertThat(officer.post(address, stale).statusCode()).isEqualTo(409);
        officer.get("/desk/dossiers/" + id);
        var fresh = Map.of("version", String.valueOf(house.dossier(id).version()));
        assertThat(officer.post(address, fresh).statusCode()).isEqualTo(302);
        house.bean(QueryAnswers.class).work();
        assertThat(house.openSteps(id)).containsExactly("draft");
    }

    @Test
    void the_operator_sees_each_register_and_knocks_and_never_sees_a_credential() {
        var operator = visitor(TestPlatform.OPERATOR);
        var page = operator.get("/operator/registers").body();
        assertThat(page)
                .contains("Cơ sở dữ liệu quốc gia về dân cư", "127.0.0.1:", "Thử ngay")
                .doesNotContain("sandbox-secret");
        Neighbours.open().turn("population", "down");
        assertThat(tried(operator)).contains("Đã thử population: Chưa kết nối được");
        Neighbours.open().turn("population", "ok");
        assertThat(tried(operator)).contains("Đã thử population: có trả lời");
        assertThat(visitor(TestPlatform.CASE_OFFICER).get("/operator/registers").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_paper_a_register_has_answered_for_is_shown_so_and_not_asked_for_again() {
        assertThat(imported(PROCESS)).isEmpty();
        var known =
                Map.<String, Object>of(
                        "name",
                        "Nguyễn Văn Thìn",
                        "number",
                        "079048000101",
                        "phone",
                        "+84908123318");
        var unknown =
                Map.<String, Object>of(
                        "name", "Không Có Ai", "number", "079047111111", "phone", "+84908123318");
        var contradicted = new HashMap<>(known);
        contradicted.put("name", "Nguyễn Văn Tỵ");
        var one = house.accepted("2026-11-26T08:00", PROOF, known);
        var third = house.accepted("2026-11-26T08:00", PROOF, contradicted);
        var other = house.accepted("2026-11-26T08:00", PROOF, unknown);
        house.work("2026-11-26T09:01");
        var officer = visitor(QueryHouse.SOCIAL);
        assertThat(officer.get("/desk/dossiers/" + one).body())
                .contains("Đã có trong cơ sở dữ liệu");
        assertThat(officer.get("/desk/dossiers/" + other).body())
                .doesNotContain("Đã có trong cơ sở dữ liệu");
        assertThat(supplement(officer, one)).doesNotContain("Giấy chứng minh chỗ ở");
        assertThat(supplement(officer, other)).contains("Giấy chứng minh chỗ ở");
        assertThat(officer.get("/desk/dossiers/" + third).body())
                .as("a register that contradicts replaces no paper")
                .doesNotContain("Đã có trong cơ sở dữ liệu");
        assertThat(supplement(officer, third)).contains("Giấy chứng minh chỗ ở");
    }

    @Test
    void a_release_that_asks_what_no_register_knows_is_refused_by_line() {
        var wrong =
                PROCESS.replace("compare: {fullName: name}", "compare: {shoeSize: name}")
                        .replace("personalId: number, ", "");
        assertThat(imported(wrong))
                .extracting(Fault::key)
                .contains("register.fault.answer", "register.fault.input-missing");
        assertThat(imported(PROCESS.replace("register: population", "register: moon")))
                .extracting(Fault::key)
                .contains("register.fault.unknown");
    }

    private static String supplement(Visitor officer, UUID id) {
        return officer.get("/desk/dossiers/" + id + "/acts/supplement").body();
    }

    private static String tried(Visitor operator) {
        operator.get("/operator/registers");
        var answer = operator.post("/operator/registers/population/try", Map.of());
        var to = answer.headers().firstValue("Location").orElseThrow();
        return operator.get(to.replaceFirst("https?://[^/]+", "")).body();
    }

    private Visitor visitor(String login) {
        return Visitor.signedIn(house.platform.url(), login, house.platform.password());
    }

    private java.util.List<Fault> imported(String process) {
        var faults = new FaultSink();
        var files =
                ReleaseFiles.ofTexts(
                        Map.of(
                                "procedure.yaml", PROCEDURE,
                                "form.yaml", FORM,
                                "process.yaml", process),
                        faults);
        assertThat(faults.faults()).isEmpty();
        var report = house.asSystem(() -> house.bean(Releases.class).importFiles(files));
        return report.refused().stream().flatMap(one -> one.faults().stream()).toList();
    }

    private static final String PROCEDURE =
            """
            code: "9.000778"
            version: 1
            effectiveFrom: 2026-07-01
            name: {vi: Xác nhận chỗ ở, en: Confirmation of the home}
            summary: {vi: Xác nhận người dân đang ở tại phường., en: Confirms that a person lives in the ward.}
            field: {code: G15-TP07, name: {vi: Hộ tịch, en: Civil status}}
            levels: [COMMUNE]
            executing: {unitGroup: commune}
            audience: {vi: Công dân, en: Citizens}
            channels:
              - {channel: ONLINE, term: {quantity: 3, unit: WORKING_DAY, publishedText: 3 ngày làm việc}}
            components:
              - id: home
                name: {vi: Giấy chứng minh chỗ ở, en: Proof of the home}
                handling: SUBMIT
                required: true
                originals: 1
                copies: 0
                channels: [ONLINE]
                replacedBy: {register: population, note: {vi: Có trong dữ liệu dân cư, en: Held by the population register}}
            results:
              - {code: KQ.G15.000098, name: {vi: Giấy xác nhận, en: Certificate}}
            supplement: {beforeAcceptance: RESTART, duringAppraisal: RESUME, maxDuringAppraisal: 1, answerWithinDays: 30}
            reasons:
              supplement:
                - {id: missing, text: {vi: Chưa có giấy tờ, en: A paper is missing}, basis: "Luật Cư trú 68/2020/QH14, Điều 20"}
            """;

    private static final String FORM =
            """
            roles: {ownerName: name, ownerPhone: phone, summary: "'Xác nhận: ' + name"}
            sections:
              - id: person
                title: {vi: Người được xác nhận, en: The person}
                questions:
                  - id: who
                    title: {vi: Ai được xác nhận?, en: Who is it about?}
                    fields:
                      - {id: name, type: text, label: {vi: Họ và tên, en: Full name}, required: true, maxLength: 100}
                      - {id: number, type: personal-id, label: {vi: Số định danh, en: Personal number}, required: true}
                      - {id: phone, type: phone, label: {vi: Số điện thoại, en: Telephone}, required: true}
            """;

    private static final String PROCESS =
            """
            start: ask
            steps:
              - id: ask
                name: {vi: Tra dân cư, en: Look up}
                service: {kind: QUERY, register: population, inputs: {personalId: number, fullName: name}, compare: {fullName: name}}
                outcomes:
                  - {id: found, name: {vi: Khớp, en: Agrees}, to: [appraise]}
                  - {id: differs, name: {vi: Khác, en: Differs}, to: [appraise]}
                  - {id: not-found, name: {vi: Không có, en: Unknown}, to: [appraise]}
              - id: appraise
                name: {vi: Thẩm tra, en: Examine}
                who: {position: CASE_OFFICER, unit: van-hoa-xa-hoi}
                hours: 4
                supplement: true
                outcomes:
                  - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: GRANTED}
              - id: end
            """;
}
