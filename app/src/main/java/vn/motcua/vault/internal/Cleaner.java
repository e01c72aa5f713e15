package vn.motcua.vault.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.vault.VaultCleaning;

/// Rows first, content after: if it stops half-way, the next run finds the content without a row.
final class Cleaner implements VaultCleaning {
    private static final Duration STRAY = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    private final FileStore files;
    private final Shelf shelf;
    private final Journal journal;
    private final Asking asking;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Cleaner(
            FileStore files,
            Shelf shelf,
            Journal journal,
            Asking asking,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.files = files;
        this.shelf = shelf;
        this.journal = journal;
        this.asking = asking;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Cleaned clean(Duration unattached) {
        return asking.as(
                Caller.system(),
                () -> {
                    try {
                        return new Cleaned(uploads(unattached), strays());
                    } catch (IOException trouble) {
                        throw new UncheckedIOException(trouble);
                    }
                });
    }

    private int uploads(Duration unattached) throws IOException {
        int total = 0;
        while (true) {
            var gone = Objects.requireNonNull(transaction.execute(_ -> removeRows(unattached)));
            for (var id : gone) Files.deleteIfExists(shelf.of(id));
            total += gone.size();
            if (gone.isEmpty()) return total;
        }
    }

    private List<UUID> removeRows(Duration unattached) {
        var now = clock.instant();
        var gone = new ArrayList<UUID>();
        var entries = new ArrayList<Entry>();
        for (var id : files.unattachedBefore(now.minus(unattached), AT_ONCE)) {
            if (!files.removeUnattached(id)) continue; // attached meanwhile
            gone.add(id);
            entries.add(
                    new Entry(
                            "vault.file-removed", "file", id, null, Actor.system(), now, Map.of()));
        }
        journal.append(entries);
        return gone;
    }

    private int strays() throws IOException {
        int total = 0;
        var some = new HashMap<UUID, Path>();
        for (var path : shelf.olderThan(clock.instant().minus(STRAY))) {
            var id = shelf.idOf(path);
            if (id != null) {
                some.put(id, path);
            } else {
                Files.deleteIfExists(path);
                total++;
            }
            if (some.size() == AT_ONCE) total += remove(some);
        }
        return total + remove(some);
    }

    private int remove(Map<UUID, Path> some) throws IOException {
        var known =
                Objects.requireNonNull(
                        transaction.execute(_ -> files.existing(List.copyOf(some.keySet()))));
        int total = 0;
        for (var each : some.entrySet()) {
            if (known.contains(each.getKey())) continue;
            Files.deleteIfExists(each.getValue());
            total++;
        }
        some.clear();
        return total;
    }
}
