package vn.motcua.vault.internal;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;

/// Good and bad files.
final class Samples {
    private Samples() {}

    interface Change {
        void to(PDDocument document) throws IOException;
    }

    static byte[] pdf(Change change) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            change.to(document);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pdf() {
        return pdf(_ -> {});
    }

    static byte[] pdfWithOpeningScript() {
        return pdf(
                it ->
                        it.getDocumentCatalog()
                                .setOpenAction(new PDActionJavaScript("app.alert('x')")));
    }

    static byte[] pdfThatLaunches() {
        return pdf(
                it -> {
                    var launch = new PDActionLaunch();
                    it.getDocumentCatalog().setOpenAction(launch);
                });
    }

    static byte[] pdfWithFileInside() {
        return pdf(
                it -> {
                    var inside = new PDComplexFileSpecification();
                    inside.setFile("a.exe");
                    inside.setEmbeddedFile(
                            new PDEmbeddedFile(
                                    it, new java.io.ByteArrayInputStream(new byte[] {1})));
                    var tree = new PDEmbeddedFilesNameTreeNode();
                    tree.setNames(Map.of("a", inside));
                    var names = new PDDocumentNameDictionary(it.getDocumentCatalog());
                    names.setEmbeddedFiles(tree);
                    it.getDocumentCatalog().setNames(names);
                });
    }

    static byte[] pdfWithPassword() {
        return pdf(
                it -> {
                    var policy = new StandardProtectionPolicy("o", "u", new AccessPermission());
                    policy.setEncryptionKeyLength(128);
                    it.protect(policy);
                });
    }

    /// A small stream that unpacks to 200 MB.
    static byte[] pdfBomb() {
        return pdf(
                it -> {
                    var stream = it.getDocument().createCOSStream();
                    try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                        var zeros = new byte[1024 * 1024];
                        for (int i = 0; i < 200; i++) out.write(zeros);
                    }
                    it.getDocumentCatalog().getCOSObject().setItem("Metadata", stream);
                });
    }

    static byte[] picture(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width, height / 2);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A photo taken with the phone held upright: lies on its side, Exif says 6 (turn right), and
    /// somewhere in the metadata stands a place.
    static byte[] photoWithPlace() {
        var jpeg = picture("jpeg", 40, 20);
        byte[] tiff = {
            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0
        };
        var place = "GPS 21.0285,105.8542".getBytes(StandardCharsets.US_ASCII);
        int length = 2 + 6 + tiff.length + place.length;
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1});
        out.writeBytes(new byte[] {(byte) (length >> 8), (byte) length});
        out.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        out.writeBytes(tiff);
        out.writeBytes(place);
        out.writeBytes(Arrays.copyOfRange(jpeg, 2, jpeg.length));
        return out.toByteArray();
    }

    static byte[] docx(String... further) {
        return zip(
                List.of("[Content_Types].xml", "word/document.xml"),
                List.of(further),
                new byte[] {'<', 'x', '/', '>'});
    }

    static byte[] docxBomb() {
        return zip(
                List.of("[Content_Types].xml", "word/document.xml"),
                List.of("word/media/a.png"),
                new byte[120 * 1024 * 1024]);
    }

    private static byte[] zip(List<String> names, List<String> further, byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[] {'<', 'x', '/', '>'});
            }
            for (var name : further) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] program() {
        var bytes = new byte[4096];
        bytes[0] = 'M';
        bytes[1] = 'Z';
        bytes[60] = 64;
        bytes[64] = 'P';
        bytes[65] = 'E';
        return bytes;
    }
}
