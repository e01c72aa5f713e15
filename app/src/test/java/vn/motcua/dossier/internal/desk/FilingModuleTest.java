package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.form.Answers;
import vn.motcua.form.Draft;
import vn.motcua.form.Drafts;
import vn.motcua.form.FormProblem;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.ProblemCode;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;

/// Filing again, to the right agency, and what was checked. 2 November 2026 is a Monday.
class FilingModuleTest {
    private static final ReleaseId FIRST = new ReleaseId("9.000003", 1);
    private static final ReleaseId SECOND = new ReleaseId("9.000003", 2);

    private final WaitingHouse it = new WaitingHouse();

    private Filing notice(ReleaseId release, String start, String key, @Nullable String name) {
        return new Filing(
                release,
                Channel.ONLINE,
                null,
                DeskHouse.HERE,
                Answers.of(Map.of("name", "Hồ Văn Lực", "phone", "+84908123318", "start", start)),
                it.house.citizen,
                name,
                List.of(),
                ReturnWay.ELECTRONIC,
                key,
                null);
    }

    private void publish(int version) {
        var faults = new FaultSink();
        var files =
                ReleaseFiles.ofTexts(
                        Map.of(
                                "procedure.yaml",
                                PROCEDURE.replace("version: 1", "version: " + version),
                                "form.yaml",
                                FORM,
                                "process.yaml",
                                PROCESS),
                        faults);
        it.house.asking.run(
                Caller.system(), () -> it.house.bean(Releases.class).importFiles(files));
        assertThat(faults.faults()).isEmpty();
        assertThat(it.house.bean(Releases.class).find(new ReleaseId("9.000003", version)))
                .isPresent();
    }

    private Filed file(String hanoi, Filing filing) {
        return it.at(hanoi, it.citizen, () -> it.house.bean(Intake.class).file(filing));
    }

    @Test
    void the_same_request_again_gets_the_same_answer_whatever_has_changed_since() {
        publish(1);
        var first = file("2026-11-02T08:00", notice(FIRST, "2026-11-09", "again", null));
        var code = ((Filed.Accepted) first).code();
        var late = file("2026-11-06T08:00", notice(FIRST, "2026-11-09", "again", null));
        assertThat(late).isEqualTo(new Filed.Accepted(code, true));
        refused(
                DossierProblem.TOO_LATE_TO_NOTIFY,
                () -> file("2026-11-06T08:00", notice(FIRST, "2026-11-09", "another", null)));
        publish(2);
        var renewed = file("2026-11-06T08:00", notice(SECOND, "2026-11-09", "again", null));
        assertThat(renewed).isEqualTo(new Filed.Accepted(code, true));
        refused(
                DossierProblem.KEY_REUSED,
                () -> file("2026-11-06T08:00", notice(FIRST, "2026-11-09", "again", "Ai khác")));
        assertThat(
                        it.<Boolean>at(
                                "2026-11-06T08:00",
                                it.citizen,
                                () ->
                                        it.house
                                                .bean(Intake.class)
                                                .repeated(
                                                        notice(FIRST, "2026-11-09", "again", null))
                                                .isPresent()))
                .isTrue();
    }

    @Test
    void a_day_beyond_every_calendar_is_a_fault_of_the_answer() {
        publish(1);
        var far = file("2026-11-02T08:00", notice(FIRST, "2150-01-01", "far", null));
        assertThat(far)
                .asInstanceOf(InstanceOfAssertFactories.type(Filed.Incomplete.class))
                .satisfies(
                        incomplete ->
                                assertThat(incomplete.faults())
                                        .anyMatch(fault -> fault.path().equals("start")));
        assertThat(file("2026-11-02T08:00", notice(FIRST, "2070-01-01", "later", null)))
                .isInstanceOf(Filed.Accepted.class);
    }

    @Test
    void an_agency_that_does_not_settle_the_matter_cannot_be_named() {
        var filing =
                new Filing(
                        DeskHouse.RELEASE,
                        Channel.ONLINE,
                        null,
                        "H29",
                        Answers.of(Map.of("name", "Hồ Văn Lực", "phone", "+84908123318")),
                        it.house.citizen,
                        null,
                        List.of(),
                        ReturnWay.ELECTRONIC,
                        "elsewhere",
                        null);
        refused(DossierProblem.WRONG_AGENCY, () -> file("2026-11-02T08:00", filing));
    }

