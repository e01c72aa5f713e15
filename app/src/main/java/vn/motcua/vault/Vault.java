package vn.motcua.vault;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps files. What the one who asks may not see answers like what does not exist.
public interface Vault {
    /// Checks, cleans, encrypts and keeps a file; the stream is never held whole in memory. Best
    /// called outside a transaction, since an upload may be slow. An officer's file is shared with
    /// the officer's agency from the start.
    ///
    /// @param name as the person calls it; its extension must agree with the content
    /// @param owner whose file it is; null when nobody's but the agency's
    /// @throws vn.motcua.kernel.ProblemException with a [VaultProblem] that says what to do
    StoredFile store(InputStream in, String name, FilePurpose purpose, @Nullable UUID owner);

    Optional<StoredFile> find(UUID id);

    /// Several at once, by id; those the one who asks may not see are left out.
    Map<UUID, StoredFile> findAll(Collection<UUID> ids);

    /// Content as kept; the reader closes it. Opening another person's file is written into the
    /// journal (`vault.file-opened`). A damaged file fails with an `IOException` while it is read.
    InputStream open(UUID id);

    /// Lets an agency open these files, and marks them as part of something. Already shared ones
    /// and hidden ones are left alone.
    void share(Collection<UUID> ids, String agencyCode);

    /// Lets an agency open these files no more.
    void unshare(Collection<UUID> ids, String agencyCode);

    /// Removes a file of one's own that is not part of anything yet; otherwise does nothing.
    void discard(UUID id);
}
