package vn.motcua.vault.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Fold;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.OwnTransaction;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.StoredFile;
import vn.motcua.vault.Vault;
import vn.motcua.vault.VaultProblem;
import vn.motcua.vault.internal.FileStore.Kept;

/// Rows in the database, encrypted content on the shelf.
final class EncryptedVault implements Vault {
    private static final int LONGEST_NAME = 150;

    private final FileStore files;
    private final Shelf shelf;
    private final Reception reception;
    private final DataSize quota;
    private final MasterKey master;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final OwnTransaction own;

    EncryptedVault(
            FileStore files,
            Shelf shelf,
            Reception reception,
            DataSize quota,
            MasterKey master,
            Journal journal,
            Asking asking,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.files = files;
        this.shelf = shelf;
        this.reception = reception;
        this.quota = quota;
        this.master = master;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.own = new OwnTransaction(transactions);
    }

    @Override
    public StoredFile store(
            InputStream in, String name, FilePurpose purpose, @Nullable UUID owner) {
        var id = Ids.next(clock);
        if (waits(purpose, owner))
            transaction.executeWithoutResult(_ -> checkQuota(Objects.requireNonNull(owner), 0));
        try {
            var shown = tidy(name);
            var received = reception.receive(in, shown, id);
            shelf.keep(received.path(), id); // before the row: a row never lacks its content
            var file =
                    new StoredFile(
                            id, shown, received.mediaType(), received.size(), received.sha256());
            var wrapped = master.wrap(received.key(), id);
            var kept = new Kept(file, purpose, owner, master.fingerprint(), wrapped);
            try {
                transaction.executeWithoutResult(_ -> insert(kept));
            } catch (ProblemException refused) {
                Files.deleteIfExists(shelf.of(id));
                throw refused;
            }
            return file;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static boolean waits(FilePurpose purpose, @Nullable UUID owner) {
        return owner != null && purpose.waitsToBeAttached();
    }

    private void checkQuota(UUID owner, long more) {
        if (files.waiting(owner) + more > quota.toBytes())
            throw new ProblemException(VaultProblem.QUOTA, quota.toMegabytes() + " MB");
    }

    private void insert(Kept kept) {
        if (waits(kept.purpose(), kept.owner())) {
            var owner = Objects.requireNonNull(kept.owner());
            files.oneByOne(owner); // simultaneous uploads see each other
            checkQuota(owner, kept.file().size());
        }
        files.insert(kept, agency(asking.current()), clock.instant());
        write(
                "vault.file-stored",
                kept.file().id(),
                Map.of("purpose", kept.purpose().name(), "sha256", kept.file().sha256()));
    }

    @Override
    public Optional<StoredFile> find(UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> files.find(id).map(Kept::file)));
    }

    @Override
    public Map<UUID, StoredFile> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        var found = Objects.requireNonNull(transaction.execute(_ -> files.findAll(ids)));
        var byId = new LinkedHashMap<UUID, StoredFile>();
        for (var kept : found) byId.put(kept.file().id(), kept.file());
        return byId;
    }

    @Override
    public InputStream open(UUID id) {
        var kept = Objects.requireNonNull(transaction.execute(_ -> opened(id)));
        if (!kept.masterKey().equals(master.fingerprint()))
            throw new IllegalStateException(
                    "file %s is locked by master key %s, present is %s"
                            .formatted(id, kept.masterKey(), master.fingerprint()));
        try {
            var key = master.unwrap(kept.wrappedKey(), id);
            return new FrameReader(shelf.of(id), key, id).stream();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private Kept opened(UUID id) {
        var kept = files.find(id).orElseThrow(() -> new ProblemException(VaultProblem.NOT_FOUND));
        var caller = asking.current();
        boolean theirOwn = kept.owner() != null && kept.owner().equals(caller.account());
        if (!theirOwn && !caller.is(Role.SYSTEM)) {
            var data = new LinkedHashMap<String, Object>();
            data.put("purpose", kept.purpose().name());
            if (kept.owner() != null) data.put("owner", kept.owner().toString());
            write("vault.file-opened", id, data);
        }
        return kept;
    }

    @Override
    public void share(Collection<UUID> ids, String agencyCode) {
        if (ids.isEmpty()) return;
        transaction.executeWithoutResult(
                _ -> {
                    var shared = files.share(List.copyOf(ids), agencyCode, clock.instant());
                    var entries =
                            shared.stream()
                                    .map(
                                            id ->
                                                    entry(
                                                            "vault.file-shared",
                                                            id,
                                                            Map.of("with", agencyCode)))
                                    .toList();
                    journal.append(entries);
                });
    }

    @Override
    public void unshare(Collection<UUID> ids, String agencyCode) {
        if (ids.isEmpty()) return;
        transaction.executeWithoutResult(
                _ ->
                        journal.append(
                                files.unshare(List.copyOf(ids), agencyCode).stream()
                                        .map(
                                                id ->
                                                        entry(
                                                                "vault.file-unshared",
                                                                id,
                                                                Map.of("with", agencyCode)))
                                        .toList()));
    }

    @Override
    public void discard(UUID id) {
        // Committed before the content goes: a row never lacks its content.
        boolean removed =
                own.get(
                        () -> {
                            if (!files.removeUnattached(id)) return false;
                            write("vault.file-removed", id, Map.of());
                            return true;
                        });
        if (!removed) return;
        try {
            Files.deleteIfExists(shelf.of(id)); // if this fails, cleaning finds it
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private void write(String kind, UUID file, Map<String, Object> data) {
        journal.append(entry(kind, file, data));
    }

    private Entry entry(String kind, UUID file, Map<String, Object> data) {
        var caller = asking.current();
        var actor = new Actor(caller.role().setting(), caller.account(), caller.agency());
        return new Entry(kind, "file", file, caller.agency(), actor, clock.instant(), data);
    }

    private static @Nullable String agency(Caller caller) {
        return caller.is(Role.OFFICER, Role.LEADER) ? caller.agency() : null;
    }

    /// The last part of a path, without signs that mean something to a computer.
    private static String tidy(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = Fold.tidy(last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", ""));
        if (plain.length() <= LONGEST_NAME) return plain;
        int dot = plain.lastIndexOf('.');
        var end = dot < 0 || plain.length() - dot > 10 ? "" : plain.substring(dot);
        int cut = LONGEST_NAME - end.length();
        if (Character.isHighSurrogate(plain.charAt(cut - 1))) cut--;
        return plain.substring(0, cut) + end;
    }
}
