package vn.motcua.procedure.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.procedure.Fault;
import vn.motcua.procedure.ImportReport;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ReleaseId;

/// Writes releases down: row, journal entry and the catalogue's version in one transaction.
@Component
class ReleaseBook {
    private final ReleaseStore store;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReleaseBook(
            ReleaseStore store,
            Journal journal,
            Asking asking,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The hash a version was stored with.
    Optional<String> stored(ReleaseId id) {
        return store.header(id).map(ReleaseStore.Header::hash);
    }

    ImportReport store(List<Release> releases) {
        return transaction.execute(_ -> write(releases));
    }

    private ImportReport write(List<Release> releases) {
        var now = clock.instant();
        List<ReleaseId> imported = new ArrayList<>();
        List<ReleaseId> unchanged = new ArrayList<>();
        List<ImportReport.Refused> refused = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (var release : releases) {
            if (store.add(release, now)) {
                imported.add(release.id());
                entries.add(published(release, now));
            } else if (stored(release.id()).equals(Optional.of(release.hash()))) {
                unchanged.add(release.id());
            } else {
                refused.add(otherContent(release.id()));
            }
        }
        if (!imported.isEmpty()) {
            store.countUp();
            journal.append(entries);
        }
        return new ImportReport(imported, unchanged, refused);
    }

    private static ImportReport.Refused otherContent(ReleaseId id) {
        return new ImportReport.Refused(
                id.toString(),
                List.of(
                        Fault.of(
                                ReleaseFiles.PROCEDURE,
                                0,
                                "procedure.fault.other-content",
                                id.toString())));
    }

    private Entry published(Release release, Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("code", release.record().code());
        data.put("version", release.record().version());
        data.put("hash", release.hash());
        data.put("effectiveFrom", release.record().effectiveFrom().toString());
        return new Entry(
                "release.published",
                "release",
                subject(release.id()),
                release.record().agency(),
                actor(),
                now,
                data);
    }

    /// The journal speaks of ids; a release's is made from its name.
    static UUID subject(ReleaseId id) {
        return UUID.nameUUIDFromBytes(("release:" + id).getBytes(StandardCharsets.UTF_8));
    }

    private Actor actor() {
        var caller = asking.current();
        if (caller.account() == null) return Actor.system();
        return new Actor(
                caller.role().name().toLowerCase(Locale.ROOT), caller.account(), caller.agency());
    }
}
