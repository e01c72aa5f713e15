package vn.motcua.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.journal.internal.Seal.Mark;

/// Seals and the digests they are made of.
final class SealStore {
    /// All columns of an entry in one canonical text: a JSON array, so no value can run into the
    /// next, with the moment as whole microseconds since 1970 UTC.
    private static final String DIGEST =
            """
            sha256(convert_to(jsonb_build_array(
                e.xid::text, e.seq, (extract(epoch from e.at) * 1000000)::bigint, e.kind,
                e.subject_type, e.subject_id, e.agency, e.actor_role, e.actor_account,
                e.actor_agency, e.data)::text, 'UTF8')) as digest
            """;

    private static final String SEAL =
            """
            select no, first_xid::text as first_xid, first_seq, last_xid::text as last_xid,
                   last_seq, count, positions, digests, previous_hash, hash, sealed_at
              from journal.seal
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    SealStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(500);
    }

    Optional<Seal> last() {
        return jdbc.sql(SEAL + " order by no desc limit 1").query(SealStore::seal).optional();
    }

    List<Seal> after(long no, int limit) {
        return jdbc.sql(SEAL + " where no > :no order by no limit :limit")
                .param("no", no)
                .param("limit", limit)
                .query(SealStore::seal)
                .list();
    }

    /// Digests of the next certain entries, as they are now.
    List<Mark> next(Place after, int max) {
        return jdbc.sql(
                        """
                        select e.xid::text as xid, e.seq, %s
                          from journal.entry e
                         where (e.xid, e.seq) > (cast(:xid as xid8), :seq)
                           and e.xid < pg_snapshot_xmin(pg_current_snapshot())
                         order by e.xid, e.seq
                         limit :max
                        """
                                .formatted(DIGEST))
                .param("xid", Long.toString(after.xid()))
                .param("seq", after.seq())
                .param("max", max)
                .query((row, n) -> new Mark(place(row), row.getBytes("digest")))
                .list();
    }

    void insert(Seal seal) {
        jdbc.sql(
                        """
                        insert into journal.seal (no, first_xid, first_seq, last_xid, last_seq, count,
                                                  positions, digests, previous_hash, hash, sealed_at)
                        values (:no, cast(:firstXid as xid8), :firstSeq, cast(:lastXid as xid8),
                                :lastSeq, :count, :positions, :digests, :previous, :hash, :at)
                        """)
                .param("no", seal.no())
                .param("firstXid", Long.toString(seal.first().xid()))
                .param("firstSeq", seal.first().seq())
                .param("lastXid", Long.toString(seal.last().xid()))
                .param("lastSeq", seal.last().seq())
                .param("count", seal.count())
                .param("positions", seal.positions())
                .param("digests", seal.digests())
                .param("previous", seal.previousHash())
                .param("hash", seal.hash())
                .param("at", Timestamp.from(seal.sealedAt()))
                .update();
    }

    /// All seals in order, streamed; needs an open transaction.
    Stream<Seal> all() {
        return streaming.queryForStream(SEAL + " order by no", SealStore::seal);
    }

    /// All entries up to `last` as they are now, streamed; needs an open transaction.
    Stream<Found> entriesUpTo(Place last) {
        return streaming.queryForStream(
                """
                select e.xid::text as xid, e.seq, e.kind, e.at, %s
                  from journal.entry e
                 where (e.xid, e.seq) <= (cast(? as xid8), ?)
                 order by e.xid, e.seq
                """
                        .formatted(DIGEST),
                SealStore::found,
                Long.toString(last.xid()),
                last.seq());
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                new Mark(place(row), row.getBytes("digest")),
                row.getString("kind"),
                EntryRows.instant(row, "at"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(Long.parseLong(row.getString("xid")), row.getLong("seq"));
    }

    private static Seal seal(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getLong("no"),
                new Place(Long.parseLong(row.getString("first_xid")), row.getLong("first_seq")),
                new Place(Long.parseLong(row.getString("last_xid")), row.getLong("last_seq")),
                row.getInt("count"),
                row.getBytes("positions"),
                row.getBytes("digests"),
                row.getBytes("previous_hash"),
                row.getBytes("hash"),
                EntryRows.instant(row, "sealed_at"));
    }

    /// An entry as it is now.
    record Found(Mark mark, String kind, Instant at) {}
}
