package vn.motcua.vault.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.vault.VaultHealth;

/// Where content lies: `vault/kept/ab/cd/<id>`, and `vault/arriving` while it is being checked.
/// Names given by people never reach the disk.
final class Shelf implements VaultHealth {
    private final Path kept;
    private final Path arriving;

    Shelf(Path data) throws IOException {
        this.kept = data.resolve("vault/kept");
        this.arriving = data.resolve("vault/arriving");
        Files.createDirectories(kept);
        Files.createDirectories(arriving);
    }

    @Override
    public Space space() {
        try {
            var store = Files.getFileStore(kept);
            return new Space(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    Path arriving() {
        return arriving.resolve(UUID.randomUUID().toString());
    }

    /// The last bytes of an id are random, so folders fill evenly.
    Path of(UUID id) {
        var text = id.toString();
        return kept.resolve(text.substring(32, 34)).resolve(text.substring(34)).resolve(text);
    }

    /// Moves finished content to its place, durably.
    void keep(Path finished, UUID id) throws IOException {
        var place = of(id);
        var folder = Objects.requireNonNull(place.getParent());
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            sync(folder.getParent());
            sync(kept);
        }
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    /// All content last written before this moment by the disk's clock, kept or arriving.
    List<Path> olderThan(Instant moment) throws IOException {
        var old = new ArrayList<Path>();
        for (var root : List.of(kept, arriving)) {
            try (var all = Files.walk(root)) {
                for (var path : (Iterable<Path>) all::iterator)
                    if (Files.isRegularFile(path)
                            && Files.getLastModifiedTime(path).toInstant().isBefore(moment))
                        old.add(path);
            }
        }
        return old;
    }

    /// The id of kept content; null for content that never arrived.
    @Nullable UUID idOf(Path path) {
        if (!path.startsWith(kept)) return null;
        return UUID.fromString(String.valueOf(path.getFileName()));
    }

    private static void sync(@Nullable Path folder) throws IOException {
        if (folder == null) return;
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
