package vn.motcua.form.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Draft;
import vn.motcua.form.DraftState;
import vn.motcua.form.Drafts;
import vn.motcua.vault.StoredFile;
import vn.motcua.vault.Vault;

/// A drawer of drafts and a shelf of files without a database.
final class InMemory {
    private InMemory() {}

    static final class Shelf implements Vault {
        private static final Map<UUID, StoredFile> FILES = new HashMap<>();

        @Override
        public StoredFile store(
                java.io.InputStream in,
                String name,
                vn.motcua.vault.FilePurpose purpose,
                @Nullable UUID owner) {
            var file = new StoredFile(UUID.randomUUID(), name, "image/jpeg", 412_000, "");
            FILES.put(file.id(), file);
            return file;
        }

        @Override
        public Optional<StoredFile> find(UUID id) {
            return Optional.ofNullable(FILES.get(id));
        }

        @Override
        public Map<UUID, StoredFile> findAll(java.util.Collection<UUID> ids) {
            var found = new HashMap<>(FILES);
            found.keySet().retainAll(ids);
            return found;
        }

        @Override
        public java.io.InputStream open(UUID id) {
            return java.io.InputStream.nullInputStream();
        }

        @Override
        public void share(java.util.Collection<UUID> ids, String agencyCode) {}

        @Override
        public void unshare(java.util.Collection<UUID> ids, String agencyCode) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void discard(UUID id) {}
    }

    /// Drafts in memory.
    static final class Drawer implements Drafts {
        private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
        private final Map<UUID, Draft> drafts = new HashMap<>();

        @Override
        public Draft open(NewDraft d) {
            var draft =
                    new Draft(
                            UUID.randomUUID(),
                            d.account(),
                            d.release(),
                            d.channel(),
                            null,
                            null,
                            d.answers(),
                            null,
                            Set.of(),
                            DraftState.OPEN,
                            null,
                            FormPagesTest.LAN,
                            null,
                            NOW,
                            NOW,
                            NOW.plus(Duration.ofDays(90).plusHours(14)),
                            1);
            drafts.put(draft.id(), draft);
            return draft;
        }

        @Override
        public Optional<Draft> find(UUID id) {
            return Optional.ofNullable(drafts.get(id));
        }

        @Override
        public Draft require(UUID id) {
            return find(id).orElseThrow(
                            () ->
                                    new vn.motcua.kernel.ProblemException(
                                            vn.motcua.form.FormProblem.DRAFT_NOT_FOUND));
        }

        @Override
        public Draft save(Draft draft) {
            drafts.put(draft.id(), draft);
            return draft;
        }

        @Override
        public List<Draft> list() {
            return List.copyOf(drafts.values());
        }

        @Override
        public Draft lock(UUID id) {
            return require(id);
        }

        @Override
        public void markSubmitted(UUID id, String dossierCode) {}

        @Override
        public void discard(UUID id) {
            drafts.remove(id);
        }
    }
}
