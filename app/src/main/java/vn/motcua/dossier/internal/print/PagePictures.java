package vn.motcua.dossier.internal.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/// The pages of a paper as pictures, for screens that show no PDF inside a page; each with its
/// words, for whoever listens.
public final class PagePictures {
    private static final float DOTS_PER_INCH = 110;
    private static final int MOST = 6;

    private PagePictures() {}

    /// @param picture `data:image/png;base64,…`
    public record Page(String picture, String text) {}

    /// @param more pages that are not shown
    public record Pages(List<Page> shown, int more) {}

    public static Pages of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            int count = document.getNumberOfPages();
            var pages = new ArrayList<Page>();
            for (int i = 0; i < Math.min(count, MOST); i++) pages.add(page(document, i));
            return new Pages(List.copyOf(pages), Math.max(0, count - MOST));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Page page(PDDocument document, int number) throws IOException {
        var image =
                new PDFRenderer(document).renderImageWithDPI(number, DOTS_PER_INCH, ImageType.RGB);
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        var words = new PDFTextStripper();
        words.setStartPage(number + 1);
        words.setEndPage(number + 1);
        return new Page(
                PdfPrinter.PICTURE + Base64.getEncoder().encodeToString(out.toByteArray()),
                words.getText(document).strip());
    }
}
