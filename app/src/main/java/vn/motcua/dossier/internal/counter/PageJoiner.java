package vn.motcua.dossier.internal.counter;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/// Makes one PDF of several photos and PDFs, a photo a page, each upright on an A4 sheet lying or
/// standing as the photo does. Photos come with 200 to 300 dots an inch, what a paper needs to be
/// read.
final class PageJoiner {
    private static final int LONGEST_SIDE = 2480;
    private static final int PREVIEW = 240;
    private static final float GOOD = 0.8f;
    private static final float SMALL = 0.45f;

    private PageJoiner() {}

    /// @param turn degrees clockwise
    record Sheet(byte[] content, String mediaType, int turn) {}

    /// @param most bytes the PDF may have; it is made coarser once to fit
    static byte[] join(List<Sheet> sheets, String title, Instant at, long most) {
        try {
            var joined = join(sheets, title, at, GOOD);
            return joined.length <= most ? joined : join(sheets, title, at, SMALL);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] join(List<Sheet> sheets, String title, Instant at, float quality)
            throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var merger = new PDFMergerUtility();
            for (var sheet : sheets) {
                if (sheet.mediaType().equals("application/pdf")) append(merger, document, sheet);
                else photo(document, picture(sheet), quality);
            }
            var about = document.getDocumentInformation();
            about.setTitle(title);
            about.setProducer("Một Cửa");
            var calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
            calendar.setTimeInMillis(at.toEpochMilli());
            about.setCreationDate((Calendar) calendar);
            document.getDocumentCatalog().setLanguage("vi");
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void append(PDFMergerUtility merger, PDDocument document, Sheet sheet)
            throws IOException {
        try (var source = Loader.loadPDF(sheet.content())) {
            for (var page : source.getPages())
                page.setRotation((page.getRotation() + sheet.turn()) % 360);
            merger.appendDocument(document, source);
        }
    }

    private static void photo(PDDocument document, BufferedImage picture, float quality)
            throws IOException {
        boolean lies = picture.getWidth() > picture.getHeight();
        var size =
                lies
                        ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth())
                        : PDRectangle.A4;
        var page = new PDPage(size);
        document.addPage(page);
        var image = JPEGFactory.createFromImage(document, picture, quality);
        float scale =
                Math.min(
                        size.getWidth() / picture.getWidth(),
                        size.getHeight() / picture.getHeight());
        float width = picture.getWidth() * scale;
        float height = picture.getHeight() * scale;
        try (var content = new PDPageContentStream(document, page)) {
            content.drawImage(
                    image,
                    (size.getWidth() - width) / 2,
                    (size.getHeight() - height) / 2,
                    width,
                    height);
        }
    }

    /// A small picture of a photo, as it lies.
    static byte[] preview(byte[] content) {
        try (var out = new ByteArrayOutputStream()) {
            var small = picture(new Sheet(content, "image/jpeg", 0), PREVIEW);
            ImageIO.write(small, "jpeg", out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static BufferedImage picture(Sheet sheet) throws IOException {
        return picture(sheet, LONGEST_SIDE);
    }

    /// Read no larger than needed, then turned.
    private static BufferedImage picture(Sheet sheet, int most) throws IOException {
        var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sheet.content()));
        var readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) throw new IOException("not a picture");
        var reader = readers.next();
        try (input) {
            reader.setInput(input, true, true);
            int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
            int step = Math.max(1, longest / most);
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return drawn(reader.read(0, how), sheet.turn(), most);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage drawn(BufferedImage picture, int turn, int most) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        double scale = Math.min(1.0, (double) most / longest);
        int w = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int h = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        boolean aside = turn == 90 || turn == 270;
        var drawn = new BufferedImage(aside ? h : w, aside ? w : h, BufferedImage.TYPE_INT_RGB);
        var place = new AffineTransform();
        place.translate(drawn.getWidth() / 2.0, drawn.getHeight() / 2.0);
        place.quadrantRotate(turn / 90);
        place.translate(-w / 2.0, -h / 2.0);
        place.scale((double) w / picture.getWidth(), (double) h / picture.getHeight());
        var pen = drawn.createGraphics();
        pen.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION,
                java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        pen.drawImage(picture, place, null);
        pen.dispose();
        return drawn;
    }
}
