package vn.motcua.vault.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.VaultProblem;

/// Refuses PDF files that do something (scripts, launching, sending) or carry other files.
final class PdfInspector {
    private static final Set<String> ACTIONS =
            Set.of(
                    "JavaScript",
                    "Launch",
                    "SubmitForm",
                    "ImportData",
                    "GoToE",
                    "Rendition",
                    "RichMediaExecute");
    private static final Set<String> KEYS =
            Set.of("JS", "JavaScript", "EF", "EmbeddedFiles", "XFA", "RichMedia");
    private static final Set<String> SUBTYPES =
            Set.of("RichMedia", "FileAttachment", "Movie", "Sound", "Screen", "3D");
    private static final int MOST_OBJECTS = 200_000;
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;
    private static final int BEFORE_STREAM = 4096;

    private PdfInspector() {}

    static void inspect(FrameReader content) throws IOException {
        refuseBombs(content);
        content.seek(0);
        try (var document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) throw new ProblemException(VaultProblem.LOCKED);
            if (document.getNumberOfPages() == 0) throw unreadable();
            refuseActive(document);
        } catch (InvalidPasswordException locked) {
            throw new ProblemException(VaultProblem.LOCKED);
        } catch (ProblemException known) {
            throw known;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            throw unreadable();
        }
    }

    private static void refuseActive(PDDocument document) {
        var cos = document.getDocument();
        var keys = cos.getXrefTable().keySet();
        if (keys.size() > MOST_OBJECTS) throw unreadable();
        look(cos.getTrailer());
        for (var key : List.copyOf(keys)) {
            var object = cos.getObjectFromPool(key).getObject();
            if (object != null) look(object);
        }
    }

    /// Looks through one object; those it refers to are looked at by themselves.
    private static void look(COSBase root) {
        var open = new ArrayDeque<COSBase>();
        open.push(root);
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case COSDictionary dictionary -> {
                    refuse(dictionary);
                    for (var value : dictionary.getValues()) if (value != null) open.push(value);
                }
                case COSArray array -> {
                    for (var item : array) if (item != null) open.push(item);
                }
                default -> {}
            }
        }
    }

    private static void refuse(COSDictionary dictionary) {
        for (var key : dictionary.keySet()) if (KEYS.contains(key.getName())) throw active();
        if (is(dictionary, COSName.S, ACTIONS)
                || is(dictionary, COSName.SUBTYPE, SUBTYPES)
                || is(dictionary, COSName.TYPE, Set.of("EmbeddedFile"))) throw active();
    }

    private static boolean is(COSDictionary dictionary, COSName key, Set<String> bad) {
        return dictionary.getDictionaryObject(key) instanceof COSName name
                && bad.contains(name.getName());
    }

    /// Before anything is unpacked: what the reader would have to unpack in order to know the
    /// file's structure stays within bounds. Pictures and fonts are not unpacked here.
    private static void refuseBombs(FrameReader content) throws IOException {
        long left = MOST_UNPACKED;
        for (var stream : streams(content)) {
            if (stream.dictionary().contains("/Encrypt"))
                throw new ProblemException(VaultProblem.LOCKED);
            if (stream.isPicture()) continue;
            if (stream.unpacksTwice()) throw unreadable();
            content.seek(stream.at());
            left -= unpackedSize(content, left);
            if (left <= 0) throw unreadable();
        }
    }

    private static List<PackedStream> streams(FrameReader content) throws IOException {
        var found = new ArrayList<PackedStream>();
        content.seek(0);
        var before = new byte[BEFORE_STREAM];
        long at = 0;
        int matched = 0;
        var word = "stream".getBytes(StandardCharsets.US_ASCII);
        var in = new BufferedInputStream(content.stream(), 32 * 1024);
        for (int b = in.read(); b >= 0; b = in.read()) {
            before[(int) (at++ % BEFORE_STREAM)] = (byte) b;
            matched = b == word[matched] ? matched + 1 : b == word[0] ? 1 : 0;
            if (matched < word.length) continue;
            matched = 0;
            if (found.size() > MOST_OBJECTS) throw unreadable();
            var dictionary = dictionary(before, at);
            if (dictionary != null) found.add(new PackedStream(dictionary, at));
        }
        return found;
    }

    /// The text since the beginning of the object; null when this was the word `endstream`.
    private static @Nullable String dictionary(byte[] ring, long end) {
        int count = (int) Math.min(end, ring.length);
        var text = new StringBuilder(count);
        for (long i = end - count; i < end; i++)
            text.append((char) (ring[(int) (i % ring.length)] & 0xff));
        text.setLength(count - "stream".length());
        if (text.lastIndexOf("end") == text.length() - 3 && text.length() >= 3) return null;
        int object = text.lastIndexOf("obj");
        return object < 0 ? text.toString() : text.substring(object);
    }

    private static long unpackedSize(FrameReader content, long limit) throws IOException {
        var buffer = new byte[8192];
        var sink = new byte[8192];
        int b = content.read();
        while (b == '\r' || b == '\n') b = content.read();
        if ((b & 0x0f) != 8) return 0; // not deflated
        content.seek(content.getPosition() - 1);
        long total = 0;
        var inflater = new Inflater();
        try {
            while (!inflater.finished() && total <= limit) {
                if (inflater.needsInput()) {
                    int n = content.read(buffer, 0, buffer.length);
                    if (n < 0) break;
                    inflater.setInput(buffer, 0, n);
                }
                total += inflater.inflate(sink);
                if (inflater.needsDictionary()) break;
            }
        } catch (DataFormatException notDeflated) {
            return total;
        } finally {
            inflater.end();
        }
        return total;
    }

    private static ProblemException active() {
        return new ProblemException(VaultProblem.ACTIVE_CONTENT);
    }

    private static ProblemException unreadable() {
        return new ProblemException(VaultProblem.UNREADABLE_DOCUMENT);
    }

    private record PackedStream(String dictionary, long at) {
        boolean isPicture() {
            return dictionary.contains("/Image")
                    && !dictionary.contains("ObjStm")
                    && !dictionary.contains("XRef")
                    && !dictionary.contains("#");
        }

        /// Deflated twice, or by a method whose size cannot be told beforehand.
        boolean unpacksTwice() {
            int first = dictionary.indexOf("FlateDecode");
            boolean twice = first >= 0 && dictionary.indexOf("FlateDecode", first + 1) >= 0;
            boolean structure = dictionary.contains("ObjStm") || dictionary.contains("XRef");
            return twice || (structure && dictionary.matches("(?s).*(LZW|RunLength|ASCII).*"));
        }
    }
}
