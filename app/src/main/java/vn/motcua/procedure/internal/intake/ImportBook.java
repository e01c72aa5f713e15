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

    /// A record somebody else changed since the preview was made.
    Optional<String> changedSince(UUID id) {
        return jdbc.sql(
                        """
                        select r.code
                          from procedure.record_import i
                          join procedure.record_import_row r on r.import_id = i.id
                          join procedure.record_version v on v.code = r.code and v.scope = r.scope
                         where i.id = :id
                           and greatest(v.recorded_at, v.withdrawn_at) > i.made_at
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
        share(id, now);
        countUp();
        return written;
    }

    /// Legal documents, papers, results and fields with codes join the shared lists.
    private void share(UUID id, Instant now) {
        jdbc.sql(
                        """
                        with named as (
                            select v.id, l.list, n.item ->> 'code' as code,
                                   n.item -> 'name' ->> 'vi' as title, v.valid_from
                              from procedure.record_version v
                             cross join (values ('LEGAL_DOCUMENT', 'legalBasis'),
                                                ('PAPER', 'papers'),
                                                ('RESULT', 'results'),
                                                ('FIELD', 'field')) l (list, key)
                             cross join lateral jsonb_path_query(
                                       v.content, ('$."' || l.key || '"[*]')::jsonpath) n (item)
                             where v.import_id = :id
                               and n.item ->> 'code' is not null),
                        added as (
                            insert into procedure.shared_item
                                   (list, code, version, title, valid_from, recorded_at)
                            select distinct on (list, code) list, code, 1, title, valid_from, :now
                              from named
                             order by list, code, id
                                on conflict do nothing)
                        insert into procedure.shared_use (list, item, record_id)
                        select distinct list, code, id from named
                            on conflict do nothing
                        """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
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
