package vn.motcua.dossier.internal.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.opinion.Opinion;
import vn.motcua.dossier.internal.opinion.Opinions;
import vn.motcua.dossier.internal.opinion.Replies;
import vn.motcua.dossier.internal.opinion.Silences;
import vn.motcua.dossier.internal.processing.Answered;
import vn.motcua.dossier.internal.processing.Applicant;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Timers;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;
import vn.motcua.workflow.Issue;

/// The eight kinds of processing an office knows, each with a dossier that goes that way.
class KindsOfProcessingModuleTest {
    private final TogetherHouse house = TogetherHouse.open();

    @Test
    void opinions_are_asked_at_the_same_time_and_silence_counts_as_agreement() {
        var release =
                house.publish(
                        "9.200001",
                        "commune",
                        """
                        start: examine
                        steps:
                          - id: examine
                            name: {vi: Thẩm tra, en: Examine}
                            who: {position: CASE_OFFICER}
                            hours: 8
                            outcomes:
                              - {id: ask, name: {vi: Xin ý kiến, en: Ask}, to: [fire, police]}
                          - id: fire
                            name: {vi: Ý kiến phòng cháy, en: Fire police}
                            publicName: {vi: Đang hỏi cảnh sát phòng cháy, en: The fire police are asked}
                            service: {kind: OPINION, agency: fire-police, question: {vi: Có an toàn không?, en: Is it safe?}}
                            hours: 0
                            counted: false
                            timer: {after: {quantity: 12, unit: CALENDAR_DAY}, outcome: agreed, note: {vi: "Hết 12 ngày không trả lời: coi là đồng ý", en: "12 days of silence: agreement"}}
                            outcomes:
                              - {id: agreed, name: {vi: Đồng ý, en: Agrees}, to: [all]}
                              - {id: objected, name: {vi: Không đồng ý, en: Objects}, to: [all]}
                          - id: police
                            name: {vi: Ý kiến công an, en: Police}
                            service: {kind: OPINION, agency: commune-police}
                            hours: 0
                            counted: false
                            timer: {after: {quantity: 12, unit: CALENDAR_DAY}, outcome: agreed, note: {vi: "Hết 12 ngày: coi là đồng ý", en: "12 days: agreement"}}
                            outcomes:
                              - {id: agreed, name: {vi: Đồng ý, en: Agrees}, to: [all]}
                              - {id: objected, name: {vi: Không đồng ý, en: Objects}, to: [all]}
                          - id: all
                            join: true
                            to: [sign]
                          - id: sign
                            name: {vi: Ký, en: Sign}
                            who: {position: APPROVER}
                            hours: 2
                            outcomes:
                              - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: GRANTED}
                          - id: end
                        """);
        var id = house.accepted("2026-10-05T08:00", release);
        house.done("2026-10-05T09:00", house.officer, id, "examine", "ask");
        var asked = house.as(house.officer, () -> house.bean(Opinions.class).of(id));
        assertThat(asked)
                .extracting(Opinion::askedAgency)
                .containsExactlyInAnyOrder(TogetherHouse.FIRE, TogetherHouse.POLICE);
        assertThat(house.dossier(id).ledger().paused()).isTrue();
        var fire = asked.stream().filter(o -> o.askedAgency().equals(TogetherHouse.FIRE)).toList();
        house.run(
                "2026-10-08T09:00",
                house.fire,
                () ->
                        house.bean(Opinions.class)
                                .answer(
                                        fire.getFirst().id(),
                                        1,
                                        Opinion.Answer.DISAGREES,
                                        "Thiếu lối thoát.",
                                        null));
        house.run("2026-10-08T09:01", Caller.system(), house.bean(Replies.class)::settle);
        assertThat(house.tasks(id))
                .anySatisfy(
                        task -> {
                            assertThat(task.stepId()).isEqualTo("fire");
                            assertThat(task.outcome()).isEqualTo("objected");
                            assertThat(task.closedName()).isEqualTo("Ngô Đức Long");
                        });
        assertThat(house.openSteps(id)).contains("police").doesNotContain("fire", "sign");
        house.run(
                "2026-10-19T17:30",
                Caller.system(),
                () -> {
                    house.bean(Timers.class).fireDue(id);
                    house.bean(Silences.class).record();
                });
        assertThat(house.openSteps(id)).contains("sign").doesNotContain("police");
        assertThat(house.as(house.officer, () -> house.bean(Opinions.class).of(id)))
                .filteredOn(o -> o.askedAgency().equals(TogetherHouse.POLICE))
                .allSatisfy(
                        o -> {
                            assertThat(o.standing()).isEqualTo(Opinion.Standing.SILENT);
                            assertThat(o.silence()).isEqualTo(Opinion.Silence.AGREES);
                        });
        assertThat(house.dossier(id).ledger().paused()).isFalse();
    }

