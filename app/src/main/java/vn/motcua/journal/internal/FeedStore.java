package vn.motcua.journal.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.journal.FeedEntry;

/// Cursors, and what lies beyond them. An entry is certain, and only then readable, when every
/// transaction up to its order key has ended.
final class FeedStore {
    static final long COUNT_LIMIT = 100_000;

    private final JdbcClient jdbc;

    FeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void register(String consumer, Instant now) {
        jdbc.sql(
                        """
                        insert into journal.cursor (consumer, moved_at)
                        select :consumer, :now
                         where not exists (select from journal.cursor where consumer = :consumer)
                            on conflict do nothing
                        """)
                .param("consumer", consumer)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Takes the cursor's row lock if there is anything to read and nobody else holds it. Looking
    /// costs no lock, so an idle reader writes nothing.
    Optional<Place> lockIfBehind(String consumer) {
        return jdbc.sql(
                        """
                        select c.xid::text as xid, c.seq
                          from journal.cursor c
                         where c.consumer = :consumer
                           and exists (select
                                         from journal.entry e
                                        where (e.xid, e.seq) > (c.xid, c.seq)
                                          and e.xid < pg_snapshot_xmin(pg_current_snapshot()))
                           for update skip locked
                        """)
                .param("consumer", consumer)
                .query((row, n) -> new Place(Long.parseLong(row.getString(1)), row.getLong(2)))
                .optional();
    }

    /// Takes the cursor's row lock unless another node holds it.
    boolean lock(String consumer) {
        return jdbc.sql(
                        """
                        select 1
                          from journal.cursor
                         where consumer = :consumer
                           for update skip locked
                        """)
                .param("consumer", consumer)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void move(String consumer, Place to, Instant now) {
        jdbc.sql(
                        """
                        update journal.cursor
                           set xid = cast(:xid as xid8), seq = :seq, moved_at = :now
                         where consumer = :consumer
                        """)
                .param("xid", Long.toString(to.xid()))
                .param("seq", to.seq())
                .param("now", Timestamp.from(now))
                .param("consumer", consumer)
                .update();
    }

    /// The next entries after `after`, at most `max`, wanted or not.
    Batch next(String consumer, Set<String> kinds, Place after, int max) {
        var wanted = new ArrayList<Wanted>();
        var last = new Place[] {after};
        int[] passed = {0};
        jdbc.sql(
                        """
                        with scanned as materialized (
                            select xid, seq, at, kind, subject_type, subject_id, agency, actor_role,
                                   actor_account, actor_agency, data,
                                   :all or kind = any(:kinds) as wanted
                              from journal.entry
                             where (xid, seq) > (cast(:xid as xid8), :seq)
                               and xid < pg_snapshot_xmin(pg_current_snapshot())
                             order by xid, seq
                             limit :max
                        )
                        select e.xid::text as xid, e.seq, e.at, e.kind, e.subject_type, e.subject_id,
                               e.agency, e.actor_role, e.actor_account, e.actor_agency,
                               case when e.wanted then e.data::text end as data, e.wanted,
                               e.wanted and exists (select
                                                      from journal.set_aside a
                                                     where a.consumer = :consumer
                                                       and a.subject_id = e.subject_id) as held
                          from scanned e
                         order by e.xid, e.seq
                        """)
                .param("all", kinds.isEmpty())
                .param("kinds", kinds.toArray(String[]::new))
                .param("xid", Long.toString(after.xid()))
                .param("seq", after.seq())
                .param("max", max)
                .param("consumer", consumer)
                .query(
                        row -> {
                            passed[0]++;
                            last[0] =
                                    new Place(
                                            Long.parseLong(row.getString("xid")),
                                            row.getLong("seq"));
                            if (row.getBoolean("wanted"))
                                wanted.add(
                                        new Wanted(EntryRows.read(row, 0), row.getBoolean("held")));
                        });
        return new Batch(wanted, last[0], passed[0]);
    }

    /// Whether an entry claims a transaction this server has not yet counted up to: the tables were
    /// then loaded from a dump into a new server, whose count began again.
    boolean aheadOfServer() {
        return jdbc.sql(
                        """
                        select exists (select
                                         from journal.entry
                                        where xid >= pg_snapshot_xmax(pg_current_snapshot()))
                        """)
                .query(Boolean.class)
                .single();
    }

    /// Entries beyond the cursor, certain or not, counted up to the limit.
    Backlog backlog(String consumer) {
        return backlog(
                jdbc.sql(
                                """
                                select xid::text, seq
                                  from journal.cursor
                                 where consumer = :consumer
                                """)
                        .param("consumer", consumer)
                        .query(
                                (row, n) ->
                                        new Place(Long.parseLong(row.getString(1)), row.getLong(2)))
                        .optional()
                        .orElse(Place.START));
    }

    Backlog backlog(Place after) {
        return jdbc.sql(
                        """
                        with beyond as (
                            select at
                              from journal.entry
                             where (xid, seq) > (cast(:xid as xid8), :seq)
                             order by xid, seq
                             limit :limit
                        )
                        select count(*) as entries, min(at) as oldest from beyond
                        """)
                .param("xid", Long.toString(after.xid()))
                .param("seq", after.seq())
                .param("limit", COUNT_LIMIT)
                .query(
                        (row, n) ->
                                new Backlog(
                                        row.getLong("entries"),
                                        EntryRows.instantOrNull(row, "oldest")))
                .single();
    }

    record Wanted(FeedEntry entry, boolean held) {}

    /// @param passed how many entries were read, wanted or not
    record Batch(List<Wanted> wanted, Place last, int passed) {}

    record Backlog(long entries, @Nullable Instant oldest) {}
}
