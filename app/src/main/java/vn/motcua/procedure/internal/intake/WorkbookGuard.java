package vn.motcua.procedure.internal.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Looks through a workbook before anything else opens it: how much it unpacks to, what its
/// parts are called, that its XML declares no types or entities of its own, and which cells are
/// merged.
final class WorkbookGuard {
    private static final int MOST_PARTS = 2_000;
    private static final long MOST_BYTES = 200L << 20;
    private static final long SMALL = 1L << 20;
    private static final int MOST_TIMES = 200;

    /// Cells shown as one; rows from 1, columns from 0, both ends within.
    record Merge(int top, int left, int bottom, int right) {}

    private final Map<String, List<Merge>> merges = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private long unpacked;

    private WorkbookGuard() {}

    /// @return for each sheet, in the order of the workbook, its merged cells
    static List<List<Merge>> check(byte[] bytes) throws FileRefused {
        var guard = new WorkbookGuard();
        try (var zip = ZipFile.builder().setByteArray(bytes).get()) {
            var entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_PARTS) throw new FileRefused("too-many-parts", MOST_PARTS);
            for (var entry : entries) guard.part(zip, entry);
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            throw new FileRefused("broken-workbook");
        }
        if (guard.order.isEmpty()) throw new FileRefused("broken-workbook");
        List<List<Merge>> found = new ArrayList<>();
        for (var id : guard.order) {
            var part = guard.targets.getOrDefault(id, "");
            found.add(guard.merges.getOrDefault(part, List.of()));
        }
        return found;
    }

    private void part(ZipFile zip, ZipArchiveEntry entry)
            throws IOException, XMLStreamException, FileRefused {
        var name = entry.getName();
        var plain = name.toLowerCase(Locale.ROOT);
        if (name.startsWith("/") || name.contains("..") || name.contains("\\")) {
            throw new FileRefused("path-trick");
        }
        if (plain.endsWith("vbaproject.bin")) throw new FileRefused("macros");
        if (entry.getGeneralPurposeBit().usesEncryption()) throw new FileRefused("encrypted");
        try (var in = new Counted(zip.getInputStream(entry), entry.getCompressedSize())) {
            if (plain.endsWith(".xml") || plain.endsWith(".rels")) {
                xml(plain, in);
            } else {
                in.skipAll();
            }
        } catch (Bomb _) {
            throw new FileRefused("bomb");
        }
    }

    private void xml(String name, InputStream in)
            throws XMLStreamException, FileRefused, IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var sheet = new SheetGuard();
        XMLStreamReader reader = null;
        try {
            reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD
                        || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new FileRefused("doctype");
                }
                if (event == XMLStreamConstants.END_ELEMENT
                        && reader.getLocalName().equals("sheetData")) sheet.ends();
                if (event == XMLStreamConstants.START_ELEMENT) element(name, reader, sheet);
            }
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof Bomb bomb) throw bomb;
            throw broken;
        } finally {
            if (reader != null) reader.close();
        }
        if (!sheet.merges().isEmpty()) merges.put(name, sheet.merges());
    }

    private void element(String name, XMLStreamReader at, SheetGuard inside) throws FileRefused {
        switch (at.getLocalName()) {
            case "sheetData" -> inside.begins();
            case "row" -> inside.row(value(at, "r"));
            case "c" -> inside.cell(value(at, "r"));
            case "mergeCell" -> inside.merge(value(at, "ref"));
            case "sheet" -> {
                if (name.equals("xl/workbook.xml")) order.add(value(at, "id"));
            }
            case "Relationship" -> {
                if (name.equals("xl/_rels/workbook.xml.rels")) {
                    var target = value(at, "Target").toLowerCase(Locale.ROOT);
                    targets.put(
                            value(at, "Id"),
                            target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
            default -> {}
        }
    }

    /// Attributes by their local name: `r:id` counts as `id`, but not as `sheetId`.
    private static String value(XMLStreamReader at, String name) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals(name)) return at.getAttributeValue(i);
        }
        return "";
    }

    private static final class Bomb extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// Stops when a part, or all of them, unpack to more than any real workbook.
    private final class Counted extends FilterInputStream {
        private final long packed;
        private long here;

        Counted(InputStream in, long packed) {
            super(in);
            this.packed = Math.max(packed, 1);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] to, int from, int most) throws IOException {
            int some = super.read(to, from, most);
            if (some > 0) count(some);
            return some;
        }

        private void count(int some) throws Bomb {
            here += some;
            unpacked += some;
            if (unpacked > MOST_BYTES) throw new Bomb();
            if (here > SMALL && here / packed > MOST_TIMES) throw new Bomb();
        }

        void skipAll() throws IOException {
            var some = new byte[8_192];
            while (read(some, 0, some.length) >= 0) {
                // counting is all that is wanted
            }
        }
    }
}
