package vn.motcua.dossier.internal.together;

/// Releases of procedures that need others, as their files would say them.
public final class TogetherTexts {
    private TogetherTexts() {}

    static final String PROCEDURE =
            """
            code: "CODE"
            version: 1
            effectiveFrom: 2026-07-01
            name: {vi: Thủ tục thử CODE, en: Test procedure CODE}
            summary: {vi: Thủ tục để thử., en: A procedure to test with.}
            field: {code: G15-TP07, name: {vi: Hộ tịch, en: Civil status}}
            levels: [COMMUNE]
            executing: {unitGroup: GROUP}
            audience: {vi: Công dân, en: Citizens}
            minutes: 5
            channels:
              - {channel: ONLINE, term: {quantity: 20, unit: WORKING_DAY, publishedText: 20 ngày làm việc}MORE}
            results:
              - {code: KQ.G15.000097, name: {vi: Giấy phép thử, en: Test permit}}
            legalBasis:
              - {code: 50/2014/QH13, name: {vi: Luật Xây dựng, en: Construction Law}}
            supplement: {beforeAcceptance: RESTART, duringAppraisal: RESUME, maxDuringAppraisal: 1, answerWithinDays: 30}
            reasons:
              supplement:
                - {id: missing, text: {vi: Chưa có giấy tờ, en: Missing}, basis: "Luật Xây dựng, Điều 102"}
              refusal:
                - {id: elsewhere, text: {vi: Không thuộc thẩm quyền, en: Elsewhere}, basis: "Luật Xây dựng, Điều 103"}
            """;

    static final String FORM =
            """
            roles: {ownerName: name, ownerPhone: phone}
            sections:
              - id: person
                title: {vi: Người yêu cầu, en: The person}
                questions:
                  - id: who
                    title: {vi: Ai yêu cầu?, en: Who asks?}
                    fields:
                      - {id: name, type: text, label: {vi: Họ và tên, en: Full name}, required: true, maxLength: 100}
                      - {id: phone, type: phone, label: {vi: Số điện thoại, en: Telephone}, required: true}
              - id: work
                title: {vi: Công trình, en: The building}
                questions:
                  - id: what
                    title: {vi: Công trình gì?, en: What is built?}
                    fields:
                      - {id: storeys, type: number, label: {vi: Số tầng, en: Storeys}, required: false}
                      - {id: note, type: text, label: {vi: Ghi chú, en: Note}, required: false, maxLength: 200}
            """;

    /// One officer examines, the chair signs, the counter hands over.
    public static final String PLAIN =
            """
            start: examine
            steps:
              - id: examine
                name: {vi: Thẩm tra, en: Examine}
                publicName: {vi: Đang thẩm tra, en: Being examined}
                who: {position: CASE_OFFICER}
                hours: 8
                supplement: true
                outcomes:
                  - {id: ok, name: {vi: Đủ điều kiện, en: In order}, to: [sign]}
                  - {id: not-ok, name: {vi: Không đủ điều kiện, en: Not in order}, to: [refuse], kind: NEGATIVE}
              - id: sign
                name: {vi: Ký, en: Sign}
                who: {position: APPROVER}
                hours: 2
                outcomes:
                  - {id: sign, name: {vi: Ký, en: Sign}, to: [hand-over], issues: GRANTED}
              - id: refuse
                name: {vi: Ký văn bản từ chối, en: Sign the refusal}
                who: {position: APPROVER}
                hours: 2
                outcomes:
                  - {id: sign, name: {vi: Ký, en: Sign}, to: [hand-over], issues: REJECTED}
              - id: hand-over
                name: {vi: Trả kết quả, en: Hand over}
                who: {position: RECEPTIONIST}
                hours: 1
                outcomes:
                  - {id: handed-over, name: {vi: Đã trả, en: Handed over}, to: [end]}
              - id: end
            """;
}
