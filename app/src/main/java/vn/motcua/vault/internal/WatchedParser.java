package vn.motcua.vault.internal;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.BruteForceParser;
import org.apache.pdfbox.pdfparser.COSParser;
import org.apache.pdfbox.pdfparser.PDFParser;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.VaultProblem;

/// PDFBox's reader, with every stream measured the moment it is found. The part that mends broken
/// documents reads streams too and is watched alike. What is locked is refused before anything
/// of it is unlocked, since what is locked cannot be measured.
final class WatchedParser extends PDFParser {
    private static final VarHandle MENDER = mender();

    private final StreamGauge gauge;

    WatchedParser(RandomAccessRead content, StreamGauge gauge) throws IOException {
        super(content);
        this.gauge = gauge;
        MENDER.set(this, new WatchedMender(content, document, gauge));
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        var stream = super.parseCOSStream(dictionary);
        long at = source.getPosition(); // measuring reads from the same source
        gauge.measured(stream);
        source.seek(at);
        return stream;
    }

    @Override
    protected void prepareDecryption() throws IOException {
        refuseLocked(document);
        super.prepareDecryption();
    }

    private static void refuseLocked(COSDocument document) {
        if (document.getEncryptionDictionary() != null)
            throw new ProblemException(VaultProblem.LOCKED);
    }

    /// PDFBox makes its mender itself, without asking.
    private static VarHandle mender() {
        try {
            return MethodHandles.privateLookupIn(COSParser.class, MethodHandles.lookup())
                    .findVarHandle(COSParser.class, "bruteForceParser", BruteForceParser.class);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("another PDFBox than this was made for", changed);
        }
    }

    private static final class WatchedMender extends BruteForceParser {
        private final StreamGauge gauge;

        WatchedMender(RandomAccessRead content, COSDocument document, StreamGauge gauge)
                throws IOException {
            super(content, document);
            this.gauge = gauge;
        }

        @Override
        protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
            var stream = super.parseCOSStream(dictionary);
            long at = source.getPosition();
            gauge.measured(stream);
            source.seek(at);
            return stream;
        }

        @Override
        protected void prepareDecryption() throws IOException {
            refuseLocked(document);
            super.prepareDecryption();
        }
    }
}
