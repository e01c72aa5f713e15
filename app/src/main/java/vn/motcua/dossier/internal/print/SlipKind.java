package vn.motcua.dossier.internal.print;

import java.util.List;

/// The papers a desk prints. They are named by title and circular, never by form number: the
/// numbers moved between the circulars of 2018 and 2025.
///
/// Source: [one-stop-forms].
public enum SlipKind {
    RECEIPT("Giấy tiếp nhận hồ sơ|và hẹn trả kết quả", "receipt", PaperSize.A5),
    SUPPLEMENT("Phiếu yêu cầu|bổ sung, hoàn thiện hồ sơ", "supplement", PaperSize.A5),
    REFUSAL("Phiếu từ chối|tiếp nhận giải quyết hồ sơ", "refusal", PaperSize.A5),
    APOLOGY("Văn bản xin lỗi|và đề nghị gia hạn", "apology", PaperSize.A5),
    PAYMENT("Thông báo|nộp tiền", "payment", PaperSize.A5),
    STOP("Thông báo dừng giải quyết", "stop", PaperSize.A5),
    CONTROL("Phiếu kiểm soát|quá trình giải quyết hồ sơ", "control", PaperSize.A5),
    REGISTER("Sổ theo dõi hồ sơ", "register", PaperSize.A4_LANDSCAPE),
    RESULT("Kết quả giải quyết thủ tục hành chính", "result", PaperSize.A4);

    private final String title;
    private final String template;
    private final PaperSize size;

    SlipKind(String title, String template, PaperSize size) {
        this.title = title;
        this.template = template;
        this.size = size;
    }

    public String title() {
        return title.replace('|', ' ');
    }

    /// The title in the lines it is set in.
    public List<String> titleLines() {
        return List.of(title.split("\\|", -1));
    }

    /// Where the form comes from, in words for the paper itself.
    public String origin() {
        if (this == PAYMENT)
            return "Thông báo của cơ quan giải quyết hồ sơ, lập bằng hệ thống một cửa";
        return "Theo mẫu “" + title() + "” của Thông tư số 03/2025/TT-VPCP năm 2025";
    }

    String template() {
        return "dossier/print/" + template + ".jte";
    }

    public PaperSize size() {
        return size;
    }
}
