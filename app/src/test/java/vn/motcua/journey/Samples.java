package vn.motcua.journey;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;

/// Papers people bring along, made on the spot.
final class Samples {
    private Samples() {}

    /// A photographed paper.
    static FilePayload photo(String name) {
        var image = new BufferedImage(420, 300, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 420, 300);
        pen.setColor(Color.DARK_GRAY);
        pen.drawRect(12, 12, 395, 275);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        pen.drawString("GIAY CHUNG SINH (mau)", 60, 80);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return new FilePayload(name, "image/jpeg", out.toByteArray());
    }

    /// A scanned paper.
    static FilePayload scan(String name) {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return new FilePayload(name, "application/pdf", out.toByteArray());
    }

    /// A programme that pretends to be a picture.
    static FilePayload disguised(String name) {
        return new FilePayload(
                name, "image/jpeg", "MZ\u0090 not a picture".getBytes(StandardCharsets.ISO_8859_1));
    }

    /// A picture of more megabytes than allowed.
    static FilePayload oversize(String name) {
        var content = new byte[10 * 1024 * 1024 + 300_000];
        var head = photo("x").buffer;
        System.arraycopy(head, 0, content, 0, head.length);
        return new FilePayload(name, "image/jpeg", content);
    }

    static FilePayload csv(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    static String words(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
