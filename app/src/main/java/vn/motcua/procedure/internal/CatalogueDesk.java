package vn.motcua.procedure.internal;

import java.time.LocalDate;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.motcua.procedure.Catalogue;

/// Keeps the index of the releases in force today; built again when the catalogue or the day
/// changes.
@Service
class CatalogueDesk implements Catalogue {
    private record Built(long version, LocalDate day, CatalogueIndex index) {}

    private final ReleaseShelf shelf;
    private final WordList words = WordList.load();
    private final ReentrantLock building = new ReentrantLock();
    private volatile @Nullable Built built;

    CatalogueDesk(ReleaseShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Found search(Query query) {
        return index().search(query);
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
                var index = new CatalogueIndex(shelf.allCurrent(snapshot, day), words);
                known = new Built(snapshot.version(), day, index);
                built = known;
            }
            return known.index();
        } finally {
            building.unlock();
        }
    }
}
