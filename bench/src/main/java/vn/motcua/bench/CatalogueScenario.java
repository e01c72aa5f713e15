package vn.motcua.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/// The whole national catalogue as one file: 6,349 procedures of 87 agencies, with the columns
/// agencies use. Looked at, taken in, searched, taken away as open data, undone.
final class CatalogueScenario implements Scenario {
    private static final int AGENCIES = 87;
    private static final String OPERATOR = "quantri";

    @Override
    public void run(Settings settings, Report report, Path scratch) throws Exception {
        Report.progress("starting the platform with its sample data");
        try (var platform = Platform.start(settings, scratch.resolve("platform"));
                var admin = platform.admin()) {
            var _ = platform.awaitBox();
            var officer = platform.receptionist();
            if (officer == null) throw new IllegalStateException("no officer in the sample");
            var login = OPERATOR + ":" + officer.split(":", 2)[1];
            var file = file();
            var table = report.table("act", "seconds", "MB");
            try (var desk = Desk.signIn(platform.port(), login)) {
                Report.progress("importing");
                long from = System.nanoTime();
                var page = desk.upload("/operator/catalogue", "national.csv", file);
                table.row("read and preview", seconds(from), file.length / 1e6);
                from = System.nanoTime();
                var _ = desk.press(page, page + "/apply");
                table.row("write", seconds(from), 0);
                PagesScenario.awaitCatalogue(platform);
                for (var kind : new String[] {"json", "csv", "ttl"}) {
                    from = System.nanoTime();
                    long bytes = desk.download("/data/procedures." + kind);
                    table.row("export " + kind, seconds(from), bytes / 1e6);
                }
                var pages = report.table(Load.Rounds.HEADS);
                var found = PagesScenario.search(settings, platform, "q");
                found.busy().row(pages, "search");
                found.alone().row(pages, "… one visitor alone");
                from = System.nanoTime();
                var _ = desk.press(page, page + "/undo");
                table.row("undo", seconds(from), 0);
                report.line(
                        Synthetic.NATIONAL
                                + " made-up procedures of "
                                + AGENCIES
                                + " agencies in one CSV file; "
                                + PostgresVersion.of(admin)
                                + ".");
                report.line("");
                table.print();
                pages.print();
            }
        }
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static byte[] file() {
        var random = new SplittableRandom(6_349);
        var text =
                new StringBuilder(
                        "STT,Mã TTHC,Tên thủ tục hành chính,Lĩnh vực,Cơ quan ban hành,Cơ quan thực hiện,"
                                + "Cách thức thực hiện,Thời hạn giải quyết,\"Phí, lệ phí\",Thành phần hồ sơ,"
                                + "Căn cứ pháp lý,Số QĐ công bố,Ngày quyết định,Đối tượng\n");
        for (int i = 0; i < Synthetic.NATIONAL; i++) {
            text.append(i + 1)
                    .append(",9.")
                    .append(String.format(Locale.ROOT, "%06d", i))
                    .append(",\"")
                    .append(Synthetic.name(random))
                    .append("\",Lĩnh vực ")
                    .append(i % 200)
                    .append(",G")
                    .append(String.format(Locale.ROOT, "%02d", i % AGENCIES + 1))
                    .append(",Ủy ban nhân dân cấp xã,\"Trực tiếp, trực tuyến\",")
                    .append(random.nextInt(1, 40))
                    .append(" ngày làm việc,Không,\"- Đơn đề nghị\n- Bản sao giấy tờ\",")
                    .append("\"Nghị định 123/2015/NĐ-CP; Luật 60/2014/QH13\",")
                    .append(i % 500)
                    .append("/QĐ-BTP,16/01/2026,Cá nhân; tổ chức\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
