package vn.motcua.vault.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.VaultProblem;

/// Looks into a Word document without unpacking it anywhere: no macros, no other files inside, no
/// template from elsewhere, and no more content than a document can have.
final class OfficeInspector {
    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_UNPACKED = 100L * 1024 * 1024;
    private static final int MOST_RELATIONS = 1024 * 1024;
    private static final Pattern FOREIGN =
            Pattern.compile(
                    ".*(vbaproject|activex/|embeddings/|\\.\\.|"
                            + "\\.(zip|jar|rar|7z|gz|docm?|xlsm?|exe|dll|js|vbs|bat|ps1)$).*");

    private OfficeInspector() {}

    static void inspect(InputStream in) throws IOException {
        boolean types = false;
        boolean document = false;
        int entries = 0;
        long unpacked = 0;
        var zip = new ZipInputStream(in, StandardCharsets.UTF_8);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var name = entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
            if (FOREIGN.matcher(name).matches())
                throw new ProblemException(VaultProblem.ACTIVE_CONTENT);
            if (++entries > MOST_ENTRIES)
                throw new ProblemException(VaultProblem.UNREADABLE_DOCUMENT);
            types |= name.equals("[content_types].xml");
            document |= name.equals("word/document.xml");
            boolean telling = name.endsWith(".rels") || name.equals("[content_types].xml");
            long left = MOST_UNPACKED - unpacked;
            unpacked += telling ? read(zip, left) : count(zip, left);
        }
        if (!types || !document) throw new ProblemException(VaultProblem.MISMATCH, ".docx");
    }

    private static long read(ZipInputStream zip, long allowed) throws IOException {
        var bytes = zip.readNBytes((int) Math.min(MOST_RELATIONS + 1L, allowed + 1));
        if (bytes.length > MOST_RELATIONS || bytes.length > allowed)
            throw new ProblemException(VaultProblem.UNREADABLE_DOCUMENT);
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.contains("attachedTemplate")
                || text.contains("oleObject")
                || text.contains("macroEnabled"))
            throw new ProblemException(VaultProblem.ACTIVE_CONTENT);
        return bytes.length;
    }

    private static long count(ZipInputStream zip, long allowed) throws IOException {
        var buffer = new byte[8192];
        long total = 0;
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            total += n;
            if (total > allowed) throw new ProblemException(VaultProblem.UNREADABLE_DOCUMENT);
        }
        return total;
    }
}
