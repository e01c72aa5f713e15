package vn.motcua.journey;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
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
        return new FilePayload(name, "image/jpeg", jpeg(image));
    }

    private static byte[] jpeg(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return out.toByteArray();
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

    /// A scan of so many bytes.
    static FilePayload heavy(String name, int size) {
        return new FilePayload(name, "application/pdf", Arrays.copyOf(scan(name).buffer, size));
    }

    /// A photograph as phones take them.
    static FilePayload largePhoto(String name) {
        var image = new BufferedImage(3600, 2700, BufferedImage.TYPE_INT_RGB);
        var noise = new Random(1);
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++) image.setRGB(x, y, noise.nextInt());
        return new FilePayload(name, "image/jpeg", jpeg(image));
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
