package vn.motcua.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Whole pages, as a browser without a cache asks for them: finding a procedure among as many
/// as the country has, and tracking a dossier.
final class PagesScenario implements Scenario {
    private static final int TRACKED = 500;

    /// As people type: with and without marks, misspelt, abbreviated, with the input method
    /// switched off.
    private static final List<String> QUERIES =
            List.of(
                    "đăng ký khai sinh",
                    "khai sinh",
                    "dang ky khai sinh",
                    "giay khai sinh",
                    "giấy khai sih",
                    "ddawng kys khai sinh",
                    "khai tử",
                    "khai tu",
                    "dang ki khai tu",
                    "trích lục khai tử",
                    "lý lịch tư pháp",
                    "ly lich tu phap",
                    "lltp số 2",
                    "phieu ly lich",
                    "lich tu phap",
                    "hộ kinh doanh",
                    "ho kinh doanh",
                    "thanh lap ho kd",
                    "mở quán",
                    "khuyến mại",
                    "khuyen mai",
                    "thong bao khuyen mai",
                    "lưu trú",
                    "luu tru",
                    "khai bao luu tru",
                    "khách sạn",
                    "giấy phép xây dựng",
                    "giay phep xay dung nha o",
                    "gpxd",
                    "cấp lại giấy phép",
                    "an toan thuc pham",
                    "attp",
                    "chung chi hanh nghe duoc",
                    "nước dưới đất",
                    "nuoc duoi dat",
                    "gia han giay phep",
                    "pccc",
                    "phòng cháy",
                    "người có công",
                    "bhxh",
                    "du lich lu hanh",
                    "xe cơ giới",
                    "thuoc la",
                    "rượu",
                    "ruou",
                    "sổ đỏ",
                    "cccd",
                    "gplx",
                    "ket hon",
                    "zzzzqqq");

    @Override
    public void run(Settings settings, Report report, Path scratch) throws Exception {
        Report.progress("starting the platform with its sample data");
        try (var platform = Platform.start(settings, scratch.resolve("platform"));
                var admin = platform.admin()) {
            var _ = platform.awaitBox();
            var small = search(settings, platform, "q");
            Report.progress("filling the catalogue");
            long records = Synthetic.fill(admin);
            awaitCatalogue(platform);
            var large = search(settings, platform, "q");
            var table = report.table(Load.Rounds.HEADS);
            small.busy.row(table, "search, catalogue as shipped");
            small.alone.row(table, "… one visitor alone");
            large.busy.row(table, "search, " + records + " records");
            large.alone.row(table, "… one visitor alone");
            try {
                var tracking = tracking(settings, platform, admin);
                tracking.busy.row(table, "tracking a dossier");
                tracking.alone.row(table, "… one visitor alone");
            } catch (Exception problem) {
                table.row("tracking: not measured", String.valueOf(problem.getMessage()));
            }
            report.line(
                    QUERIES.size()
                            + " searches in turn ("
                            + QUERIES.subList(2, 6)
                            + " …), "
                            + settings.connections()
                            + " connections, "
                            + settings.rounds()
                            + " rounds of "
                            + settings.seconds()
                            + " s; "
                            + PostgresVersion.of(admin)
                            + ". All but the shipped procedures are synthetic records: "
                            + "made-up names over one real record's text.");
            report.line("");
            table.print();
            var memory = platform.memory();
            if (memory != null) report.line("Memory of the platform's process: " + memory);
        }
    }

    record Pair(Load.Rounds busy, Load.Rounds alone) {}

    static Pair search(Settings settings, Platform platform, String parameter) throws Exception {
        var paths =
                QUERIES.stream()
                        .map(
                                q ->
                                        "/procedures?"
                                                + parameter
                                                + "="
                                                + URLEncoder.encode(q, StandardCharsets.UTF_8))
                        .toList();
        Report.progress("searching");
        return pages(settings, platform, paths);
    }

    private static Pair tracking(Settings settings, Platform platform, Connection admin)
            throws Exception {
        Report.progress("filing " + TRACKED + " dossiers to be tracked");
        var tokens = platform.tokens();
        var filings = new Filings(Place.all(admin));
        var filed =
                Load.times(
                        4,
                        TRACKED,
                        120,
                        new AtomicLong()::incrementAndGet,
                        () -> new Submitter(platform.port(), tokens, filings, code -> {}));
        if (filed.done() == 0)
            throw new IllegalStateException("nothing was filed: " + filed.failure());
        Report.progress("tracking");
        return pages(settings, platform, trackingPaths(admin, TRACKED));
    }

    static List<String> trackingPaths(Connection admin, int most) throws SQLException {
        try (var statement = admin.createStatement();
                var rows =
                        statement.executeQuery(
                                "select code, tracking_key from dossier.number order by dossier_id desc limit "
                                        + most)) {
            var paths = new ArrayList<String>();
            while (rows.next())
                paths.add("/tracking?code=" + rows.getString(1) + "&key=" + rows.getString(2));
            return paths;
        }
    }

    private static Pair pages(Settings settings, Platform platform, List<String> paths)
            throws Exception {
        var pair = new Pair(new Load.Rounds(), new Load.Rounds());
        var numbers = new AtomicLong();
        for (int round = 0; round <= settings.rounds(); round++) {
            double seconds = round == 0 ? Math.max(3, settings.seconds()) : settings.seconds();
            var alone =
                    Load.forSeconds(
                            1,
                            seconds / 4,
                            numbers::incrementAndGet,
                            () -> new Visitor(platform, paths));
            var busy =
                    Load.forSeconds(
                            settings.connections(),
                            seconds,
                            numbers::incrementAndGet,
                            () -> new Visitor(platform, paths));
            if (busy.done() == 0) throw new IllegalStateException(String.valueOf(busy.failure()));
            if (round == 0) continue;
            pair.alone.add(alone);
            pair.busy.add(busy);
        }
        return pair;
    }

    /// The program looks for changes of the catalogue every few seconds, when somebody asks for
    /// it.
    static void awaitCatalogue(Platform platform) throws Exception {
        try (var http = new Http(platform.port())) {
            for (int i = 0; i < 60; i++) {
                var path =
                        "/procedures?q="
                                + URLEncoder.encode(
                                        "khai thác nước dưới đất", StandardCharsets.UTF_8);
                if (http.get(path).text().contains("9.00")) return;
                Thread.sleep(1_000);
            }
        }
        throw new IllegalStateException("the synthetic records did not appear in the catalogue");
    }

    /// Asks for page after page and reads it to the end.
    static final class Visitor implements Load.Client {
        private final Http http;
        private final List<String> paths;

        Visitor(Platform platform, List<String> paths) {
            this.http = new Http(platform.port());
            this.paths = paths;
        }

        @Override
        public void once(long number) throws Exception {
            var _ =
                    http.get(paths.get((int) (number % paths.size())), "Accept: text/html")
                            .must(200);
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
