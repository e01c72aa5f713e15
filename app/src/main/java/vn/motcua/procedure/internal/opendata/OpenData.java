package vn.motcua.procedure.internal.opendata;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import vn.motcua.procedure.Releases;
import vn.motcua.procedure.internal.records.Published;
import vn.motcua.procedure.internal.records.RecordShelf;
import vn.motcua.procedure.internal.records.RecordShelf.Books;
import vn.motcua.procedure.internal.records.RecordStore;

/// Everything the catalogue knows, record by record: releases first, then what was published
/// without one, then what agencies have of their own.
@Service
class OpenData {
    private static final int BATCH = 200;

    private final Releases releases;
    private final RecordStore store;

    OpenData(Releases releases, RecordStore store) {
        this.releases = releases;
        this.store = store;
    }

    interface Sink {
        void take(Published record) throws IOException;
    }

    void all(Books books, Sink sink) throws IOException {
        var codes = new TreeMap<String, Published>();
        for (var held : books.byCode().values()) codes.put(held.record().code(), held.record());
        for (var release : releases.current()) {
            var code = release.record().code();
            codes.put(code, Told.of(release.record(), codes.get(code)));
        }
        for (var record : codes.values()) sink.take(record);
        variants(books.day(), sink);
    }

    private void variants(LocalDate day, Sink sink) throws IOException {
        var code = "";
        var scope = "";
        for (List<Published> some = new ArrayList<>(); ; ) {
            some = store.variants(day, code, scope, BATCH);
            for (var variant : some) sink.take(variant);
            if (some.size() < BATCH) return;
            code = some.getLast().code();
            scope = some.getLast().scope();
        }
    }

    Optional<Published> one(Books books, String code) {
        var known = RecordShelf.find(books, code).map(RecordShelf.Held::record);
        return releases.current(code)
                .map(release -> Told.of(release.record(), known.orElse(null)))
                .or(() -> known);
    }
}
