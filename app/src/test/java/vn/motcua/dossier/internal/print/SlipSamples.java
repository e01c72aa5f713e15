package vn.motcua.dossier.internal.print;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Money;
import vn.motcua.worktime.Outcome;

/// A house permit in Bến Thành ward, on every kind of paper.
final class SlipSamples {
    static final String TRACKING =
            "https://dichvucong.example.vn/tracking?code=H29.101-261116-0187";

    private static final SlipAgency AGENCY =
            new SlipAgency(
                    "H29.101",
                    "Ủy ban nhân dân Thành phố Hồ Chí Minh",
                    "Ủy ban nhân dân phường Bến Thành",
                    "Trung tâm Phục vụ hành chính công phường Bến Thành",
                    "92 Nguyễn Trãi",
                    "028 3822 0000",
                    "dichvucong.example.vn");
    private static final SlipPerson OWNER =
            new SlipPerson(
                    "Nguyễn Quang Hải",
                    "079090012345",
                    "15/7 Lê Thị Riêng, phường Bến Thành, Thành phố Hồ Chí Minh",
                    "0903 123 456",
                    "quanghai@example.vn");
    private static final SlipPerson FILER =
            new SlipPerson(
                    "Đỗ Thị Ngọc Ánh",
                    "079192054321",
                    "Số 4 Thủ Khoa Huân, phường Bến Thành, Thành phố Hồ Chí Minh",
                    "0908 765 432",
                    null);
    private static final SlipComponent DRAWING =
            new SlipComponent("Bản vẽ thiết kế xây dựng", "Bản sao", 2, null);
    private static final SlipFee FEE =
            new SlipFee(
                    "Lệ phí cấp giấy phép xây dựng", new Money(75_000), true, "thu khi tiếp nhận");
    private static final SlipSigner RECEPTIONIST =
            new SlipSigner(
                    "NGƯỜI TIẾP NHẬN HỒ SƠ", "Đỗ Thị Ngân", "Đã ký số lúc 09:12, 16/11/2026");
    private static final SlipSigner LEADER =
            new SlipSigner(
                    "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
                    "Trần Hữu Phước",
                    "Đã ký số lúc 16:40, 25/11/2026");

    private SlipSamples() {}

    static SlipDossier dossier(String summary, @Nullable SlipPerson filer) {
        return new SlipDossier(
                "H29.101-261116-0187",
                "1.013225",
                "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ",
                summary,
                OWNER,
                filer,
                "Trực tuyến",
                at("2026-11-16T09:10"),
                at("2026-11-26T17:00"),
                "7 ngày làm việc",
                1,
                List.of(
                        new SlipComponent(
                                "Đơn đề nghị cấp giấy phép xây dựng", "Bản điện tử", 1, null),
                        new SlipComponent(
                                "Giấy chứng nhận quyền sử dụng đất",
                                "Dữ liệu có sẵn",
                                1,
                                "Lấy từ cơ sở dữ liệu đất đai, không phải nộp"),
                        DRAWING),
                "Kho dữ liệu điện tử và bưu chính công ích tới nhà",
                TRACKING,
                "7KQ2MXW4HT9PB",
                "03",
                "1.187");
    }

    static SlipDossier dossier() {
        return dossier(
                "Xin cấp giấy phép xây dựng nhà ở riêng lẻ 3 tầng tại 15/7 Lê Thị Riêng", FILER);
    }

    static Slip slip(SlipBody body, SlipSigner signer, @Nullable String number) {
        return slip(body, signer, number, dossier(), Map.of());
    }

    static Slip slip(
            SlipBody body,
            SlipSigner signer,
            @Nullable String number,
            @Nullable SlipDossier dossier,
            Map<String, Object> answers) {
        return new Slip(
                AGENCY,
                "Bến Thành",
                at("2026-11-16T09:12"),
                number,
                dossier,
                signer,
                body,
                answers);
    }

    static SlipBody.Receipt receiptBody() {
        return new SlipBody.Receipt(
                List.of(FEE),
                List.of(
                        new SlipWorking(
                                "16/11/2026, 09:10: nhận đủ hồ sơ, hẹn 7 ngày làm việc, tính từ ngày hôm sau",
                                "17:00, 26/11/2026"),
                        new SlipWorking("24/11 nghỉ Ngày Văn hóa Việt Nam", "không tính")),
                null);
    }

    static Slip receipt() {
        return slip(receiptBody(), RECEPTIONIST, null);
    }

    static Slip receiptSaying(String words) {
        return slip(receiptBody(), RECEPTIONIST, null, dossier(words, null), Map.of("name", words));
    }

