package vn.motcua.procedure.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import vn.motcua.procedure.Catalogue;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.UsualTime;
import vn.motcua.procedure.internal.records.RecordShelf;

/// Keeps the index of the releases and published records in force today; built again when the
/// catalogue or the day changes.
@Service
class CatalogueDesk implements Catalogue {
    /// @param version of the books it was built of
    private record Built(long version, LocalDate day, CatalogueIndex index) {}

    private final ReleaseShelf shelf;
    private final RecordShelf records;
    private final SingletonSupplier<UsualTime> times;
    private final WordList words = WordList.load();
    private final ReentrantLock building = new ReentrantLock();
    private volatile @Nullable Built built;

    CatalogueDesk(ReleaseShelf shelf, RecordShelf records, ObjectProvider<UsualTime> times) {
        this.shelf = shelf;
        this.records = records;
        this.times = SingletonSupplier.ofNullable(times::getIfAvailable);
    }

    @Override
    public Found search(Query query) {
        return index().search(query);
    }

    /// Releases first; what was published and has none here is shown for information.
    private List<Release> all(
            ReleaseShelf.Snapshot snapshot, RecordShelf.Books books, LocalDate day) {
        List<Release> all = new ArrayList<>(shelf.allCurrent(snapshot, day));
        var released = new HashSet<String>();
        for (var release : all) released.add(release.record().code());
        for (var published : RecordShelf.inForce(books)) {
            if (!released.contains(published.record().code())) all.add(published);
        }
        return all;
    }

    /// What is filed much comes first among equals; only what can be filed has been measured.
    private CatalogueIndex index(List<Release> all) {
        var measured = times.get();
        var used = new HashMap<String, Integer>();
        for (var release : all) {
            if (measured == null || !release.fileable()) continue;
            var code = release.record().code();
            measured.of(code).ifPresent(usual -> used.put(code, usual.dossiers()));
        }
        return new CatalogueIndex(all, words, used);
    }

    /// Whoever finds the index stale builds it; the others go on with the old one meanwhile.
    CatalogueIndex index() {
        var snapshot = shelf.snapshot();
        var day = shelf.today();
        var known = built;
        if (known != null && known.version() == snapshot.version() && known.day().equals(day)) {
            return known.index();
        }
        if (known != null && !building.tryLock()) return known.index();
        if (known == null) building.lock();
        try {
            known = built;
            if (known == null
                    || known.version() != snapshot.version()
                    || !known.day().equals(day)) {
                var books = records.on(snapshot.version(), day);
                // While someone else still reads the new books, the old index is as good.
                boolean same =
                        known != null
                                && known.version() == books.version()
                                && known.day().equals(day);
                if (known == null || !same) {
                    known = new Built(books.version(), day, index(all(snapshot, books, day)));
                    built = known;
                }
            }
            return known.index();
        } finally {
            building.unlock();
        }
    }
}
