package vn.motcua.dossier.internal.together;

/// A process with parts at other agencies.
final class BundleProcess {
    static final String YAML =
            """
            start: examine
            steps:
              - id: examine
                name: {vi: Thẩm tra, en: Examine}
                who: {position: CASE_OFFICER}
                hours: 8
                outcomes:
                  - {id: ok, name: {vi: Mở các phần, en: Open the parts}, to: [first, second]}
              - id: first
                name: {vi: Phần thứ nhất, en: First part}
                call: {procedure: "9.200008", agency: commune-police, inputs: {name: name, phone: phone}}
                hours: 0
                outcomes:
                  - {id: granted, name: {vi: Được, en: Granted}, to: [all]}
                  - {id: rejected, name: {vi: Bị từ chối, en: Refused}, to: [all]}
                  - {id: failed, name: {vi: Dừng, en: Stopped}, to: [all]}
              - id: second
                name: {vi: Phần thứ hai, en: Second part}
                call: {procedure: "9.200008", agency: commune-police, inputs: {name: "'Con của ' + name"}}
                hours: 0
                outcomes:
                  - {id: granted, name: {vi: Được, en: Granted}, to: [all]}
                  - {id: rejected, name: {vi: Bị từ chối, en: Refused}, to: [all]}
                  - {id: failed, name: {vi: Dừng, en: Stopped}, to: [all]}
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
            """;

    private BundleProcess() {}
}
