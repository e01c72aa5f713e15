package vn.motcua.dossier.internal.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlipPrinterTest {
    private static final SlipPrinter PRINTER =
            new SlipPrinter(TemplateEngine.createPrecompiled(ContentType.Html), new PdfPrinter());
    private static final Instant NOW = SlipSamples.at("2026-11-16T09:12");
    private static final Offset<Float> CLOSE = Offset.offset(0.5f);

    static List<Slip> slips() {
        return SlipSamples.all();
    }

    @ParameterizedTest
    @MethodSource("slips")
    void every_paper_bears_state_motto_agency_title_code_and_place(Slip slip) throws IOException {
        byte[] pdf = PRINTER.print(slip, Optional.empty());
        keep(slip, pdf);
        String text = text(pdf);
        boolean result = slip.body() instanceof SlipBody.Result;
        assertThat(text)
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("Độc lập - Tự do - Hạnh phúc")
                .contains("ỦY BAN NHÂN DÂN PHƯỜNG BẾN THÀNH")
                .contains("Bến Thành, ngày 16 tháng 11 năm 2026")
                .containsIgnoringCase(result ? "Giấy phép xây dựng" : slip.kind().title());
        if (slip.dossier() != null) assertThat(text).contains("H29.101-261116-0187");
        if (!result) assertThat(text).contains("Thông tư số 03/2025/TT-VPCP năm 2025");
    }

    @ParameterizedTest
    @MethodSource("slips")
    void every_paper_is_tagged_titled_vietnamese_and_carries_its_fonts(Slip slip)
            throws IOException {
        try (var document = Loader.loadPDF(PRINTER.print(slip, Optional.empty()))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getLanguage()).isEqualTo("vi");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(slip.title());
            for (var page : document.getPages())
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("BeVietnamPro");
                }
        }
    }

    @ParameterizedTest
    @MethodSource("slips")
    void every_paper_has_the_sheet_of_its_kind(Slip slip) throws IOException {
        try (var document = Loader.loadPDF(PRINTER.print(slip, Optional.empty()))) {
            var box = document.getPage(0).getMediaBox();
            var expected =
                    switch (slip.kind().size()) {
                        case A5 -> new float[] {148, 210};
                        case A4 -> new float[] {210, 297};
                        case A4_LANDSCAPE -> new float[] {297, 210};
                        case LABELS, LABEL -> throw new AssertionError("no slip is a label");
                    };
            assertThat(box.getWidth() / 72 * 25.4f).isCloseTo(expected[0], CLOSE);
            assertThat(box.getHeight() / 72 * 25.4f).isCloseTo(expected[1], CLOSE);
        }
    }

    @Test
    void the_receipt_says_when_and_how_the_date_came_about() throws IOException {
        assertThat(text(PRINTER.print(SlipSamples.receipt(), Optional.empty())))
                .contains("17 giờ 00 phút, ngày 26 tháng 11 năm 2026")
                .contains("24/11 nghỉ Ngày Văn hóa Việt Nam")
                .contains("Đỗ Thị Ngọc Ánh")
                .contains("Nguyễn Quang Hải")
                .contains("75.000")
                .contains("quyển số 03, số thứ tự 1.187");
    }

    @Test
    void the_same_paper_is_the_same_bytes() {
        assertThat(PRINTER.print(SlipSamples.receipt(), Optional.empty()))
                .isEqualTo(PRINTER.print(SlipSamples.receipt(), Optional.empty()));
    }

    @Test
    void the_qr_code_on_the_paper_opens_the_tracking_page() throws Exception {
        var read = new ArrayList<String>();
        byte[] pdf = PRINTER.print(SlipSamples.receipt(), Optional.empty());
        try (var document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getXObjectNames())
                if (resources.getXObject(name) instanceof PDImageXObject image
                        && image.getWidth() == image.getHeight())
                    read.add(decode(image.getImage()));
        }
        assertThat(read).containsExactly(SlipSamples.TRACKING);
        byte[] png = QrImage.png("https://một.cửa/hồ-sơ");
        assertThat(decode(ImageIO.read(new ByteArrayInputStream(png))))
                .isEqualTo("https://một.cửa/hồ-sơ");
    }

    @Test
    void a_releases_own_template_is_printed_with_the_same_data() throws IOException {
        var template =
                """
                {{> letterhead}}
                <h1>Phiếu hẹn</h1>
                <p>{{dossier.presenter.name}} nhận kết quả ngày {{dossier.dueDate}}</p>
                {{#each dossier.components}}<p>{{number}}. {{name}}{{#if note}}: {{note}}{{/if}}</p>
                {{/each}}{{#if dossier.filer}}<p>nộp thay {{dossier.owner.name}}</p>{{else}}<p>tự nộp</p>{{/if}}
                <img src="{{qr}}" alt="Mã QR"/>
                {{> signature}}
                """;
        assertThat(
                        ReleaseTemplate.check(
                                "print/a.html",
                                template,
                                SlipKind.RECEIPT,
                                SlipData.Shape.FREE,
                                List.of()))
                .isEmpty();
        assertThat(text(PRINTER.print(SlipSamples.receipt(), Optional.of(template))))
                .contains("Đỗ Thị Ngọc Ánh nhận kết quả ngày 26/11/2026")
                .contains("2. Giấy chứng nhận quyền sử dụng đất: Lấy từ")
                .contains("nộp thay Nguyễn Quang Hải")
                .contains("Độc lập - Tự do - Hạnh phúc")
                .contains("Đỗ Thị Ngân");
    }

    @Test
    void hostile_words_stay_words() throws IOException {
        var evil =
                SlipSamples.receiptSaying(
                        "<script>alert(1)</script><img src=\"file:///etc/passwd\"/> & \"'{{qr}}");
        assertThat(text(PRINTER.print(evil, Optional.empty())))
                .contains("<script>alert(1)</script>");
        var template = "<p title=\"{{answers.name}}\">{{answers.name}}</p>";
        assertThat(PRINTER.xhtml(evil, Optional.of(template)))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script")
                .doesNotContain("src=\"file");
    }

    @Test
    void nothing_outside_the_page_is_ever_loaded() throws IOException {
        var secret = Files.createTempFile("secret", ".css");
        Files.writeString(secret, "p { display: none }");
        var html =
                """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="vi"><head><title>x</title>
                <meta name="description" content="x"/>
                <link rel="stylesheet" href="%1$s"/>
                <style>@import url("%1$s"); body { background: url("http://127.0.0.1:1/x.png") }</style></head>
                <body><object data="%1$s"></object><iframe src="%1$s"></iframe><img src="%1$s" alt=""/>
                <img src="http://127.0.0.1:1/a.png" alt=""/><a href="javascript:alert(1)">bấm</a>
                <p>còn lại</p></body></html>
                """
                        .formatted(secret.toUri());
        byte[] pdf = new PdfPrinter().print(html, PaperSize.A5, NOW);
        assertThat(text(pdf)).contains("còn lại");
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) assertThat(page.getAnnotations()).isEmpty();
        }
    }

    @Test
    void a_document_type_with_entities_is_refused() {
        var html =
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><head/><body>&x;</body></html>";
        assertThatThrownBy(() -> new PdfPrinter().print(html, PaperSize.A5, NOW))
                .isInstanceOf(UnprintableException.class);
    }

    /// About 80 ms once warm; the bound leaves room for a machine that does other things too.
    @Test
    void a_paper_is_printed_at_once() {
        var slip = SlipSamples.receipt();
        for (int i = 0; i < 20; i++) PRINTER.print(slip, Optional.empty());
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 30; i++) {
            long start = System.nanoTime();
            PRINTER.print(slip, Optional.empty());
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(java.time.Duration.ofNanos(best)).isLessThan(java.time.Duration.ofMillis(1_000));
    }

    /// Leaves the papers where a person can look at them.
    private static void keep(Slip slip, byte[] pdf) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "slips"));
        Files.write(folder.resolve(slip.kind().name().toLowerCase(Locale.ROOT) + ".pdf"), pdf);
    }

    private static String decode(BufferedImage image) throws Exception {
        int w = image.getWidth();
        int h = image.getHeight();
        var source = new RGBLuminanceSource(w, h, image.getRGB(0, 0, w, h, null, 0, w));
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }
}