    static List<Slip> all() {
        return List.of(
                receipt(),
                slip(
                        new SlipBody.Supplement(
                                List.of(
                                        new SlipReason(
                                                "Bản vẽ mặt cắt có ghi cao độ: bản đã nộp thiếu cao độ tầng hầm",
                                                "NĐ 175/2024/NĐ-CP, Phụ lục II"),
                                        new SlipReason(
                                                "Cam kết bảo đảm an toàn đối với công trình liền kề",
                                                "Luật Xây dựng, Điều 95")),
                                "Anh Hải gửi giúp bản vẽ mặt cắt dọc, các bản khác đã đạt.",
                                LocalDate.of(2026, 12, 21),
                                "Phạm Văn Lộc",
                                "028 3822 0012"),
                        new SlipSigner("NGƯỜI HƯỚNG DẪN", "Phạm Văn Lộc", null),
                        null),
                slip(
                        new SlipBody.Refusal(
                                List.of(
                                        new SlipReason(
                                                "Công trình thuộc thẩm quyền cấp phép của Sở Xây dựng",
                                                "Luật Xây dựng, Điều 103 khoản 2")),
                                null,
                                "Sở Xây dựng Thành phố Hồ Chí Minh. Bộ phận Một cửa giúp ông (bà) nộp trực tuyến ngay tại quầy."),
                        RECEPTIONIST,
                        null),
                slip(
                        new SlipBody.Apology(
                                "Ủy ban nhân dân phường Bến Thành",
                                at("2026-11-26T17:00"),
                                at("2026-12-04T17:00"),
                                "Chờ kết quả khảo sát cao độ của đơn vị thoát nước",
                                List.of(
                                        new SlipWorking(
                                                "25/11/2026, 16:30: xin lỗi và hẹn lại một lần duy nhất",
                                                "17:00, 4/12/2026"))),
                        LEADER,
                        "12/XL-UBND"),
                slip(
                        new SlipBody.Stop(
                                new SlipReason(
                                        "Người nộp hồ sơ đề nghị rút hồ sơ", "NĐ 118/2025/NĐ-CP"),
                                null,
                                List.of(DRAWING),
                                List.of(FEE)),
                        LEADER,
                        "13/TB-UBND"),
                slip(
                        new SlipBody.Control(
                                "Ủy ban nhân dân phường Bến Thành",
                                List.of("Công ty Thoát nước đô thị"),
                                List.of(
                                        new SlipBody.HandOver(
                                                "Tiếp nhận hồ sơ",
                                                "Đỗ Thị Ngân, Bộ phận Một cửa",
                                                "Phạm Văn Lộc, Tổ xây dựng",
                                                at("2026-11-16T09:40"),
                                                "4 giờ",
                                                Outcome.EARLY,
                                                null),
                                        new SlipBody.HandOver(
                                                "Thẩm định, khảo sát tại chỗ",
                                                "Phạm Văn Lộc, Tổ xây dựng",
                                                "Trần Hữu Phước, Phó Chủ tịch",
                                                at("2026-11-25T15:20"),
                                                "24 giờ",
                                                Outcome.LATE,
                                                "Chờ kết quả khảo sát cao độ"))),
                        RECEPTIONIST,
                        null),
                slip(
                        new SlipBody.Register(
                                "Từ ngày 16/11/2026 đến ngày 20/11/2026",
                                1,
                                2,
                                List.of(
                                        row("0187", "Cấp giấy phép xây dựng nhà ở riêng lẻ"),
                                        row("0188", "Đăng ký khai sinh cho Nguyễn Bảo An"))),
                        new SlipSigner("NGƯỜI LẬP SỔ", "Đỗ Thị Ngân", null),
                        null,
                        null,
                        Map.of()),
                slip(
                        new SlipBody.Result(
                                "Giấy phép xây dựng",
                                "Sử dụng cho nhà ở riêng lẻ",
                                List.of(
                                        "Căn cứ Luật Xây dựng và các nghị định quy định chi tiết thi hành;",
                                        "Xét đơn đề nghị cấp giấy phép xây dựng ngày 15 tháng 11 năm 2026 của ông Nguyễn Quang Hải,"),
                                "Cấp giấy phép xây dựng cho:",
                                List.of(
                                        new SlipBody.Field("Chủ đầu tư", "Nguyễn Quang Hải"),
                                        new SlipBody.Field(
                                                "Địa điểm xây dựng",
                                                "15/7 Lê Thị Riêng, phường Bến Thành, Thành phố Hồ Chí Minh"),
                                        new SlipBody.Field("Diện tích xây dựng tầng 1", "62,4 m²"),
                                        new SlipBody.Field("Số tầng, chiều cao", "3 tầng, 11,6 m")),
                                List.of(
                                        "Giấy phép có hiệu lực khởi công trong thời hạn 12 tháng kể từ ngày cấp."),
                                List.of("Chủ đầu tư;", "Sở Xây dựng (để biết);", "Lưu: VT, TXD."),
                                Map.of()),
                        LEADER,
                        "87/GPXD-UBND"));
    }

    private static SlipBody.RegisterRow row(String number, String summary) {
        return new SlipBody.RegisterRow(
                "H29.101-261116-" + number,
                summary,
                1,
                "Nguyễn Quang Hải",
                "15/7 Lê Thị Riêng, 0903 123 456",
                "UBND phường Bến Thành",
                at("2026-11-16T09:10"),
                at("2026-11-26T17:00"),
                at("2026-11-16T09:40"),
                null,
                null,
                "Bưu chính",
                null,
                null);
    }

    static Instant at(String local) {
        return HanoiTime.instant(LocalDateTime.parse(local));
    }
}
