package vn.motcua.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.JournalHealth.SetAside;

/// Entries that readers could not take, and those waiting behind them.
final class SetAsideStore {
    private final JdbcClient jdbc;

    SetAsideStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Records a failure of this entry; the count of attempts grows with each.
    void failed(String consumer, FeedEntry entry, Failure failure, Instant now) {
        jdbc.sql(
                        """
                        insert into journal.set_aside as a
                               (consumer, xid, seq, subject_type, subject_id, kind, error,
                                reference, attempts, next_try_at, set_aside_at)
                        values (:consumer, cast(:xid as xid8), :seq, :type, :subject, :kind, :error,
                                :reference, :attempts, :next, :now)
                            on conflict (consumer, xid, seq) do update
                           set error = excluded.error, reference = excluded.reference,
                               attempts = excluded.attempts, next_try_at = excluded.next_try_at
                        """)
                .param("consumer", consumer)
                .param("xid", Long.toString(entry.xid()))
                .param("seq", entry.seq())
                .param("type", entry.entry().subjectType())
                .param("subject", entry.entry().subjectId())
                .param("kind", entry.entry().kind())
                .param("error", failure.error())
                .param("reference", failure.reference())
                .param("attempts", failure.attempts())
                .param("next", Timestamp.from(now.plus(Backoff.after(failure.attempts()))))
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Lets this entry wait behind an earlier one about the same subject.
    void behind(String consumer, FeedEntry entry, Instant now) {
        jdbc.sql(
                        """
                        insert into journal.set_aside (consumer, xid, seq, subject_type, subject_id,
                                                       kind, set_aside_at)
                        values (:consumer, cast(:xid as xid8), :seq, :type, :subject, :kind, :now)
                        """)
                .param("consumer", consumer)
                .param("xid", Long.toString(entry.xid()))
                .param("seq", entry.seq())
                .param("type", entry.entry().subjectType())
                .param("subject", entry.entry().subjectId())
                .param("kind", entry.entry().kind())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Subjects whose first waiting entry may be tried now.
    List<UUID> due(String consumer, Instant now, int max) {
        return jdbc.sql(
                        """
                        select subject_id
                          from (select distinct on (subject_id) subject_id, next_try_at
                                  from journal.set_aside
                                 where consumer = :consumer
                                 order by subject_id, xid, seq) first_waiting
                         where coalesce(next_try_at, '-infinity') <= :now
                         order by next_try_at nulls first
                         limit :max
                        """)
                .param("consumer", consumer)
                .param("now", Timestamp.from(now))
                .param("max", max)
                .query(UUID.class)
                .list();
    }

    List<Waiting> of(String consumer, UUID subject, int max) {
        return jdbc.sql(
                        """
                        select %s, a.attempts
                          from journal.set_aside a
                          join journal.entry e on e.xid = a.xid and e.seq = a.seq
                         where a.consumer = :consumer
                           and a.subject_id = :subject
                         order by a.xid, a.seq
                         limit :max
                        """
                                .formatted(EntryRows.COLUMNS))
                .param("consumer", consumer)
                .param("subject", subject)
                .param("max", max)
                .query((row, n) -> new Waiting(EntryRows.read(row, n), row.getInt("attempts")))
                .list();
    }

    void done(String consumer, FeedEntry entry) {
        jdbc.sql(
                        """
                        delete from journal.set_aside
                         where consumer = :consumer
                           and xid = cast(:xid as xid8)
                           and seq = :seq
                        """)
                .param("consumer", consumer)
                .param("xid", Long.toString(entry.xid()))
                .param("seq", entry.seq())
                .update();
    }

    void tryNow(String consumer, UUID subject, Instant now) {
        jdbc.sql(
                        """
                        update journal.set_aside
                           set next_try_at = :now
                         where consumer = :consumer
                           and subject_id = :subject
                           and next_try_at > :now
                        """)
                .param("now", Timestamp.from(now))
                .param("consumer", consumer)
                .param("subject", subject)
                .update();
    }

    long count(String consumer) {
        return jdbc.sql("select count(*) from journal.set_aside where consumer = :consumer")
                .param("consumer", consumer)
                .query(Long.class)
                .single();
    }

    List<SetAside> list(@Nullable String consumer, int limit) {
        return jdbc.sql(
                        """
                        select consumer, xid::text as xid, seq, kind, subject_type, subject_id,
                               error, reference, attempts, next_try_at, set_aside_at
                          from journal.set_aside
                         where consumer = coalesce(cast(:consumer as text), consumer)
                         order by set_aside_at, xid, seq
                         limit :limit
                        """)
                .param("consumer", consumer)
                .param("limit", limit)
                .query(SetAsideStore::read)
                .list();
    }

    private static SetAside read(ResultSet row, int number) throws SQLException {
        return new SetAside(
                row.getString("consumer"),
                Long.parseLong(row.getString("xid")),
                row.getLong("seq"),
                row.getString("kind"),
                row.getString("subject_type"),
                row.getObject("subject_id", UUID.class),
                row.getString("error"),
                row.getString("reference"),
                row.getInt("attempts"),
                EntryRows.instantOrNull(row, "next_try_at"),
                EntryRows.instant(row, "set_aside_at"));
    }

    record Waiting(FeedEntry entry, int attempts) {}

    record Failure(String error, String reference, int attempts) {}
}
