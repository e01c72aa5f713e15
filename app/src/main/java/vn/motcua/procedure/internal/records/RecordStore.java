package vn.motcua.procedure.internal.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Versions of published records: added, and withdrawn when their import is undone.
@Repository
public class RecordStore {
    private final JdbcClient jdbc;

    public RecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param recorded when it was taken in
    public record Version(
            long id,
            String scope,
            LocalDate validFrom,
            Instant recorded,
            UUID importId,
            String hash,
            Published content) {}

    record Key(long id, String code) {}

    /// The national version that counts on a day, for each code.
    List<Key> current(LocalDate day) {
        return jdbc.sql(
                        """
                        select distinct on (code) id, code
                          from procedure.record_version
                         where scope = '' and withdrawn_at is null and valid_from <= :day
                         order by code, valid_from desc, id desc
                        """)
                .param("day", day)
                .query((row, _) -> new Key(row.getLong("id"), row.getString("code")))
                .list();
    }

    record Content(long id, String hash, Published record) {}

    Map<Long, Content> contents(Collection<Long> ids) {
        var found = new HashMap<Long, Content>();
        if (ids.isEmpty()) return found;
        jdbc.sql(
                        """
                        select id, hash, content::text as content
                          from procedure.record_version
                         where id = any(:ids::bigint[])
                        """)
                .param("ids", ids.stream().map(String::valueOf).toArray(String[]::new))
                .query(
                        (row, _) ->
                                new Content(
                                        row.getLong("id"),
                                        row.getString("hash"),
                                        PublishedJson.read(row.getString("content"))))
                .list()
                .forEach(content -> found.put(content.id(), content));
        return found;
    }

    /// Every version of one procedure, national and of agencies, newest first.
    public List<Version> history(String code) {
        return jdbc.sql(
                        """
                        select id, scope, valid_from, recorded_at, import_id, hash,
                               content::text as content
                          from procedure.record_version
                         where code = :code and withdrawn_at is null
                         order by scope, valid_from desc, id desc
                         limit 500
                        """)
                .param("code", code)
                .query(
                        (row, _) ->
                                new Version(
                                        row.getLong("id"),
                                        row.getString("scope"),
                                        row.getObject("valid_from", LocalDate.class),
                                        row.getTimestamp("recorded_at").toInstant(),
                                        row.getObject("import_id", UUID.class),
                                        row.getString("hash"),
                                        PublishedJson.read(row.getString("content"))))
                .list();
    }

    /// Agencies' own versions on a day, by code and agency, from behind a key on.
    public List<Published> variants(LocalDate day, String afterCode, String afterScope, int most) {
        return jdbc.sql(
                        """
                        select distinct on (code, scope) content::text as content
                          from procedure.record_version
                         where scope <> '' and withdrawn_at is null and valid_from <= :day
                           and (code, scope) > (:code, :scope)
                         order by code, scope, valid_from desc, id desc
                         limit :most
                        """)
                .param("day", day)
                .param("code", afterCode)
                .param("scope", afterScope)
                .param("most", most)
                .query((row, _) -> PublishedJson.read(row.getString("content")))
                .list();
    }

    /// Something that changed the catalogue.
    ///
    /// @param what `recorded`, `withdrawn` or `released`
    /// @param key of the entry, for the next page
    public record Change(String what, String key, String code, String title, Instant at) {}

    /// Newest first, from behind a moment and key on.
    public List<Change> changes(Instant before, String beforeKey, int most) {
        return jdbc.sql(
                        """
                        select * from (
                            (select 'recorded' as what, 'v' || lpad(id::text, 18, '0') as key, code,
                                    coalesce(content -> 'name' ->> 'vi', code) as title,
                                    recorded_at as at
                               from procedure.record_version
                              where recorded_at <= :before
                                and (recorded_at, 'v' || lpad(id::text, 18, '0')) < (:before, :key)
                              order by recorded_at desc, id desc limit :most)
                            union all
                            (select 'withdrawn', 'w' || lpad(id::text, 18, '0'), code,
                                    coalesce(content -> 'name' ->> 'vi', code), withdrawn_at
                               from procedure.record_version
                              where withdrawn_at <= :before
                                and (withdrawn_at, 'w' || lpad(id::text, 18, '0')) < (:before, :key)
                              order by withdrawn_at desc, id desc limit :most)
                            union all
                            (select 'released', 'r' || procedure_code || '/' || version,
                                    procedure_code, name, imported_at
                               from procedure.release
                              where imported_at <= :before
                                and (imported_at, 'r' || procedure_code || '/' || version)
                                    < (:before, :key)
                              order by imported_at desc, 'r' || procedure_code || '/' || version desc
                              limit :most)) changed
                         order by at desc, key desc
                         limit :most
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("key", beforeKey)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Change(
                                        row.getString("what"),
                                        row.getString("key"),
                                        row.getString("code"),
                                        row.getString("title"),
                                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
