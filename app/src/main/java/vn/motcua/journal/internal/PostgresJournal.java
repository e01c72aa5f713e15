package vn.motcua.journal.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.motcua.journal.Entry;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.Journal;

/// Writes and reads entries. The order key is this transaction's id, or the key of a later
/// transaction that has already written about the same subject: then this one, though begun
/// earlier, acted after it. See docs/adr/0001-commit-safe-feed.md.
final class PostgresJournal implements Journal {
    private final JdbcClient jdbc;

    PostgresJournal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void append(Entry entry) {
        append(List.of(entry));
    }

    @Override
    public void append(List<Entry> entries) {
        if (!TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException(
                    "the journal is written in the transaction of what happened; none is open");
        if (entries.isEmpty()) return;
        jdbc.sql(
                        """
                        insert into journal.entry (xid, at, kind, subject_type, subject_id, agency,
                                                   actor_role, actor_account, actor_agency, data)
                        select greatest(pg_current_xact_id(),
                                        (select max(later.xid)
                                           from journal.entry later
                                          where later.xid > pg_current_xact_id()
                                            and later.subject_id = n.subject_id)),
                               n.at, n.kind, n.subject_type, n.subject_id, n.agency,
                               n.actor_role, n.actor_account, n.actor_agency, n.data
                          from rows from (jsonb_to_recordset(cast(:entries as jsonb)) as
                                   (at timestamptz, kind text, subject_type text, subject_id uuid,
                                    agency text, actor_role text, actor_account uuid,
                                    actor_agency text, data jsonb))
                               with ordinality as n(at, kind, subject_type, subject_id, agency,
                                   actor_role, actor_account, actor_agency, data, position)
                         order by n.position
                        """)
                .param("entries", EntryRows.write(entries))
                .update();
    }

    @Override
    public List<FeedEntry> history(String subjectType, UUID subjectId) {
        return jdbc.sql(
                        """
                        select %s
                          from journal.entry e
                         where e.subject_id = :id
                           and e.subject_type = :type
                         order by e.at, e.seq
                        """
                                .formatted(EntryRows.COLUMNS))
                .param("id", subjectId)
                .param("type", subjectType)
                .query(EntryRows::read)
                .list();
    }

    @Override
    public List<FeedEntry> historyWithout(String kind, String subjectType, UUID subjectId) {
        return jdbc.sql(
                        """
                        select %s
                          from journal.entry e
                         where e.subject_id = :id
                           and e.subject_type = :type
                           and e.kind <> :kind
                         order by e.at, e.seq
                        """
                                .formatted(EntryRows.COLUMNS))
                .param("id", subjectId)
                .param("type", subjectType)
                .param("kind", kind)
                .query(EntryRows::read)
                .list();
    }

    @Override
    public List<FeedEntry> recent(
            String kind,
            String subjectType,
            UUID subjectId,
            Instant since,
            UUID account,
            String lacking) {
        return jdbc.sql(
                        """
                        select %s
                          from ((select *
                                   from journal.entry
                                  where subject_id = :id and subject_type = :type and kind = :kind
                                    and at < :since and actor_account = :account
                                    and not jsonb_exists(data, :lacking)
                                  order by at desc, seq desc
                                  limit 1)
                                union all
                                (select *
                                   from journal.entry
                                  where subject_id = :id and subject_type = :type and kind = :kind
                                    and at >= :since
                                    and not jsonb_exists(data, :lacking))) e
                         order by e.at, e.seq
                        """
                                .formatted(EntryRows.COLUMNS))
                .param("id", subjectId)
                .param("type", subjectType)
                .param("kind", kind)
                .param("since", Timestamp.from(since))
                .param("account", account)
                .param("lacking", lacking)
                .query(EntryRows::read)
                .list();
    }
}
