package vn.motcua.vault.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.VaultProblem;

/// Measures what the streams of a PDF unpack to, one after the other as the reader meets them and
/// before it unpacks any. Only the dictionary the reader itself has read counts, never the text
/// around it.
final class StreamGauge {
    /// Objects a document may have.
    static final int MOST_OBJECTS = 200_000;

    private static final long MEGABYTE = 1024L * 1024;
    private static final int WIDEST_ROW = 4096;
    private static final int WIDEST_FIELD = 8;
    private static final COSName FLATE = COSName.FLATE_DECODE;
    private static final Set<COSName> KNOWN =
            Set.of(
                    FLATE,
                    COSName.LZW_DECODE,
                    COSName.RUN_LENGTH_DECODE,
                    COSName.ASCII_HEX_DECODE,
                    COSName.ASCII85_DECODE,
                    COSName.DCT_DECODE,
                    COSName.JPX_DECODE,
                    COSName.CCITTFAX_DECODE,
                    COSName.JBIG2_DECODE);
    private static final Set<COSName> SPREADING =
            Set.of(FLATE, COSName.LZW_DECODE, COSName.RUN_LENGTH_DECODE);

    /// The structure is unpacked in memory here; the rest by whoever opens the document.
    private long structure = 24 * MEGABYTE;

    private long pictures = 512 * MEGABYTE;
    private long others = 64 * MEGABYTE;

    COSStream measured(COSStream stream) throws IOException {
        if (stream.containsKey(COSName.F)) throw unreadable(); // its content lies elsewhere
        var filters = filters(stream.getItem(COSName.FILTER));
        if (filters.stream().filter(SPREADING::contains).count() > 1) throw unreadable();
        if (isStructure(stream)) {
            long left = structure;
            structure -= structureSize(stream, filters, left);
        } else if (filters.contains(FLATE)) {
            if (!filters.getFirst().equals(FLATE)) throw unreadable();
            boolean picture = COSName.IMAGE.equals(stream.getItem(COSName.SUBTYPE));
            if (picture) pictures -= unpackedSize(stream, pictures);
            else others -= unpackedSize(stream, others);
        }
        if (structure < 0 || pictures < 0 || others < 0) throw unreadable();
        return stream;
    }

    /// By direct full names alone; abbreviations and references are refused.
    private static List<COSName> filters(@Nullable COSBase item) {
        var names = new ArrayList<COSName>();
        switch (item) {
            case null -> {}
            case COSName name -> names.add(name);
            case COSArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    if (!(array.get(i) instanceof COSName name)) throw unreadable();
                    names.add(name);
                }
            }
            default -> throw unreadable();
        }
        if (!KNOWN.containsAll(names)) throw unreadable();
        return names;
    }

    /// Whatever the reader may take for a table of objects or a bag of them.
    private static boolean isStructure(COSStream stream) {
        var type = stream.getItem(COSName.TYPE);
        boolean said = type != null && (COSName.OBJ_STM.equals(type) || COSName.XREF.equals(type));
        return said
                || type instanceof org.apache.pdfbox.cos.COSObject
                || stream.containsKey(COSName.W)
                || stream.containsKey(COSName.N) && stream.containsKey(COSName.FIRST);
    }

    private static long structureSize(COSStream stream, List<COSName> filters, long limit)
            throws IOException {
        if (filters.size() > 1 || filters.size() == 1 && !filters.getFirst().equals(FLATE))
            throw unreadable();
        if (stream.containsKey(COSName.DP)) throw unreadable();
        checkRows(stream.getItem(COSName.DECODE_PARMS));
        if (stream.containsKey(COSName.N)) whole(stream.getItem(COSName.N), MOST_OBJECTS);
        long size = filters.isEmpty() ? stream.getLength() : unpackedSize(stream, limit);
        if (stream.containsKey(COSName.W) && size / width(stream) > MOST_OBJECTS)
            throw unreadable();
        return size;
    }

    /// A row as wide as it claims to be is held in memory.
    private static void checkRows(@Nullable COSBase item) {
        switch (item) {
            case null -> {}
            case COSDictionary how -> {
                for (var value : how.getValues()) whole(value, WIDEST_ROW);
            }
            case COSArray array when array.size() == 1 -> checkRows(array.get(0));
            default -> throw unreadable();
        }
    }

    private static int width(COSStream stream) {
        if (!(stream.getItem(COSName.W) instanceof COSArray fields) || fields.size() != 3)
            throw unreadable();
        int width = 0;
        for (int i = 0; i < 3; i++) width += whole(fields.get(i), WIDEST_FIELD);
        if (width == 0) throw unreadable();
        return width;
    }

    private static int whole(@Nullable COSBase value, int most) {
        if (value instanceof COSInteger number
                && number.longValue() >= 0
                && number.longValue() <= most) return number.intValue();
        throw unreadable();
    }

    /// Counts without keeping; a little more than the limit is enough to know.
    private static long unpackedSize(COSStream stream, long limit) throws IOException {
        var buffer = new byte[8192];
        var sink = new byte[8192];
        long total = 0;
        var inflater = new Inflater();
        try (InputStream in = stream.createRawInputStream()) {
            while (!inflater.finished() && total <= limit) {
                if (inflater.needsInput()) {
                    int n = in.read(buffer);
                    if (n < 0) break;
                    inflater.setInput(buffer, 0, n);
                }
                total += inflater.inflate(sink);
                if (inflater.needsDictionary()) break;
            }
        } catch (DataFormatException damaged) {
            return total; // nothing more can be unpacked by anybody
        } finally {
            inflater.end();
        }
        return total;
    }

    private static ProblemException unreadable() {
        return new ProblemException(VaultProblem.UNREADABLE_DOCUMENT);
    }
}