    @Test
    void a_timer_ends_in_an_act_nobody_has_to_do() {
        var release =
                house.publish(
                        "9.200002",
                        "commune",
                        """
                        start: post
                        steps:
                          - id: post
                            name: {vi: Niêm yết, en: Post publicly}
                            who: {position: SYSTEM}
                            hours: 0
                            counted: false
                            timer: {after: {quantity: 15, unit: CALENDAR_DAY}, outcome: quiet}
                            outcomes:
                              - {id: quiet, name: {vi: Không có ý kiến, en: Nobody objected}, to: [end], issues: ACKNOWLEDGED}
                              - {id: objected, name: {vi: Có khiếu nại, en: Somebody objected}, to: [look]}
                          - id: look
                            name: {vi: Xem xét, en: Look}
                            who: {position: CASE_OFFICER}
                            hours: 8
                            outcomes:
                              - {id: ok, name: {vi: Xong, en: Done}, to: [end], issues: ACKNOWLEDGED}
                          - id: end
                        """);
        var id = house.accepted("2026-10-05T08:00", release);
        house.run("2026-10-20T16:00", Caller.system(), () -> house.bean(Timers.class).fireDue(id));
        assertThat(house.dossier(id).outcome()).isNull();
        house.run("2026-10-20T17:01", Caller.system(), () -> house.bean(Timers.class).fireDue(id));
        assertThat(house.dossier(id).outcome()).isEqualTo(Issue.ACKNOWLEDGED);
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.RETURNED);
    }

    @Test
    void the_person_has_a_task_inside_the_process_of_the_officers() {
        var release =
                house.publish(
                        "9.200003",
                        "commune",
                        """
                        start: draft
                        steps:
                          - id: draft
                            name: {vi: Soạn, en: Draft}
                            who: {position: CASE_OFFICER}
                            hours: 4
                            outcomes:
                              - {id: send, name: {vi: Gửi, en: Send}, to: [check]}
                          - id: check
                            name: {vi: Xem bản nháp, en: Check the draft}
                            who: {position: CITIZEN}
                            hours: 0
                            counted: false
                            outcomes:
                              - {id: right, name: {vi: Đúng, en: Right}, to: [sign]}
                              - {id: wrong, name: {vi: Sai, en: Wrong}, to: [draft]}
                          - id: sign
                            name: {vi: Ký, en: Sign}
                            who: {position: APPROVER}
                            hours: 2
                            outcomes:
                              - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: GRANTED}
                          - id: end
                        """);
        var id = house.accepted("2026-10-05T08:00", release);
        house.done("2026-10-05T09:00", house.officer, id, "draft", "send");
        assertThat(house.dossier(id).ledger().paused()).isTrue();
        var token = house.open(id, "check").token();
        house.run(
                "2026-10-06T09:00",
                house.citizen,
                () -> house.bean(Applicant.class).completeStep(id, token, "right", null));
        assertThat(house.openSteps(id)).containsExactly("sign");
        assertThat(house.dossier(id).ledger().paused()).isFalse();
    }

    @Test
    void a_step_waits_for_what_happens_in_another_system() {
        var release =
                house.publish(
                        "9.200004",
                        "commune",
                        """
                        start: wait
                        steps:
                          - id: wait
                            name: {vi: Chờ số định danh, en: Wait for the personal id}
                            who: {position: SYSTEM}
                            waits: true
                            hours: 0
                            counted: false
                            outcomes:
                              - {id: given, name: {vi: Đã có, en: Given}, to: [sign]}
                              - {id: none, name: {vi: Không cấp, en: Not given}, to: [sign]}
                          - id: sign
                            name: {vi: Ký, en: Sign}
                            who: {position: APPROVER}
                            hours: 2
                            outcomes:
                              - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: GRANTED}
                          - id: end
                        """);
        var id = house.accepted("2026-10-05T08:00", release);
        assertThat(house.dossier(id).ledger().paused()).isTrue();
        var token = house.open(id, "wait").token();
        house.run(
                "2026-10-07T10:00",
                Caller.system(),
                () ->
                        house.bean(TransactionTemplate.class)
                                .executeWithoutResult(
                                        _ -> {
                                            var dossier = house.bean(DossierStore.class).lock(id);
                                            var _ =
                                                    house.bean(Answered.class)
                                                            .complete(
                                                                    dossier,
                                                                    token,
                                                                    Caller.system(),
                                                                    null,
                                                                    TogetherHouse.time(
                                                                            "2026-10-07T10:00"),
                                                                    "given");
                                        }));
        assertThat(house.openSteps(id)).containsExactly("sign");
        assertThat(house.dossier(id).ledger().paused()).isFalse();
    }

    @Test
    void defects_lead_back_once_and_no_more() {
        var release =
                house.publish(
                        "9.200005",
                        "commune",
                        """
                        start: examine
                        steps:
                          - id: examine
                            name: {vi: Thẩm tra, en: Examine}
                            who: {position: CASE_OFFICER}
                            hours: 8
                            outcomes:
                              - {id: ok, name: {vi: Trình ký, en: Pass on}, to: [sign]}
                          - id: sign
                            name: {vi: Ký, en: Sign}
                            who: {position: APPROVER}
                            hours: 2
                            outcomes:
                              - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: GRANTED}
                              - {id: back, name: {vi: Trả lại sửa, en: Send back}, to: [examine], atMost: 1}
                          - id: end
                        """);
        var id = house.accepted("2026-10-05T08:00", release);
        house.done("2026-10-05T09:00", house.officer, id, "examine", "ok");
        house.done("2026-10-05T10:00", house.approver, id, "sign", "back");
        house.done("2026-10-05T11:00", house.officer, id, "examine", "ok");
        assertThatThrownBy(() -> house.done("2026-10-05T13:30", house.approver, id, "sign", "back"))
                .isInstanceOf(ProblemException.class);
        house.done("2026-10-05T14:00", house.approver, id, "sign", "sign");
        assertThat(house.dossier(id).outcome()).isEqualTo(Issue.GRANTED);
    }

    @Test
    void the_chair_or_a_deputy_signs_and_then_nobody_else() {
        var deputy =
                house.person("pho", "Bùi Thị Thanh", TogetherHouse.WARD, PositionKind.APPROVER);
        var release = house.publish("9.200006", "commune", TogetherTexts.PLAIN);
        for (var signer : List.of(house.approver, deputy)) {
            var other = signer.equals(deputy) ? house.approver : deputy;
            var id = house.accepted("2026-10-05T08:00", release);
            house.done("2026-10-05T09:00", house.officer, id, "examine", "ok");
            var token = house.open(id, "sign").token();
            int seen = house.version(id);
            house.done("2026-10-05T10:00", signer, id, "sign", "sign");
            assertThatThrownBy(
                            () ->
                                    house.run(
                                            "2026-10-05T10:01",
                                            other,
                                            () ->
                                                    house.bean(Desk.class)
                                                            .completeStep(
                                                                    id, seen, token, "sign", null)))
                    .isInstanceOf(ProblemException.class);
            assertThat(house.tasks(id))
                    .filteredOn(task -> task.stepId().equals("sign"))
                    .singleElement()
                    .satisfies(task -> assertThat(task.closedName()).isEqualTo(signer.name()));
        }
    }

    @Test
    void one_step_is_done_by_several_desks() {
        var second =
                house.person("thuly2", "Tô Văn Hải", TogetherHouse.WARD, PositionKind.CASE_OFFICER);
        var release =
                house.publish(
                        "9.200007",
                        "commune",
                        """
                        start: council
                        steps:
                          - id: council
                            name: {vi: Hội đồng thẩm tra, en: Council}
                            who: {position: CASE_OFFICER}
                            people: {count: 2, decide: ALL, else: no}
                            hours: 8
                            outcomes:
                              - {id: ok, name: {vi: Đồng ý, en: Agree}, to: [sign]}
                              - {id: no, name: {vi: Không, en: No}, to: [refuse], kind: NEGATIVE}
                          - id: sign
                            name: {vi: Ký, en: Sign}
                            who: {position: APPROVER}
                            hours: 2
                            outcomes:
                              - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: GRANTED}
                          - id: refuse
                            name: {vi: Từ chối, en: Refuse}
                            who: {position: APPROVER}
                            hours: 2
                            outcomes:
                              - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: REJECTED}
                          - id: end
                        """);
        var id = house.accepted("2026-10-05T08:00", release);
        house.done("2026-10-05T09:00", house.officer, id, "council", "ok");
        assertThat(house.openSteps(id)).containsExactly("council");
        assertThatThrownBy(() -> house.done("2026-10-05T09:30", house.officer, id, "council", "ok"))
                .isInstanceOf(ProblemException.class);
        house.done("2026-10-05T10:00", second, id, "council", "ok");
        assertThat(house.openSteps(id)).containsExactly("sign");
    }

    /// Work done at another agency: it sees the dossier because it was given a step of it, does
    /// that step and nothing else, in hours of its own.
}
