package vn.motcua.dossier.internal.print;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/// What is put on documents beside their own layout: the code by which anybody can check one, and
/// the word that says it is a draft. Marked as artifacts, so that it is not read out as text of the
/// document.
public final class Stamps {
    private static final float MM = 72f / 25.4f;
    private static final float SIDE = 14 * MM;
    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");

    private Stamps() {}

    /// In the bottom margin of the last page.
    ///
    /// @param url what the QR code opens
    /// @param words beside it, a line each
    public static byte[] verification(byte[] pdf, String url, String... words) {
        return changed(
                pdf,
                document -> {
                    var page = document.getPage(document.getNumberOfPages() - 1);
                    var font = font(document);
                    var qr = PDImageXObject.createFromByteArray(document, QrImage.png(url), "qr");
                    try (var content = over(document, page)) {
                        content.beginMarkedContent(ARTIFACT);
                        content.drawImage(qr, 25 * MM, 2 * MM, SIDE, SIDE);
                        content.setNonStrokingColor(new Color(0x5C5049));
                        float y = 2 * MM + SIDE - 4 * MM;
                        for (var line : words) {
                            content.beginText();
                            content.setFont(font, 7);
                            content.newLineAtOffset(25 * MM + SIDE + 2 * MM, y);
                            content.showText(line);
                            content.endText();
                            y -= 3.4f * MM;
                        }
                        content.endMarkedContent();
                    }
                });
    }

    /// Across every page.
    public static byte[] draft(byte[] pdf) {
        return changed(
                pdf,
                document -> {
                    var font = font(document);
                    for (var page : document.getPages()) draft(document, page, font);
                });
    }

    private static void draft(PDDocument document, PDPage page, PDFont font) throws IOException {
        var box = page.getMediaBox();
        try (var content = over(document, page)) {
            var faint = new PDExtendedGraphicsState();
            faint.setNonStrokingAlphaConstant(0.16f);
            content.beginMarkedContent(ARTIFACT);
            content.setGraphicsStateParameters(faint);
            content.setNonStrokingColor(new Color(0x7C1F1A));
            content.beginText();
            content.setFont(font, 96);
            var turn =
                    Matrix.getRotateInstance(
                            Math.PI / 4, box.getWidth() * 0.22f, box.getHeight() * 0.26f);
            content.setTextMatrix(turn);
            content.showText("DỰ THẢO");
            content.endText();
            content.endMarkedContent();
        }
    }

    private static PDPageContentStream over(PDDocument document, PDPage page) throws IOException {
        return new PDPageContentStream(document, page, AppendMode.APPEND, true, true);
    }

    private interface Change {
        void on(PDDocument document) throws IOException;
    }

    private static byte[] changed(byte[] pdf, Change change) {
        try (var document = Loader.loadPDF(pdf);
                var out = new ByteArrayOutputStream()) {
            change.on(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream in =
                Stamps.class.getResourceAsStream("/print/fonts/BeVietnamPro-Regular.ttf")) {
            if (in == null) throw new IOException("missing font");
            return PDType0Font.load(document, in);
        }
    }
}
