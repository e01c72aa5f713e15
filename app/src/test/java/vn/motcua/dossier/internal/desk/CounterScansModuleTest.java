package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.identity.Caller;

/// Papers photographed and scanned at the counter, without scripts.
class CounterScansModuleTest {
    private final DeskHouse house = DeskHouse.open();

    static byte[] photo(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 10, height / 10, width / 2, height / 20);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", out);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return out.toByteArray();
    }

    private String begin(Surfer desk, String name) {
        desk.page("/desk/counter");
        var begun = desk.sent("/desk/counter", "procedure", DeskHouse.RELEASE.procedureCode());
        desk.page(begun + "/q/who");
        desk.sent(begun + "/q/who", "name", name, "phone", "0908123318");
        house.confirms(begun);
        desk.page(begun + "/papers");
        return begun;
    }

    private Dossier dossier(String filed) {
        var id = UUID.fromString(filed.substring(filed.lastIndexOf('/') + 1));
        return house.as(Caller.system(), () -> house.bean(DossierStore.class).require(id));
    }

    private static Surfer.Upload file(String name, byte[] content) {
        return new Surfer.Upload("files", name, content);
    }

    private static List<String> sheets(String page) {
        return Pattern.compile("name=\"turn\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void several_photos_become_one_paper_with_every_page_upright_and_in_order() throws IOException {
        var desk = Surfer.signedIn(house, "tiepnhan");
        var begun = begin(desk, "Lý Thường Kiệt");
        var tray =
                desk.sent(
                        begun + "/papers",
                        "filerName",
                        "Lý Thường Kiệt",
                        "form.proof",
                        "ORIGINAL",
                        "quantity.proof",
                        "2",
                        "words.proof",
                        "bìa hơi rách",
                        "scan",
                        "proof");
        assertThat(desk.page(tray)).contains("Giấy tờ chứng minh chỗ ở", "Chưa có trang nào");
        assertThat(
                        Surfer.location(
                                desk.upload(
                                        tray,
                                        file("1.jpg", photo(600, 800)),
                                        file("2.jpg", photo(900, 600)),
                                        file("3.jpg", photo(500, 900)))))
                .isEqualTo(tray);
        var first = sheets(desk.page(tray));
        assertThat(first).hasSize(3);
        desk.sent(tray + "/pages", "up", first.get(1));
        desk.sent(tray + "/pages", "turn", first.get(0));
        desk.sent(tray + "/pages", "remove", first.get(2));
        var arranged = desk.page(tray);
        assertThat(sheets(arranged)).containsExactly(first.get(1), first.get(0));
        assertThat(arranged).contains("mc-turn-90");
        assertThat(desk.bytes(tray + "/pages/" + first.get(0))).startsWith(0xff, 0xd8);
        assertThat(desk.sent(tray + "/finish")).startsWith(begun + "/papers");

        var papers = desk.page(begun + "/papers");
        assertThat(papers)
                .contains("Lý Thường Kiệt", "bìa hơi rách", "Giấy tờ chứng minh chỗ ở.pdf");
        String[] typed = {
            "filerName",
            "Lý Thường Kiệt",
            "form.proof",
            "ORIGINAL",
            "quantity.proof",
            "2",
            "seen.proof",
            "true",
            "returnWay",
            "COUNTER"
        };
        var unchecked = desk.post(begun + "/papers", typed);
        assertThat(unchecked.statusCode()).isEqualTo(422);
        assertThat(unchecked.body()).contains("đánh dấu đủ trang và đọc rõ");
        var all = new java.util.ArrayList<>(List.of(typed));
        all.addAll(List.of("complete.proof", "true", "legible.proof", "true"));
        var filed = desk.sent(begun + "/papers", all.toArray(String[]::new));

        var paper = dossier(filed).papers().getFirst();
        assertThat(paper.files()).hasSize(1);
        var check = Objects.requireNonNull(paper.check());
        assertThat(check.original()).isTrue();
        assertThat(check.legible()).isTrue();
        assertThat(check.bothSides()).isFalse();
        assertThat(check.by()).isEqualTo("Trần Thị Ngọc Ánh");
        var page = filed.replace("/counter/filed/", "/dossiers/");
        assertThat(desk.page(page)).contains("đã đối chiếu bản chính", "đủ trang, đọc rõ");
        var pdf = desk.bytes(page + "/files/" + paper.files().getFirst());
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            for (var sheet : document.getPages())
                assertThat(sheet.getMediaBox().getWidth())
                        .as("a photo that lies has a sheet that lies, one turned upright too")
                        .isGreaterThan(sheet.getMediaBox().getHeight());
        }
    }

    @Test
    void what_cannot_be_taken_is_told_at_its_field_and_nothing_typed_is_lost() {
        var desk = Surfer.signedIn(house, "tiepnhan");
        var begun = begin(desk, "Trưng Thị Trắc");
        var tray =
                desk.sent(
                        begun + "/papers",
                        "filerName",
                        "Trưng Thị Nhị",
                        "form.proof",
                        "COPY",
                        "scan",
                        "proof");
        desk.page(tray);
        var large = Surfer.location(desk.upload(tray, file("to.jpg", new byte[12 << 20])));
        assertThat(large).endsWith("?too-big=1");
        assertThat(desk.get(large).body()).contains("Mỗi tệp tối đa 10 MB", "files-e");
        var program = desk.upload(tray, file("anh.jpg", "MZ\u0090 this is no photo".getBytes()));
        assertThat(program.statusCode()).isEqualTo(422);
        assertThat(program.body()).contains("anh.jpg", "files-e");
        var script =
                desk.upload(
                        tray, file("a.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj".getBytes()));
        assertThat(script.statusCode()).isEqualTo(422);
        assertThat(desk.upload(tray).statusCode()).as("no file at all").isEqualTo(422);
        assertThat(desk.post(tray + "/finish").statusCode()).as("no page").isEqualTo(422);
        assertThat(desk.page(begun + "/papers")).contains("Trưng Thị Nhị");
    }

    @Test
    void nobody_else_sees_what_an_officer_is_scanning() {
        var desk = Surfer.signedIn(house, "tiepnhan");
        var begun = begin(desk, "Bùi Thị Xuân");
        var tray = desk.sent(begun + "/papers", "scan", "proof");
        desk.page(tray);
        desk.upload(tray, file("1.jpg", photo(300, 400)));
        var sheet = sheets(desk.page(tray)).getFirst();
        var other = Surfer.signedIn(house, "noikhac");
        assertThat(other.get(tray).statusCode()).isEqualTo(404);
        assertThat(other.get(tray + "/pages/" + sheet).statusCode()).isEqualTo(404);
        var officer = Surfer.signedIn(house, "thuly");
        assertThat(officer.get(tray).statusCode()).as("not the reception's").isEqualTo(403);
        assertThat(desk.get(tray.replace("/proof", "/nothing")).statusCode()).isEqualTo(404);
    }

    @Test
    void a_supplement_brought_to_the_counter_comes_with_its_scans() {
        var id = house.file(DeskHouse.HERE, "Đoàn Thị Điểm");
        var item = new Supplement.Item("1", "proof", "Giấy tờ chứng minh chỗ ở");
        house.asking.run(
                house.receptionist,
                () ->
                        house.bean(Desk.class)
                                .requestSupplement(
                                        id,
                                        house.version(id),
                                        new Desk.Grounds("proof-missing", "Đề nghị bổ sung."),
                                        List.of(item)));
        var desk = Surfer.signedIn(house, "tiepnhan");
        var act = "/desk/dossiers/" + id + "/acts/receive-supplement";
        assertThat(desk.page(act)).contains("Chụp hoặc quét");
        var version = Integer.toString(house.version(id));
        var tray =
                desk.sent(
                        act,
                        "version",
                        version,
                        "words",
                        "Đoàn Thị Điểm, CCCD",
                        "ground",
                        "ORIGINAL",
                        "scan",
                        "1");
        desk.page(tray);
        desk.upload(tray, file("1.jpg", photo(300, 400)), file("2.jpg", photo(300, 400)));
        desk.page(tray);
        assertThat(desk.sent(tray + "/finish")).isEqualTo(act);
        assertThat(desk.page(act)).contains("Đoàn Thị Điểm, CCCD", "Giấy tờ chứng minh chỗ ở.pdf");
        assertThat(
                        desk.sent(
                                act,
                                "version",
                                version,
                                "words",
                                "Đoàn Thị Điểm, CCCD",
                                "ground",
                                "ORIGINAL"))
                .endsWith("?done=receive-supplement");
        var papers =
                house.as(Caller.system(), () -> house.bean(DossierStore.class).require(id))
                        .papers();
        assertThat(papers).anySatisfy(paper -> assertThat(paper.files()).hasSize(1));
    }
}
