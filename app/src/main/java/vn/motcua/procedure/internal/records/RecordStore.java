package vn.motcua.procedure.internal.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    public record Version(long id, String scope, LocalDate validFrom, Instant recorded) {}

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

    /// A page of the versions of one procedure, national and of agencies, by agency and newest
    /// first, from behind a version on; 0 begins.
    public List<Version> history(String code, long after, int most) {
        return jdbc.sql(
                        """
                        select v.id, v.scope, v.valid_from, v.recorded_at
                          from procedure.record_version v
                          left join procedure.record_version a on a.id = :after
                         where v.code = :code and v.withdrawn_at is null
                           and (:after = 0 or v.scope > a.scope
                                or v.scope = a.scope
                                   and (v.valid_from, v.id) < (a.valid_from, a.id))
                         order by v.scope, v.valid_from desc, v.id desc
                         limit :most
                        """)
                .param("code", code)
                .param("after", after)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Version(
                                        row.getLong("id"),
                                        row.getString("scope"),
                                        row.getObject("valid_from", LocalDate.class),
                                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    /// Agencies with versions of their own.
    public List<String> agencies(String code, int most) {
        return jdbc.sql(
                        """
                        select distinct scope
                          from procedure.record_version
                         where code = :code and scope <> '' and withdrawn_at is null
                         order by scope
                         limit :most
                        """)
                .param("code", code)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /// What each of some agencies says on a day, by agency; the empty one is the nation.
    public Map<String, Published> on(String code, Collection<String> scopes, LocalDate day) {
        var found = new HashMap<String, Published>();
        jdbc.sql(
                        """
                        select distinct on (scope) scope, content::text as content
                          from procedure.record_version
                         where code = :code and scope = any(:scopes::text[])
                           and withdrawn_at is null and valid_from <= :day
                         order by scope, valid_from desc, id desc
                        """)
                .param("code", code)
                .param("scopes", scopes.toArray(String[]::new))
                .param("day", day)
                .query(
                        (row, _) ->
                                Map.entry(
                                        row.getString("scope"),
                                        PublishedJson.read(row.getString("content"))))
                .list()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
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
