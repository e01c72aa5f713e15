package vn.motcua.procedure.internal.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.procedure.Release;

/// The published records of one day in memory; read again when the catalogue's version or the
/// day changes, and then only what was not held before.
@Component
public class RecordShelf {
    private static final int BATCH = 500;

    /// @param release what the catalogue shows of it
    public record Held(long id, String hash, Published record, Release release) {}

    /// @param byCode every record known on the day, ended ones too
    /// @param byLocalCode national codes by what others call them
    public record Books(
            long version,
            LocalDate day,
            Map<String, Held> byCode,
            Map<String, String> byLocalCode) {}

    private final RecordStore store;
    private final Map<Long, Held> held = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Books books;

    public RecordShelf(RecordStore store) {
        this.store = store;
    }

    /// @param version of the catalogue, as read from its row
    public Books on(long version, LocalDate day) {
        var known = books;
        if (known != null && known.version() == version && known.day().equals(day)) return known;
        if (known != null && known.day().equals(day)) {
            if (!reading.tryLock()) return known;
        } else {
            reading.lock();
        }
        try {
            known = books;
            if (known != null && known.version() == version && known.day().equals(day)) {
                return known;
            }
            return books = read(version, day);
        } finally {
            reading.unlock();
        }
    }

    private Books read(long version, LocalDate day) {
        var keys = store.current(day);
        var wanted = new ArrayList<Long>(keys.size());
        for (var key : keys) wanted.add(key.id());
        held.keySet().retainAll(java.util.Set.copyOf(wanted));
        var missing = wanted.stream().filter(id -> !held.containsKey(id)).toList();
        for (int i = 0; i < missing.size(); i += BATCH) {
            store.contents(missing.subList(i, Math.min(i + BATCH, missing.size())))
                    .forEach((id, content) -> held.put(id, held(content)));
        }
        var byCode = HashMap.<String, Held>newHashMap(keys.size());
        var local = new HashMap<String, String>();
        for (var key : keys) {
            var one = held.get(key.id());
            if (one == null) continue;
            byCode.put(key.code(), one);
            for (var code : one.record().localCodes()) local.put(code.code(), key.code());
        }
        return new Books(version, day, Map.copyOf(byCode), Map.copyOf(local));
    }

    private static Held held(RecordStore.Content content) {
        return new Held(
                content.id(),
                content.hash(),
                content.record(),
                Shown.release(content.record(), content.hash()));
    }

    /// Everything in force on the day of these books, in the shape of the catalogue.
    public static List<Release> inForce(Books books) {
        return books.byCode().values().stream()
                .filter(
                        one ->
                                Standing.on(books.day(), one.record()).state()
                                        == Standing.State.IN_FORCE)
                .map(Held::release)
                .toList();
    }

    /// A record as the catalogue's pages know it.
    public static Release shown(Published record) {
        return Shown.release(record, "");
    }

    public static Optional<Held> find(Books books, String code) {
        return Optional.ofNullable(books.byCode().get(code));
    }
}
