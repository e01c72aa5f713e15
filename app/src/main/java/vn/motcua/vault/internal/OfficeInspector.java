package vn.motcua.vault.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.VaultProblem;

/// Looks into a Word document without unpacking it anywhere: no macros, no other files inside,
/// nothing fetched from elsewhere, and no more content than a document can have.
final class OfficeInspector {
    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_UNPACKED = 100L * 1024 * 1024;
    private static final int MOST_RELATIONS = 1024 * 1024;
    private static final Pattern FOREIGN =
            Pattern.compile(
                    ".*(vbaproject|activex/|embeddings/|\\.\\.|"
                            + "\\.(zip|jar|rar|7z|gz|docm?|xlsm?|exe|dll|js|vbs|bat|ps1)$).*");
    private static final Pattern ACTIVE =
            Pattern.compile(
                    ".*(attachedtemplate|oleobject|macroenabled|vbaproject|activex|afchunk).*");

    private OfficeInspector() {}

    static void inspect(FrameReader content) throws IOException {
        var listed = ZipDirectory.names(content, MOST_ENTRIES);
        content.seek(0);
        var met = new ArrayList<String>();
        long unpacked = 0;
        var zip = new ZipInputStream(content.stream(), StandardCharsets.UTF_8);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var name = key(entry.getName());
            if (FOREIGN.matcher(name).matches())
                throw new ProblemException(VaultProblem.ACTIVE_CONTENT);
            met.add(entry.getName());
            if (met.size() > MOST_ENTRIES) throw unreadable();
            boolean telling = name.endsWith(".rels") || name.equals("[content_types].xml");
            long left = MOST_UNPACKED - unpacked;
            unpacked += telling ? read(zip, left) : count(zip, left);
        }
        if (!met.equals(listed)) throw unreadable();
        var names = met.stream().map(OfficeInspector::key).toList();
        if (names.stream().distinct().count() != names.size()) throw unreadable();
        if (!names.contains("[content_types].xml") || !names.contains("word/document.xml"))
            throw new ProblemException(VaultProblem.MISMATCH, ".docx");
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('\\', '/');
    }

    private static long read(ZipInputStream zip, long allowed) throws IOException {
        var bytes = zip.readNBytes((int) Math.min(MOST_RELATIONS + 1L, allowed + 1));
        if (bytes.length > MOST_RELATIONS || bytes.length > allowed) throw unreadable();
        try {
            var xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE)
                    throw unreadable();
                if (event == XMLStreamConstants.START_ELEMENT) refuseActive(xml);
            }
            xml.close();
        } catch (XMLStreamException broken) {
            throw unreadable();
        }
        return bytes.length;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /// A link somebody may click is harmless; whatever is fetched by itself is not.
    private static void refuseActive(XMLStreamReader xml) {
        boolean outside = false;
        boolean link = false;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var name = xml.getAttributeLocalName(i);
            var value =
                    Objects.requireNonNullElse(xml.getAttributeValue(i), "")
                            .strip()
                            .toLowerCase(Locale.ROOT);
            if (!name.equals("Target") && ACTIVE.matcher(value).matches())
                throw new ProblemException(VaultProblem.ACTIVE_CONTENT);
            outside |= name.equals("TargetMode") && !value.equals("internal");
            outside |= name.equals("Target") && (value.contains(":") || value.startsWith("//"));
            link |= name.equals("Type") && value.endsWith("/hyperlink");
        }
        if (outside && !link) throw new ProblemException(VaultProblem.ACTIVE_CONTENT);
    }

    private static long count(ZipInputStream zip, long allowed) throws IOException {
        var buffer = new byte[8192];
        long total = 0;
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            total += n;
            if (total > allowed) throw unreadable();
        }
        return total;
    }

    private static ProblemException unreadable() {
        return new ProblemException(VaultProblem.UNREADABLE_DOCUMENT);
    }
}
