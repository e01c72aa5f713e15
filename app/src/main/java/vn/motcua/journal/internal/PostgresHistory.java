package vn.motcua.journal.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.History;

/// Ranges of the index of subjects.
final class PostgresHistory implements History {
    private final JdbcClient jdbc;

    PostgresHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FeedEntry> latest(
            String subjectType,
            UUID subjectId,
            Collection<String> without,
            @Nullable Place before,
            int limit) {
        var statement =
                jdbc.sql(
                                """
                        select %s
                          from journal.entry e
                         where e.subject_id = :id
                           and e.subject_type = :type
                           and e.kind <> all (:without)
                           %s
                         order by e.at desc, e.seq desc
                         limit :limit
                        """
                                        .formatted(
                                                EntryRows.COLUMNS,
                                                before == null
                                                        ? ""
                                                        : "and (e.at, e.seq) < (:at, :seq)"))
                        .param("id", subjectId)
                        .param("type", subjectType)
                        .param("without", without.toArray(String[]::new))
                        .param("limit", limit);
        if (before != null)
            statement.param("at", Timestamp.from(before.at())).param("seq", before.seq());
        return statement.query(EntryRows::read).list();
    }

    @Override
    public List<FeedEntry> since(
            String subjectType,
            UUID subjectId,
            Collection<String> without,
            Instant after,
            UUID account,
            int limit) {
        return jdbc.sql(
                        """
                        select %s
                          from journal.entry e
                         where e.subject_id = :id
                           and e.subject_type = :type
                           and e.kind <> all (:without)
                           and e.at > :after
                           and e.actor_account is distinct from :account
                         order by e.at, e.seq
                         limit :limit
                        """
                                .formatted(EntryRows.COLUMNS))
                .param("id", subjectId)
                .param("type", subjectType)
                .param("without", without.toArray(String[]::new))
                .param("after", Timestamp.from(after))
                .param("account", account)
                .param("limit", limit)
                .query(EntryRows::read)
                .list();
    }

    @Override
    public Set<UUID> changed(
            String subjectType,
            Map<UUID, Instant> after,
            Collection<String> without,
            UUID account) {
        if (after.isEmpty()) return Set.of();
        var ids = after.keySet().toArray(UUID[]::new);
        var moments = new Timestamp[ids.length];
        for (int i = 0; i < ids.length; i++)
            moments[i] = Timestamp.from(Objects.requireNonNull(after.get(ids[i])));
        return Set.copyOf(
                jdbc.sql(
                                """
                                select s.id
                                  from unnest(:ids, :moments::timestamptz[]) as s(id, after)
                                 where exists (select
                                                 from journal.entry e
                                                where e.subject_id = s.id
                                                  and e.subject_type = :type
                                                  and e.at > s.after
                                                  and e.kind <> all (:without)
                                                  and e.actor_account is distinct from :account)
                                """)
                        .param("ids", ids)
                        .param("moments", moments)
                        .param("type", subjectType)
                        .param("without", without.toArray(String[]::new))
                        .param("account", account)
                        .query(UUID.class)
                        .list());
    }
}
