package vn.motcua.procedure.internal;

import org.springframework.stereotype.Component;
import vn.motcua.procedure.internal.records.RecordShelf;

/// The published records as they count now.
@Component
public class CatalogueBooks {
    private final ReleaseShelf releases;
    private final RecordShelf records;

    CatalogueBooks(ReleaseShelf releases, RecordShelf records) {
        this.releases = releases;
        this.records = records;
    }

    public RecordShelf.Books now() {
        return records.on(releases.snapshot().version(), releases.today());
    }
}
