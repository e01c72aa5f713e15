package vn.motcua.vault.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
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

    private PdfInspector() {}

    static void inspect(FrameReader content) throws IOException {
        try (var document = new WatchedParser(content, new StreamGauge()).parse()) {
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
        if (keys.size() > StreamGauge.MOST_OBJECTS) throw unreadable();
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

    private static ProblemException active() {
        return new ProblemException(VaultProblem.ACTIVE_CONTENT);
    }

    private static ProblemException unreadable() {
        return new ProblemException(VaultProblem.UNREADABLE_DOCUMENT);
    }
}
