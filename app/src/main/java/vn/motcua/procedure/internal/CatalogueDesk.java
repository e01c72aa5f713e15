package vn.motcua.procedure.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.motcua.procedure.Catalogue;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.internal.records.RecordShelf;

/// Keeps the index of the releases and published records in force today; built again when the
/// catalogue or the day changes.
@Service
class CatalogueDesk implements Catalogue {
    private record Built(long version, LocalDate day, CatalogueIndex index) {}

    private final ReleaseShelf shelf;
    private final RecordShelf records;
    private final WordList words = WordList.load();
    private final ReentrantLock building = new ReentrantLock();
    private volatile @Nullable Built built;

    CatalogueDesk(ReleaseShelf shelf, RecordShelf records) {
        this.shelf = shelf;
        this.records = records;
    }

    @Override
    public Found search(Query query) {
        return index().search(query);
    }

    /// Releases first; what was published and has none here is shown for information.
    private List<Release> all(ReleaseShelf.Snapshot snapshot, LocalDate day) {
        List<Release> all = new ArrayList<>(shelf.allCurrent(snapshot, day));
        var released = new HashSet<String>();
        for (var release : all) released.add(release.record().code());
        for (var published : RecordShelf.inForce(records.on(snapshot.version(), day))) {
            if (!released.contains(published.record().code())) all.add(published);
        }
        return all;
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
                var index = new CatalogueIndex(all(snapshot, day), words);
                known = new Built(snapshot.version(), day, index);
                built = known;
            }
            return known.index();
        } finally {
            building.unlock();
        }
    }
}
