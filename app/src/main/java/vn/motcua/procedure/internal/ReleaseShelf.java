package vn.motcua.procedure.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.YamlTree;
import vn.motcua.procedure.internal.ReleaseStore.Header;

/// Releases in memory. Which release is in force is answered from an immutable snapshot;
/// whether the snapshot is stale is asked of one row, at most every two seconds, by whoever
/// comes by.
@Component
class ReleaseShelf {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseShelf.class);
    private static final long POLL = Duration.ofSeconds(2).toNanos();
    private static final int OLD_KEPT = 1_000;
    private static final int BATCH = 500;

    /// @param headers all releases of a code, oldest effective date first
    record Snapshot(long version, Map<String, List<Header>> headers) {}

    private final ReleaseStore store;
    private final Clock clock;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final Map<ReleaseId, Release> held = new ConcurrentHashMap<>();
    private final Map<ReleaseId, Release> old =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<ReleaseId, Release> eldest) {
                            return size() > OLD_KEPT;
                        }
                    });
    private volatile @Nullable Snapshot snapshot;
    private volatile long polled;

    ReleaseShelf(ReleaseStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Makes the next look ask the database again.
    void stale() {
        polled = System.nanoTime() - POLL;
    }

    Snapshot snapshot() {
        var known = snapshot;
        // Whoever looked before the first import must not go on believing that there is nothing.
        if (known != null && !known.headers().isEmpty()) {
            if (System.nanoTime() - polled < POLL) return known;
            if (!refreshing.tryLock()) return known;
        } else {
            refreshing.lock();
        }
        try {
            polled = System.nanoTime();
            known = snapshot;
            long version = store.version();
            if (known != null && known.version() == version) return known;
            return snapshot = load(version);
        } finally {
            refreshing.unlock();
        }
    }

    private Snapshot load(long version) {
        var byCode = new HashMap<String, List<Header>>();
        for (var header : store.headers()) {
            byCode.computeIfAbsent(header.id().procedureCode(), _ -> new ArrayList<>()).add(header);
        }
        byCode.replaceAll((_, headers) -> List.copyOf(headers));
        return new Snapshot(version, Map.copyOf(byCode));
    }

    LocalDate today() {
        return HanoiTime.dateOf(clock.instant());
    }

    /// The release in force for an agency, whose code's beginnings name the agencies above it.
    Optional<Release> current(String code, @Nullable String agency) {
        return header(snapshot(), code, agency, today()).flatMap(header -> find(header.id()));
    }

    static Optional<Header> header(
            Snapshot snapshot, String code, @Nullable String agency, LocalDate day) {
        Header best = null;
        for (var header : snapshot.headers().getOrDefault(code, List.of())) {
            if (!header.inForceOn(day) || !concerns(header.agency(), agency)) continue;
            if (best == null || length(header) >= length(best)) best = header;
        }
        return Optional.ofNullable(best);
    }

    private static boolean concerns(@Nullable String overlay, @Nullable String agency) {
        return overlay == null
                || agency != null && (agency.equals(overlay) || agency.startsWith(overlay + "."));
    }

    private static int length(Header header) {
        return header.agency() == null ? 0 : header.agency().length();
    }

    /// All national releases in force on a day, read from the store in batches where not held yet.
    List<Release> allCurrent(Snapshot snapshot, LocalDate day) {
        List<ReleaseId> wanted =
                snapshot.headers().keySet().stream()
                        .sorted()
                        .flatMap(code -> header(snapshot, code, null, day).stream())
                        .map(Header::id)
                        .toList();
        held.keySet().retainAll(java.util.Set.copyOf(wanted));
        var missing = wanted.stream().filter(id -> !held.containsKey(id)).toList();
        for (int i = 0; i < missing.size(); i += BATCH) {
            var rows = store.rows(missing.subList(i, Math.min(i + BATCH, missing.size())));
            rows.values().parallelStream()
                    .forEach(
                            row -> read(row).ifPresent(release -> held.put(release.id(), release)));
        }
        return wanted.stream().map(held::get).filter(java.util.Objects::nonNull).toList();
    }

    Optional<Release> find(ReleaseId id) {
        var known = held.get(id);
        if (known == null) known = old.get(id);
        if (known != null) return Optional.of(known);
        var row = store.rows(List.of(id)).get(id);
        if (row == null) return Optional.empty();
        var release = read(row);
        release.ifPresent(found -> old.put(id, found));
        return release;
    }

    /// What was accepted once stays readable, even where today's rules would find a fault in
    /// it; only a content that is not the accepted one is refused.
    private static Optional<Release> read(ReleaseStore.Row row) {
        var header = row.header();
        var faults = new FaultSink();
        var files = ReleaseFiles.ofTexts(row.files(), faults);
        if (!files.hash().equals(header.hash())) {
            LOG.error("release {} does not have the content it was imported with", header.id());
            return Optional.empty();
        }
        var root =
                YamlTree.parse(
                        ReleaseFiles.PROCEDURE,
                        files.find(ReleaseFiles.PROCEDURE).orElse(""),
                        faults);
        var record = ProcedureReader.read(root);
        if (!faults.isEmpty()) LOG.warn("release {} has faults by now", header.id());
        return Optional.of(new Release(header.id(), record, files, header.hash()));
    }
}
