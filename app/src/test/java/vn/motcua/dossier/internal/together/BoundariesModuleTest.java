package vn.motcua.dossier.internal.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.assignment.Hands;
import vn.motcua.dossier.internal.bundle.PartEnds;
import vn.motcua.dossier.internal.duty.Duties;
import vn.motcua.dossier.internal.duty.Duty;
import vn.motcua.dossier.internal.processing.Applicant;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Undoing;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.ProblemException;

/// What an agency, an act and a receipt reach, and no further.
class BoundariesModuleTest {
    private final TogetherHouse house = TogetherHouse.open();

    private static void refused(DossierProblem problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private JdbcClient sql() {
        return house.bean(JdbcClient.class);
    }

    @Test
    void a_head_gives_no_work_of_another_agency() {
        var id = house.accepted("2026-10-05T08:00", house.publish("9.400001", "commune", VISIT));
        house.done("2026-10-05T09:00", house.officer, id, "examine", "ok");
        var verify = house.open(id, "verify").id();
        var hands = house.bean(Hands.class);
        refused(
                DossierProblem.NOT_FOUND,
                () ->
                        house.at(
                                "2026-10-05T10:00",
                                house.approver,
                                () -> hands.choice(id, verify, Locale.ENGLISH)));
        refused(
                DossierProblem.NOT_ALLOWED_NOW,
                () ->
                        house.run(
                                "2026-10-05T10:00",
                                house.approver,
                                () ->
                                        hands.hand(
                                                id,
                                                house.version(id),
                                                verify,
                                                house.police.account())));
    }

    @Test
    void an_agency_whose_step_came_to_nothing_reads_the_dossier_and_its_papers_no_more() {
        var id = house.accepted("2026-10-05T08:00", house.publish("9.400001", "commune", VISIT));
        var file = UUID.randomUUID();
        house.as(Caller.system(), () -> paper(id, file));
        house.done("2026-10-05T09:00", house.officer, id, "examine", "ok");
        assertThat(house.sees(house.police, id)).isTrue();
        assertThat(opens(house.police, file)).isTrue();
        house.run(
                "2026-10-05T10:00",
                house.approver,
                () -> house.bean(Desk.class).stop(id, house.version(id), "Gửi nhầm."));
        house.drain("dossier-visitors");
        assertThat(house.sees(house.police, id)).isFalse();
        assertThat(opens(house.police, file)).isFalse();
        assertThat(opens(house.officer, file)).isTrue();
    }

    private int paper(UUID id, UUID file) {
        var kept =
                sql().sql(
                                """
                                insert into vault.file (id, name, media_type, size, sha256, purpose, shared_with,
                                       master_key, wrapped_key, stored_at, attached_at)
                                values (:id, 'a.pdf', 'application/pdf', 1, repeat('0', 64), 'COMPONENT',
                                       array[:ward], 'k', '\\x00', now(), now())
                                """)
                        .param("id", file)
                        .param("ward", TogetherHouse.WARD)
                        .update();
        return kept
                + sql().sql(
                                """
                                update dossier.dossier
                                   set papers = jsonb_build_array(jsonb_build_object('component', 'plan',
                                           'form', 'ELECTRONIC', 'quantity', 1, 'files', jsonb_build_array(:file::text)))
                                 where id = :id
                                """)
                        .param("file", file)
                        .param("id", id)
                        .update();
    }

    private boolean opens(Caller caller, UUID file) {
        return house.as(
                caller,
                () ->
                        sql().sql("select count(*) = 1 from vault.file where id = :id")
                                .param("id", file)
                                .query(Boolean.class)
                                .single());
    }

    @Test
    void a_part_that_went_on_after_its_parent_ended_is_withdrawn_all_the_same() {
        house.publish("9.400002", "commune-police", TogetherTexts.PLAIN);
        var id = house.accepted("2026-10-05T08:00", house.publish("9.400003", "commune", CALLS));
        house.done("2026-10-05T09:00", house.officer, id, "examine", "ok");
        var part =
                house.as(
                        Caller.system(),
                        () ->
                                sql().sql("select child_id from dossier.part where parent_id = :id")
                                        .param("id", id)
                                        .query(UUID.class)
                                        .single());
        house.run(
                "2026-10-08T09:00",
                house.policeDesk,
                () -> house.bean(Desk.class).accept(part, house.version(part)));
        house.run(
                "2026-10-07T09:00",
                house.citizen,
                () -> house.bean(Applicant.class).requestWithdrawal(id, "Không cần nữa."));
        house.run(
                "2026-10-07T10:00",
                house.officer,
                () -> house.bean(Desk.class).grantWithdrawal(id, house.version(id), "Đồng ý."));
        house.drain("dossier-parts");
        house.run("2026-10-08T11:00", Caller.system(), house.bean(PartEnds.class)::settle);
        assertThat(house.dossier(part).state()).isEqualTo(DossierState.STOPPED);
    }

    @Test
    void what_was_typed_with_an_act_goes_when_the_act_is_taken_back() {
        var id = house.accepted("2026-10-05T08:00", house.publish("9.400004", "commune", ASKS));
        typed(id, "examine", "ok", "Số 1");
        house.done("2026-10-05T09:05", house.approver, id, "sign", "back");
        typed(id, "examine", "ok", "Số 2");
        assertThat(facts(id)).containsEntry("found", "Số 2");
        house.run(
                "2026-10-05T09:15",
                house.officer,
                () -> house.bean(Undoing.class).undo(id, house.version(id)));
        assertThat(house.openSteps(id)).containsExactly("examine");
        assertThat(facts(id)).isEqualTo(Map.of("found", "Số 1"));
    }

    private void typed(UUID id, String step, String outcome, String words) {
        var token = house.open(id, step).token();
        house.run(
                "2026-10-05T09:00",
                house.officer,
                () ->
                        house.bean(Desk.class)
                                .completeStep(
                                        id,
                                        house.version(id),
                                        token,
                                        outcome,
                                        null,
                                        Map.of("found", words)));
    }

    private Map<String, String> facts(UUID id) {
        return house.as(Caller.system(), () -> house.bean(DossierStore.class).resultFacts(id));
    }

    private static final String FEES =
            """
            , fees: [{id: plate, kind: STATE_CHARGE, amount: 50000, name: {vi: Lệ phí, en: Charge}}]""";

    private void confirms(UUID id, int version, String receipt) {
        house.run(
                "2026-10-06T10:00",
                house.receptionist,
                () ->
                        house.bean(Duties.class)
                                .confirm(
                                        id,
                                        version,
                                        new Duty.Receipt(
                                                receipt,
                                                LocalDate.of(2026, 10, 6),
                                                50_000,
                                                "Hồ Văn Lực",
                                                Duty.Place.CASH_DESK,
                                                null,
                                                TogetherHouse.time("2026-10-06T10:00"))));
    }

    @Test
    void one_receipt_pays_one_duty() {
        var release = house.publish("9.400005", "commune", BILLS, FEES);
        var id = house.accepted("2026-10-05T08:00", release);
        int first = house.version(id);
        confirms(id, first, "BL-9");
        confirms(id, first, "BL-9");
        assertThat(house.openSteps(id)).containsExactly("second");
        int second = house.version(id);
        refused(DossierProblem.RECEIPT_USED, () -> confirms(id, second, "BL-9"));
        var other = house.accepted("2026-10-05T08:00", release);
        assertThatThrownBy(() -> confirms(other, house.version(other), "BL-9"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> {
                            assertThat(refused.problem()).isEqualTo(DossierProblem.RECEIPT_USED);
                            assertThat(refused.arguments())
                                    .contains(house.dossier(id).code().value());
                        });
        confirms(id, second, "BL-10");
        assertThat(house.openSteps(id)).containsExactly("sign");
    }

    @Test
    void what_was_written_of_leave_questions_and_duties_is_not_rewritten() {
        for (var change :
                List.of(
                        "absence set delegate = person",
                        "absence set posts = '{}'",
                        "opinion set question = ''",
                        "opinion set asked_agency = ''",
                        "duty set lines = '[]'",
                        "duty set starts_clock = false"))
            for (var caller : List.of(house.approver, Caller.system()))
                assertThatThrownBy(
                                () ->
                                        house.as(
                                                caller,
                                                () ->
                                                        sql().sql("update dossier." + change)
                                                                .update()))
                        .isInstanceOf(DataAccessException.class)
                        .rootCause()
                        .hasMessageContaining("permission denied");
    }

    private static final String SIGN =
            """
              - id: sign
                name: {vi: Ký, en: Sign}
                who: {position: APPROVER}
                hours: 2
                outcomes:
                  - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: GRANTED}
                  - {id: back, name: {vi: Trả lại, en: Send back}, to: [%s]}
              - id: end
            """;

    private static final String EXAMINE =
            """
            start: examine
            steps:
              - id: examine
                name: {vi: Thẩm tra, en: Examine}
                who: {position: CASE_OFFICER}
                hours: 8
            """;

    static final String VISIT =
            EXAMINE
                    + """
                        outcomes:
                          - {id: ok, name: {vi: Chuyển, en: Pass on}, to: [verify]}
                      - id: verify
                        name: {vi: Xác minh, en: Verify}
                        who: {position: CASE_OFFICER, agency: commune-police}
                        hours: 16
                        outcomes:
                          - {id: ok, name: {vi: Đúng, en: Right}, to: [sign]}
                    """
                    + SIGN.formatted("examine");

    private static final String CALLS =
            EXAMINE
                    + """
                        outcomes:
                          - {id: ok, name: {vi: Mở, en: Open}, to: [first]}
                      - id: first
                        name: {vi: Phần, en: Part}
                        call: {procedure: "9.400002", agency: commune-police, inputs: {name: name, phone: phone}}
                        hours: 0
                        outcomes:
                          - {id: granted, name: {vi: Được, en: Granted}, to: [sign]}
                          - {id: rejected, name: {vi: Bị từ chối, en: Refused}, to: [sign]}
                          - {id: failed, name: {vi: Dừng, en: Stopped}, to: [sign]}
                    """
                    + SIGN.formatted("examine");

    private static final String ASKS =
            EXAMINE
                    + """
                        asks:
                          - {id: found, required: true, label: {vi: Kết quả, en: Finding}}
                        outcomes:
                          - {id: ok, name: {vi: Chuyển, en: Pass on}, to: [sign]}
                    """
                    + SIGN.formatted("examine");

    private static final String BILLS =
            """
            start: first
            steps:
              - id: first
                name: {vi: Nộp lần một, en: First bill}
                service: {kind: BILL, fees: [plate]}
                hours: 0
                outcomes:
                  - {id: paid, name: {vi: Đã nộp, en: Paid}, to: [second]}
              - id: second
                name: {vi: Nộp lần hai, en: Second bill}
                service: {kind: BILL, fees: [plate]}
                hours: 0
                outcomes:
                  - {id: paid, name: {vi: Đã nộp, en: Paid}, to: [sign]}
            """
                    + SIGN.formatted("second");
}
