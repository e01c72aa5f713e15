package vn.motcua.vault.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.StoredFile;

/// Rows of kept files. Every statement needs a transaction that says who asks.
final class FileStore {
    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Kept kept, @Nullable String agency, Instant now) {
        jdbc.sql(
                        """
                        insert into vault.file (id, name, media_type, size, sha256, purpose,
                                                owner_account, shared_with, master_key, wrapped_key,
                                                stored_at, attached_at)
                        values (:id, :name, :mediaType, :size, :sha256, :purpose, :owner, :shared,
                                :masterKey, :wrappedKey, :now,
                                case when not :waits then cast(:now as timestamptz) end)
                        """)
                .param("id", kept.file().id())
                .param("name", kept.file().name())
                .param("mediaType", kept.file().mediaType())
                .param("size", kept.file().size())
                .param("sha256", kept.file().sha256())
                .param("purpose", kept.purpose().name())
                .param("owner", kept.owner())
                .param("shared", agency == null ? new String[0] : new String[] {agency})
                .param("masterKey", kept.masterKey())
                .param("wrappedKey", kept.wrappedKey())
                .param("now", Timestamp.from(now))
                .param("waits", kept.purpose().waitsToBeAttached())
                .update();
    }

    /// Until the end of the transaction nobody else stores for this person.
    void oneByOne(UUID owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:owner, 20))")
                .param("owner", owner.toString())
                .query((_, _) -> true)
                .single();
    }

    /// Bytes this person has uploaded that are not part of anything yet, as far as the caller sees.
    long waiting(UUID owner) {
        return jdbc.sql(
                        """
                        select coalesce(sum(size), 0)
                          from vault.file
                         where owner_account = :owner and attached_at is null
                        """)
                .param("owner", owner)
                .query(Long.class)
                .single();
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql(
                        """
                        select id, name, media_type, size, sha256, purpose, owner_account,
                               master_key, wrapped_key
                          from vault.file
                         where id = :id
                        """)
                .param("id", id)
                .query(FileStore::kept)
                .optional();
    }

    List<Kept> findAll(Collection<UUID> ids) {
        return jdbc.sql(
                        """
                        select id, name, media_type, size, sha256, purpose, owner_account,
                               master_key, wrapped_key
                          from vault.file
                         where id in (:ids)
                        """)
                .param("ids", ids)
                .query(FileStore::kept)
                .list();
    }

    /// Ids of those that were not shared with the agency before.
    List<UUID> share(Collection<UUID> ids, String agency, Instant now) {
        return jdbc.sql(
                        """
                        update vault.file
                           set shared_with = array_append(shared_with, :agency),
                               attached_at = coalesce(attached_at, :now)
                         where id in (:ids)
                           and :agency <> all (shared_with)
                        returning id
                        """)
                .param("agency", agency)
                .param("now", Timestamp.from(now))
                .param("ids", ids)
                .query(UUID.class)
                .list();
    }

    /// Ids of those that were shared with the agency.
    List<UUID> unshare(Collection<UUID> ids, String agency) {
        return jdbc.sql(
                        """
                        update vault.file
                           set shared_with = array_remove(shared_with, :agency)
                         where id in (:ids)
                           and :agency = any (shared_with)
                        returning id
                        """)
                .param("agency", agency)
                .param("ids", ids)
                .query(UUID.class)
                .list();
    }

    boolean removeUnattached(UUID id) {
        return jdbc.sql("delete from vault.file where id = :id and attached_at is null")
                        .param("id", id)
                        .update()
                > 0;
    }

    List<UUID> unattachedBefore(Instant moment, int max) {
        return jdbc.sql(
                        """
                        select id
                          from vault.file
                         where attached_at is null
                           and stored_at < :moment
                         order by stored_at
                         limit :max
                        """)
                .param("moment", Timestamp.from(moment))
                .param("max", max)
                .query(UUID.class)
                .list();
    }

    Set<UUID> existing(Collection<UUID> ids) {
        if (ids.isEmpty()) return Set.of();
        return new HashSet<>(
                jdbc.sql("select id from vault.file where id in (:ids)")
                        .param("ids", ids)
                        .query(UUID.class)
                        .list());
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new StoredFile(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sha256")),
                FilePurpose.valueOf(row.getString("purpose")),
                row.getObject("owner_account", UUID.class),
                row.getString("master_key"),
                row.getBytes("wrapped_key"));
    }

    record Kept(
            StoredFile file,
            FilePurpose purpose,
            @Nullable UUID owner,
            String masterKey,
            byte[] wrappedKey) {}
}
