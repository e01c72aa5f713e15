package vn.motcua.procedure.internal.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes a looked-at import into the book of records and takes it out again, each with a few
/// statements however many records it has.
@Repository
class ImportBook {
    private final JdbcClient jdbc;

    ImportBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One import at a time writes or is undone; to be held before anything is compared.
    void lock() {
        jdbc.sql("select version from procedure.catalogue for update").query(Long.class).single();
    }

    /// A record whose last version is no longer the one the preview compared with.
    Optional<String> changedSince(UUID id) {
        return jdbc.sql(
                        """
                        select r.code
                          from procedure.record_import_row r
                          left join lateral (
                               select v.id
                                 from procedure.record_version v
                                where v.code = r.code and v.scope = r.scope
                                  and v.withdrawn_at is null
                                order by v.valid_from desc, v.id desc
                                limit 1) last on true
                         where r.import_id = :id and r.verdict <> 'FAULTY'
                           and last.id is distinct from r.base_id
                         limit 1
                        """)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    int write(UUID id, Instant now) {
        int written =
                jdbc.sql(
                                """
                                insert into procedure.record_version
                                       (code, scope, content, hash, valid_from, import_id,
                                        recorded_at)
                                select code, scope, content, hash, valid_from, import_id, :now
                                  from procedure.record_import_row
                                 where import_id = :id and verdict in ('NEW', 'CHANGED')
                                 order by row_number
                                """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update();
        countUp();
        return written;
    }

    /// A record of this import that something was built on since: a later version, or a release.
    Optional<String> builtOn(UUID id) {
        return jdbc.sql(
                        """
                        select mine.code
                          from procedure.record_version mine
                          join procedure.record_import i on i.id = mine.import_id
                         where mine.import_id = :id
                           and (exists (select 1
                                          from procedure.record_version later
                                         where later.code = mine.code
                                           and later.scope = mine.scope
                                           and later.withdrawn_at is null
                                           and later.id > mine.id
                                           and later.import_id <> mine.import_id)
                                or exists (select 1
                                             from procedure.release r
                                            where r.procedure_code = mine.code
                                              and r.imported_at > i.decided_at))
                         limit 1
                        """)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    int withdraw(UUID id, Instant now) {
        int withdrawn =
                jdbc.sql(
                                """
                                update procedure.record_version
                                   set withdrawn_at = :now
                                 where import_id = :id and withdrawn_at is null
                                """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update();
        countUp();
        return withdrawn;
    }

    private void countUp() {
        jdbc.sql("update procedure.catalogue set version = version + 1").update();
    }
}
