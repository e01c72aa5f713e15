package vn.motcua.bench;

/// The measured procedure: after reception two officers work side by side, then one signs.
final class InsideRelease {
    static final String PROCEDURE =
            """
            code: "9.000099"
            version: 1
            effectiveFrom: 2026-07-01
            name: {vi: Xác nhận tình trạng cư trú, en: Confirmation of residence}
            summary: {vi: Xác nhận người dân đang cư trú tại phường., en: Confirms that a person lives in the ward.}
            field: {code: G15-TP07, name: {vi: Hộ tịch, en: Civil status}}
            levels: [COMMUNE]
            executing: {unitGroup: commune}
            audience: {vi: Công dân, en: Citizens}
            minutes: 5
            channels:
              - {channel: ONLINE, term: {quantity: 30, unit: WORKING_DAY, publishedText: 30 ngày làm việc}}
            results:
              - {code: KQ.G15.000099, name: {vi: Giấy xác nhận cư trú, en: Certificate of residence}}
            legalBasis:
              - {code: 68/2020/QH14, name: {vi: Luật Cư trú, en: Residence Law}}
            """;

    static final String FORM =
            """
            roles: {ownerName: name, ownerPhone: phone, summary: "'Xác nhận cư trú: ' + name"}
            sections:
              - id: person
                title: {vi: Người được xác nhận, en: The person}
                questions:
                  - id: who
                    title: {vi: Ai được xác nhận?, en: Who is it about?}
                    fields:
                      - {id: name, type: text, label: {vi: Họ và tên, en: Full name}, required: true, maxLength: 100}
                      - {id: phone, type: phone, label: {vi: Số điện thoại, en: Telephone}, required: true}
            """;

    static final String PROCESS =
            """
            start: receive
            steps:
              - id: receive
                name: {vi: Tiếp nhận, en: Receive}
                who: {position: RECEPTIONIST}
                hours: 1
                publicName: {vi: Đã tiếp nhận, en: Accepted}
                outcomes:
                  - {id: forward, name: {vi: Chuyển, en: Pass on}, to: [appraise, opinion]}
              - id: appraise
                name: {vi: Thẩm tra, en: Examine}
                who: {position: CASE_OFFICER}
                hours: 4
                publicName: {vi: Đang thẩm tra, en: Being examined}
                outcomes:
                  - {id: eligible, name: {vi: Đủ điều kiện, en: Eligible}, to: [both]}
              - id: opinion
                name: {vi: Cho ý kiến, en: Opinion}
                who: {position: CASE_OFFICER}
                hours: 4
                publicName: {vi: Đang lấy ý kiến, en: Being consulted}
                timers:
                  - {after: {quantity: 1, unit: WORKING_DAY}, warn: true, note: {vi: Sắp hết hạn, en: Running late}}
                  - {after: {quantity: 5, unit: WORKING_DAY}, outcome: agreed, note: {vi: Quá hạn coi là đồng ý, en: Silence is consent}}
                outcomes:
                  - {id: agreed, name: {vi: Đồng ý, en: Agreed}, to: [both]}
              - id: both
                join: true
                to: [sign]
              - id: sign
                name: {vi: Trình ký, en: Sign}
                who: {position: APPROVER}
                hours: 2
                publicName: {vi: Lãnh đạo đang xem, en: With the signatory}
                outcomes:
                  - {id: signed, name: {vi: Đồng ý, en: Agreed}, to: [issue]}
              - id: issue
                name: {vi: Ban hành, en: Issue}
                who: {position: APPROVER}
                hours: 1
                publicName: {vi: Đang ban hành, en: Being issued}
                outcomes:
                  - {id: issued, name: {vi: Ban hành, en: Issue}, to: [hand-over], issues: GRANTED}
              - id: hand-over
                name: {vi: Trả kết quả, en: Hand over the result}
                who: {position: RECEPTIONIST}
                hours: 1
                publicName: {vi: Chờ bạn nhận, en: Ready for you}
                outcomes:
                  - {id: done, name: {vi: Đã trả, en: Handed over}, to: [end]}
              - id: end
            """;

    private InsideRelease() {}
}
