package vn.motcua.dossier.internal.print;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Turns XHTML into a tagged PDF with embedded fonts. Reads nothing but the text it is given, two
/// fonts and one picture of its own: no network, no file. The same text and moment give the same
/// bytes.
@Component
class PdfPrinter {
    static final String PICTURE = "data:image/png;base64,";
    private static final String FAMILY = "Be Vietnam Pro";

    private final byte[] regular = resource("/print/fonts/BeVietnamPro-Regular.ttf");
    private final byte[] semiBold = resource("/print/fonts/BeVietnamPro-SemiBold.ttf");
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
    private final String style =
            new String(resource("/print/paper.css"), StandardCharsets.UTF_8)
                    .replace(
                            "BAND",
                            PICTURE
                                    + Base64.getEncoder()
                                            .encodeToString(resource("/print/band.png")));

    static {
        XRLog.setLoggingEnabled(false);
    }

    /// @param created moment written into the document
    /// @throws UnprintableException when the text is not well-formed XHTML
    public byte[] print(String xhtml, PaperSize size, Instant created) {
        Document page = PaperDocument.parse(xhtml);
        PaperDocument.clean(page);
        addStyle(page, size);
        try (var renderer = builder(page).buildPdfRenderer();
                var out = new ByteArrayOutputStream()) {
            renderer.createPDFWithoutClosing();
            var document = renderer.getPdfDocument();
            settle(document, created, xhtml);
            document.save(out);
            document.close();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PdfRendererBuilder builder(Document page) {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Một Cửa");
        builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics);
        builder.useFont(() -> stream(regular), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> stream(semiBold), FAMILY, 600, FontStyle.NORMAL, true);
        for (var priority : ExternalResourceControlPriority.values())
            builder.useExternalResourceAccessControl(
                    (uri, kind) ->
                            kind == ExternalResourceType.IMAGE_RASTER && uri.startsWith(PICTURE),
                    priority);
        builder.useUriResolver((_, uri) -> uri != null && uri.startsWith(PICTURE) ? uri : null);
        builder.useProtocolsStreamImplementation(
                _ -> {
                    throw new IllegalStateException("a paper loads nothing");
                },
                "http",
                "https",
                "file",
                "jar",
                "ftp");
        builder.withW3cDocument(page, null);
        return builder;
    }

    private void addStyle(Document page, PaperSize size) {
        Element element = page.createElementNS(PaperDocument.XHTML, "style");
        element.setTextContent(size.css() + style);
        var head = PaperDocument.head(page);
        head.insertBefore(element, head.getFirstChild());
    }

    /// Takes chance out of the document: creation time and identifier come from what is printed.
    private static void settle(PDDocument document, Instant created, String xhtml) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
        calendar.setTimeInMillis(created.toEpochMilli());
        document.getDocumentInformation().setCreationDate(calendar);
        document.getDocumentInformation().setModificationDate(calendar);
        var sum = new CRC32();
        sum.update(xhtml.getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(created.toEpochMilli() ^ (sum.getValue() << 20));
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] resource(String name) {
        try (var in = PdfPrinter.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("missing resource " + name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