    @Test
    void a_draft_that_was_changed_after_it_was_checked_is_not_filed() {
        var drafts = it.house.bean(Drafts.class);
        var answers = Answers.of(Map.of("name", "Hồ Văn Lực", "phone", "+84908123318"));
        var wanted =
                new Drafts.NewDraft(
                        DeskHouse.RELEASE,
                        "ONLINE",
                        it.house.citizen,
                        null,
                        DeskHouse.HERE,
                        answers);
        var checked = it.house.as(it.citizen, () -> drafts.open(wanted));
        var changed =
                it.house.as(
                        it.citizen,
                        () ->
                                drafts.save(
                                        checked.with(
                                                answers.with(Map.of("name", "Hồ Văn Lực Hai")),
                                                "who")));
        refused(
                FormProblem.DRAFT_CHANGED,
                () -> file("2026-11-02T08:00", filing(checked, changed.answers())));
        assertThat(file("2026-11-02T08:00", filing(changed, changed.answers())))
                .isInstanceOf(Filed.Accepted.class);
    }

    private Filing filing(Draft draft, Answers answers) {
        return new Filing(
                draft.release(),
                Channel.ONLINE,
                null,
                DeskHouse.HERE,
                answers,
                it.house.citizen,
                null,
                List.of(),
                ReturnWay.ELECTRONIC,
                "draft-" + draft.version(),
                draft.id(),
                draft.version());
    }

    private static void refused(ProblemCode problem, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private static final String PROCEDURE =
            """
            code: "9.000003"
            version: 1
            effectiveFrom: 2026-07-01
            name: {vi: Thông báo trước, en: Notice beforehand}
            summary: {vi: Thông báo trước ba ngày làm việc., en: Notice three working days before.}
            field: {code: G15-TP07, name: {vi: Hộ tịch, en: Civil status}}
            levels: [COMMUNE]
            executing: {unitGroup: commune}
            audience: {vi: Công dân, en: Citizens}
            minutes: 5
            channels:
              - {channel: ONLINE, term: {unit: BACKWARD, quantity: 3, event: start}}
            results:
              - {code: KQ.G15.000097, name: {vi: Giấy ghi nhận, en: Acknowledgement}}
            legalBasis:
              - {code: 68/2020/QH14, name: {vi: Luật Cư trú, en: Residence Law}}
            supplement: {beforeAcceptance: RESTART, duringAppraisal: RESUME, maxDuringAppraisal: 1, answerWithinDays: 30}
            reasons:
              supplement:
                - {id: proof-missing, text: {vi: Chưa có giấy tờ, en: Missing}, basis: "Luật Cư trú, Điều 20"}
              refusal:
                - {id: elsewhere, text: {vi: Không thuộc thẩm quyền, en: Elsewhere}, basis: "Luật Cư trú, Điều 21"}
            """;

    private static final String FORM =
            """
            roles: {ownerName: name, ownerPhone: phone}
            sections:
              - id: person
                title: {vi: Người thông báo, en: The person}
                questions:
                  - id: who
                    title: {vi: Thông báo gì?, en: What is noticed?}
                    fields:
                      - {id: name, type: text, label: {vi: Họ và tên, en: Full name}, required: true, maxLength: 100}
                      - {id: phone, type: phone, label: {vi: Số điện thoại, en: Telephone}, required: true}
                      - {id: start, type: date, label: {vi: Ngày bắt đầu, en: First day}, required: true}
            """;

    private static final String PROCESS =
            """
            start: note
            steps:
              - id: note
                name: {vi: Ghi nhận, en: Take note}
                who: {position: CASE_OFFICER}
                hours: 4
                outcomes:
                  - {id: noted, name: {vi: Ghi nhận, en: Noted}, to: [end], issues: ACKNOWLEDGED}
              - id: end
            """;
}
