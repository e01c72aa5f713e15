package vn.motcua.vault.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.VaultProblem;

/// S14: files made to look harmless to whoever looks only at the surface.
class HostileFilesTest {
    private static final int BOMB = 200 * 1024 * 1024;
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006";

    @TempDir Path folder;

    @Test
    void a_document_whose_objects_lie_in_a_packed_stream_is_taken() throws IOException {
        assertThatCode(() -> inspect(pdf("/Filter /FlateDecode", 0, true)))
                .doesNotThrowAnyException();
        assertThatCode(() -> inspect(pdf("/Filter [/FlateDecode]", 0, true)))
                .doesNotThrowAnyException();
        assertThatCode(() -> inspect(pdf("/Filter /FlateDecode", 0, false)))
                .as("or mended")
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Filter /FlateDecode",
                "/Filter /FlateDecode /Pad (1 0 obj) /X /Image",
                "/Filter /FlateDecode /Subtype /Image",
                "/Filter /Fl#61teDecode",
                "/Filter /FlateDecode /Pad (endstream)",
                "/Filter /FlateDecode /Type /XObject /Subtype /Image",
                "/Filter /Fl",
                "/Filter [/Fl]",
                "/Filter 6 0 R",
                "/Filter [6 0 R]",
                "/F /FlateDecode",
                "/Filter [/FlateDecode /FlateDecode]",
                "/Filter [/A85 /FlateDecode]"
            })
    void a_small_stream_that_unpacks_to_a_flood_is_refused(String dictionary) {
        for (boolean table : new boolean[] {true, false})
            assertThatThrownBy(() -> inspect(pdf(dictionary, BOMB, table)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            it ->
                                    assertThat(it.problem())
                                            .isEqualTo(VaultProblem.UNREADABLE_DOCUMENT));
    }

    @Test
    void neither_does_a_long_dictionary_hide_it() {
        var padding = "/Filter /FlateDecode /Pad (" + "x".repeat(10_000) + ") ";
        assertThatThrownBy(() -> inspect(pdf(padding, BOMB, true)))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 2000000000>>",
                "/Filter /RunLengthDecode",
                "/Filter /LZWDecode",
                "/Filter /ASCIIHexDecode",
                "/Filter /FlateDecode /DP <</Predictor 12>>"
            })
    void a_structure_packed_in_an_unusual_way_is_refused(String dictionary) {
        assertThatThrownBy(() -> inspect(pdf(dictionary, 0, true)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_picture_of_deep_colours_counts_by_what_it_takes_in_memory() throws IOException {
        var cleaner = new PictureCleaner(50_000_000);
        assertThatThrownBy(() -> clean(cleaner, png(7_000, 4_000, 16)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it -> {
                            assertThat(it.problem()).isEqualTo(VaultProblem.PICTURE_TOO_LARGE);
                            assertThat(it.arguments()).containsExactly(25L);
                        });
    }

    @Test
    void a_template_from_elsewhere_is_found_however_it_is_written() throws IOException {
        inspectWord(relation("hyperlink", "https://example.vn/", "External").getBytes(UTF_8));
        inspectWord(relation("styles", "styles.xml", "Internal").getBytes(UTF_8));
        active(relation("attachedTemplate", "https://a/t.dotm", "External").getBytes(UTF_8));
        active(relation("attached&#84;emplate", "t.dotm", "Internal").getBytes(UTF_8));
        active(
                relation("attachedTemplate", "https://a/t.dotm", "External")
                        .replace("UTF-8", "UTF-16")
                        .getBytes(UTF_16));
        active(relation("image", "https://a/i.png", "External").getBytes(UTF_8));
        active(relation("frame", "\\\\host\\share", "Ex&#116;ernal").getBytes(UTF_8));
        active(relation("image", "file:///etc/passwd", "Internal").getBytes(UTF_8));
    }

    @Test
    void xml_with_a_document_type_is_refused() {
        var text =
                relation("styles", "&t;", "Internal")
                        .replace("?>", "?><!DOCTYPE Relationships [<!ENTITY t 'styles.xml'>]>");
        assertThatThrownBy(() -> inspectWord(text.getBytes(UTF_8)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void an_archive_that_tells_two_stories_is_refused() throws IOException {
        var good = word(relation("styles", "styles.xml", "Internal").getBytes(UTF_8));
        var bad = word(relation("attachedTemplate", "https://a/t", "External").getBytes(UTF_8));
        inspectWordFile(good);
        var both = new ByteArrayOutputStream();
        both.writeBytes(good);
        both.writeBytes(moved(bad, good.length));
        assertThatThrownBy(() -> inspectWordFile(both.toByteArray()))
                .isInstanceOf(ProblemException.class);
        var hidden = new ByteArrayOutputStream();
        hidden.writeBytes(moved(bad, 0));
        hidden.writeBytes("PK".getBytes(UTF_8));
        assertThatThrownBy(() -> inspectWordFile(hidden.toByteArray()))
                .isInstanceOf(ProblemException.class);
    }

    private void active(byte[] relations) {
        assertThatThrownBy(() -> inspectWord(relations))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it -> assertThat(it.problem()).isEqualTo(VaultProblem.ACTIVE_CONTENT));
    }

    private static String relation(String type, String target, String mode) {
        return """
               <?xml version="1.0" encoding="UTF-8"?>
               <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
               <Relationship Id="r1" Type="%s/relationships/%s" Target="%s" TargetMode="%s"/>
               </Relationships>"""
                .formatted(RELATION, type, target, mode);
    }

    private static byte[] word(byte[] relations) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : new String[] {"[Content_Types].xml", "word/document.xml"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(UTF_8));
            }
            zip.putNextEntry(new ZipEntry("word/_rels/settings.xml.rels"));
            zip.write(relations);
        }
        return out.toByteArray();
    }

    /// As if so many bytes stood before it.
    private static byte[] moved(byte[] archive, int by) {
        var bytes = ByteBuffer.wrap(archive).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int end = archive.length - 22;
        int at = bytes.getInt(end + 16);
        bytes.putInt(end + 16, at + by);
        while (at < end) {
            bytes.putInt(at + 42, bytes.getInt(at + 42) + by);
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return archive;
    }

    private void inspectWord(byte[] relations) throws IOException {
        inspectWordFile(word(relations));
    }

    private void inspectWordFile(byte[] bytes) throws IOException {
        try (var content = kept(bytes)) {
            OfficeInspector.inspect(content);
        }
    }

    private void inspect(byte[] bytes) throws IOException {
        try (var content = kept(bytes)) {
            PdfInspector.inspect(content);
        }
    }

    private FrameReader kept(byte[] bytes) throws IOException {
        var id = UUID.randomUUID();
        var key = MasterKey.fresh();
        var path = folder.resolve(id.toString());
        try (var out = new FrameWriter(path, key, id)) {
            out.write(bytes, 0, bytes.length);
        }
        assertThat(Files.size(path)).isPositive();
        return new FrameReader(path, key, id);
    }

    private static void clean(PictureCleaner cleaner, byte[] png) throws IOException {
        cleaner.clean(
                FileKind.PNG,
                new ByteArrayInputStream(png),
                ExifOrientation.UPRIGHT,
                OutputStream.nullOutputStream());
    }

    /// Colours with transparency; only the beginning of the picture is there.
    private static byte[] png(int width, int height, int depth) throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) depth).put((byte) 6);
        chunk(out, "IHDR", header.array());
        chunk(out, "IDAT", packed(new byte[100], 0));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        var crc = new CRC32();
        crc.update(name.getBytes(ISO_8859_1));
        crc.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name.getBytes(ISO_8859_1));
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /// A document whose catalogue lies in a packed stream of objects.
    ///
    /// @param more of the dictionary of that stream
    /// @param spaces how many blanks follow the objects
    /// @param table whether the table of objects is where the end of the file says
    private static byte[] pdf(String more, int spaces, boolean table) throws IOException {
        var objects =
                "<</Type/Catalog/Pages 3 0 R>> <</Type/Pages/Count 1/Kids[4 0 R]>>"
                        + " <</Type/Page/Parent 3 0 R/MediaBox[0 0 9 9]>> ";
        var index =
                "2 0 3 %d 4 %d "
                        .formatted(
                                objects.indexOf("<</Type/Pages"), objects.indexOf("<</Type/Page/"));
        var packed = packed((index + objects).getBytes(ISO_8859_1), spaces);
        var out = new ByteArrayOutputStream();
        write(out, "%PDF-1.5\n");
        int bag = out.size();
        write(
                out,
                "1 0 obj\n<</N 3/First %d/Length %d %s %s>>\nstream\n"
                        .formatted(
                                index.length(),
                                packed.length,
                                more.contains("/Type") ? "" : "/Type /ObjStm",
                                more));
        out.writeBytes(packed);
        write(out, "\nendstream\nendobj\n");
        int name = out.size();
        write(out, "6 0 obj\n/FlateDecode\nendobj\n");
        int at = out.size();
        var rows = ByteBuffer.allocate(7 * 7);
        row(rows, 0, 0, 0);
        row(rows, 1, bag, 0);
        for (int i = 0; i < 3; i++) row(rows, 2, 1, i);
        row(rows, 1, at, 0);
        row(rows, 1, name, 0);
        write(out, "5 0 obj\n<</Type/XRef/Size 7/W[1 4 2]/Root 2 0 R/Length 49>>\nstream\n");
        out.writeBytes(rows.array());
        write(out, "\nendstream\nendobj\nstartxref\n" + (table ? at : 7) + "\n%%EOF\n");
        return out.toByteArray();
    }

    private static void row(ByteBuffer rows, int kind, int at, int more) {
        rows.put((byte) kind).putInt(at).putShort((short) more);
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(ISO_8859_1));
    }

    private static byte[] packed(byte[] content, int spaces) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(out)) {
            deflated.write(content);
            var blank = new byte[1024 * 1024];
            java.util.Arrays.fill(blank, (byte) ' ');
            for (int left = spaces; left > 0; left -= blank.length)
                deflated.write(blank, 0, Math.min(left, blank.length));
        }
        return out.toByteArray();
    }
}
