package vn.motcua.vault.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.apache.tika.Tika;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.VaultProblem;

/// Takes content in: onto disk encrypted while counting, then looks at it, then keeps a clean
/// version. Nothing lies on disk in the clear at any moment.
final class Reception {
    private static final int HEAD = 64 * 1024;

    private final Shelf shelf;
    private final VaultSettings settings;
    private final PictureCleaner pictures;
    private final Tika tika = new Tika();

    Reception(Shelf shelf, VaultSettings settings) {
        this.shelf = shelf;
        this.settings = settings;
        this.pictures = new PictureCleaner(settings.maxPixels());
    }

    /// @param path finished content, still to be put into its place
    record Received(Path path, SecretKey key, String mediaType, long size, String sha256) {}

    Received receive(InputStream in, String name, UUID id) throws IOException {
        var extension = FileKind.extension(name);
        var kind = FileKind.of(extension).filter(settings.kinds()::contains);
        if (kind.isEmpty()) throw new ProblemException(VaultProblem.WRONG_KIND, kinds());
        var arrived = arrive(in, kind.get(), id);
        try {
            inspect(arrived, kind.get(), extension, id);
        } catch (IOException | RuntimeException | Error refused) {
            Files.deleteIfExists(arrived.path());
            throw refused;
        }
        return switch (kind.get()) {
            case JPEG, PNG -> redrawn(arrived, kind.get(), id);
            case PDF, DOCX -> arrived;
        };
    }

    private Received arrive(InputStream in, FileKind kind, UUID id) throws IOException {
        var path = shelf.arriving();
        var key = MasterKey.fresh();
        try (var out = new FrameWriter(path, key, id)) {
            long limit = settings.maxSize().toBytes();
            var buffer = new byte[16 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (out.size() + n > limit)
                    throw new ProblemException(
                            VaultProblem.TOO_LARGE, settings.maxSize().toMegabytes() + " MB");
                out.write(buffer, 0, n);
            }
            if (out.size() == 0) throw new ProblemException(VaultProblem.EMPTY);
            out.close();
            return new Received(path, key, kind.mediaType, out.size(), out.sha256());
        } catch (IOException | RuntimeException | Error failed) {
            Files.deleteIfExists(path);
            throw failed;
        }
    }

    private void inspect(Received arrived, FileKind kind, String extension, UUID id)
            throws IOException {
        if (!kind.agreesWith(tika.detect(head(arrived, id))))
            throw new ProblemException(VaultProblem.MISMATCH, "." + extension);
        try (var content = new FrameReader(arrived.path(), arrived.key(), id)) {
            switch (kind) {
                case PDF -> PdfInspector.inspect(content);
                case DOCX -> OfficeInspector.inspect(content);
                case JPEG, PNG -> {}
            }
        }
    }

    private Received redrawn(Received arrived, FileKind kind, UUID id) throws IOException {
        var path = shelf.arriving();
        var key = MasterKey.fresh();
        int orientation =
                kind == FileKind.JPEG
                        ? ExifOrientation.of(head(arrived, id))
                        : ExifOrientation.UPRIGHT;
        try (var content = new FrameReader(arrived.path(), arrived.key(), id);
                var out = new FrameWriter(path, key, id)) {
            pictures.clean(kind, content.stream(), orientation, out);
            out.close();
            return new Received(path, key, kind.mediaType, out.size(), out.sha256());
        } catch (IOException | RuntimeException | Error failed) {
            Files.deleteIfExists(path);
            throw failed;
        } finally {
            Files.deleteIfExists(arrived.path());
        }
    }

    private static byte[] head(Received arrived, UUID id) throws IOException {
        try (var content = new FrameReader(arrived.path(), arrived.key(), id)) {
            return content.stream().readNBytes(HEAD);
        }
    }

    private String kinds() {
        return settings.kinds().stream()
                .sorted()
                .map(kind -> kind.name().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
