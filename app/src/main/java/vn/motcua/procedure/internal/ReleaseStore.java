package vn.motcua.procedure.internal;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseId;

/// Release rows: added, never changed.
@Repository
class ReleaseStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    ReleaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A release without its files.
    record Header(
            ReleaseId id,
            @Nullable String agency,
            String hash,
            LocalDate from,
            @Nullable LocalDate to) {

        boolean inForceOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    record Row(Header header, Map<String, String> files) {}

    long version() {
        return jdbc.sql("select version from procedure.catalogue").query(Long.class).single();
    }

    void countUp() {
        jdbc.sql("update procedure.catalogue set version = version + 1").update();
    }

    List<Header> headers() {
        return jdbc.sql(
                        """
                        select procedure_code, version, agency, hash, effective_from, effective_to
                          from procedure.release
                         order by procedure_code, effective_from, version
                        """)
                .query((row, _) -> header(row))
                .list();
    }

    Optional<Header> header(ReleaseId id) {
        return jdbc.sql(
                        """
                        select procedure_code, version, agency, hash, effective_from, effective_to
                          from procedure.release
                         where procedure_code = :code
                           and version = :version
                        """)
                .param("code", id.procedureCode())
                .param("version", id.version())
                .query((row, _) -> header(row))
                .optional();
    }

    /// The files of many releases in one round trip.
    Map<ReleaseId, Row> rows(Collection<ReleaseId> ids) {
        var found = new HashMap<ReleaseId, Row>();
        if (ids.isEmpty()) return found;
        var names = ids.stream().map(ReleaseId::toString).toArray(String[]::new);
        jdbc.sql(
                        """
                        select r.procedure_code, r.version, r.agency, r.hash,
                               r.effective_from, r.effective_to, r.files::text as files
                          from unnest(:ids::text[]) wanted
                          join procedure.release r
                            on r.procedure_code = split_part(wanted, '/', 1)
                           and r.version = split_part(wanted, '/', 2)::integer
                        """)
                .param("ids", names)
                .query(
                        (row, _) ->
                                new Row(
                                        header(row),
                                        JSON.readValue(
                                                row.getString("files"),
                                                new TypeReference<Map<String, String>>() {})))
                .list()
                .forEach(row -> found.put(row.header().id(), row));
        return found;
    }

    private static Header header(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Header(
                new ReleaseId(row.getString("procedure_code"), row.getInt("version")),
                row.getString("agency"),
                row.getString("hash"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class));
    }

    /// @return false when this version is there already
    boolean add(Release release, Instant now) {
        var record = release.record();
        return jdbc.sql(
                                """
                                insert into procedure.release
                                       (procedure_code, version, agency, hash, files, name,
                                        effective_from, effective_to, imported_at)
                                values (:code, :version, :agency, :hash, :files::jsonb, :name,
                                        :from, :to, :now)
                                    on conflict (procedure_code, version) do nothing
                                """)
                        .param("code", record.code())
                        .param("version", record.version())
                        .param("agency", record.agency(), Types.VARCHAR)
                        .param("hash", release.hash())
                        .param("files", JSON.writeValueAsString(release.files().asMap()))
                        .param("name", record.name().vi())
                        .param("from", record.effectiveFrom())
                        .param("to", record.effectiveTo(), Types.DATE)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
