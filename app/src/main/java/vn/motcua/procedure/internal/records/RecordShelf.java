package vn.motcua.procedure.internal.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import vn.motcua.procedure.Release;

/// The published records of one day in memory; read again when the catalogue's version or the
/// day changes, and then only what was not held before.
@Component
public class RecordShelf {
    private static final Logger LOG = LoggerFactory.getLogger(RecordShelf.class);
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
            for (var content : contents(missing.subList(i, Math.min(i + BATCH, missing.size())))) {
                held(content).ifPresent(one -> held.put(one.id(), one));
            }
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

    /// One record that cannot be read must not take the others with it.
    private Collection<RecordStore.Content> contents(List<Long> ids) {
        try {
            return store.contents(ids).values();
        } catch (JacksonException broken) {
            if (ids.size() == 1) {
                LOG.error("published record {} cannot be read", ids.getFirst(), broken);
                return List.of();
            }
            int half = ids.size() / 2;
            List<RecordStore.Content> both = new ArrayList<>(contents(ids.subList(0, half)));
            both.addAll(contents(ids.subList(half, ids.size())));
            return both;
        }
    }

    private static Optional<Held> held(RecordStore.Content content) {
        var record = content.record();
        try {
            var release = Shown.release(record, content.hash());
            return Optional.of(new Held(content.id(), content.hash(), record, release));
        } catch (IllegalArgumentException | NullPointerException broken) {
            LOG.error("published record {} cannot be shown", content.id(), broken);
            return Optional.empty();
        }
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
