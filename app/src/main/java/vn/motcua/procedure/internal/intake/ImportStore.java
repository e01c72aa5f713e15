package vn.motcua.procedure.internal.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import vn.motcua.kernel.Sql;
import vn.motcua.procedure.internal.intake.Reading.Note;
import vn.motcua.procedure.internal.records.Published;
import vn.motcua.procedure.internal.records.PublishedJson;

/// Imports and the lines of those that are still looked at.
@Repository
class ImportStore {
    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum State {
        PREVIEW,
        APPLIED,
        UNDONE,
        DROPPED
    }

    enum Verdict {
        NEW,
        CHANGED,
        SAME,
        FAULTY
    }

    record Import(
            UUID id,
            String file,
            String format,
            String sha256,
            State state,
            Instant madeAt,
            @Nullable Instant decidedAt,
            int fresh,
            int changed,
            int same,
            int faulty,
            List<Note> remarks) {}

    /// @param content as JSON; null where nothing can be taken in
    /// @param base the version it was compared with; null where there was none
    record Row(
            int number,
            String code,
            String scope,
            String title,
            Verdict verdict,
            @Nullable String content,
            @Nullable String hash,
            @Nullable LocalDate validFrom,
            @Nullable Long base,
            List<Note> notes) {}

    record Before(long id, String hash, LocalDate validFrom, Published content) {}

    /// The last version of each `code|scope`.
    Map<String, Before> latest(Collection<String> codes) {
        var found = new HashMap<String, Before>();
        jdbc.sql(
                        """
                        select distinct on (code, scope) id, code, scope, hash, valid_from,
                               content::text as content
                          from procedure.record_version
                         where code = any(:codes::text[]) and withdrawn_at is null
                         order by code, scope, valid_from desc, id desc
                        """)
                .param("codes", codes.toArray(String[]::new))
                .query(
                        (row, _) ->
                                Map.entry(
                                        row.getString("code") + "|" + row.getString("scope"),
                                        new Before(
                                                row.getLong("id"),
                                                row.getString("hash"),
                                                row.getObject("valid_from", LocalDate.class),
                                                PublishedJson.read(row.getString("content")))))
                .list()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    void add(Import one, @Nullable UUID account, @Nullable String agency) {
        jdbc.sql(
                        """
                        insert into procedure.record_import
                               (id, file, format, sha256, state, made_by_account, agency, made_at,
                                fresh, changed, same, faulty, remarks)
                        values (:id, :file, :format, :sha256, 'PREVIEW', :account, :agency, :at,
                                :fresh, :changed, :same, :faulty, :remarks::jsonb)
                        """)
                .param("id", one.id())
                .param("file", one.file())
                .param("format", one.format())
                .param("sha256", one.sha256())
                .param("account", Sql.uuid(account))
                .param("agency", Sql.text(agency))
                .param("at", one.madeAt().atOffset(ZoneOffset.UTC))
                .param("fresh", one.fresh())
                .param("changed", one.changed())
                .param("same", one.same())
                .param("faulty", one.faulty())
                .param("remarks", PublishedJson.JSON.writeValueAsString(one.remarks()))
                .update();
    }

    void addRows(UUID id, List<Row> rows) {
        jdbc.sql(
                        """
                        insert into procedure.record_import_row
                               (import_id, row_number, code, scope, title, verdict, content, hash,
                                valid_from, base_id, faults)
                        select :id, n::integer, c, s, t, v, x::jsonb, h, f::date, b::bigint, j::jsonb
                          from unnest(:numbers::text[], :codes::text[], :scopes::text[],
                                      :titles::text[], :verdicts::text[], :contents::text[],
                                      :hashes::text[], :froms::text[], :bases::text[],
                                      :notes::text[])
                               as given (n, c, s, t, v, x, h, f, b, j)
                        """)
                .param("id", id)
                .param("numbers", column(rows, row -> String.valueOf(row.number())))
                .param("codes", column(rows, Row::code))
                .param("scopes", column(rows, Row::scope))
                .param("titles", column(rows, Row::title))
                .param("verdicts", column(rows, row -> row.verdict().name()))
                .param("contents", column(rows, Row::content))
                .param("hashes", column(rows, Row::hash))
                .param(
                        "froms",
                        column(
                                rows,
                                row -> {
                                    var from = row.validFrom();
                                    return from == null ? null : from.toString();
                                }))
                .param(
                        "bases",
                        column(
                                rows,
                                row -> {
                                    var base = row.base();
                                    return base == null ? null : base.toString();
                                }))
                .param(
                        "notes",
                        column(rows, row -> PublishedJson.JSON.writeValueAsString(row.notes())))
                .update();
    }

    private static @Nullable String[] column(
            List<Row> rows, java.util.function.Function<Row, @Nullable String> value) {
        var column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.apply(rows.get(i));
        return column;
    }

    private static final String COLUMNS =
            """
            select id, file, format, sha256, state, made_at, decided_at, fresh, changed, same,
                   faulty, remarks::text as remarks
              from procedure.record_import
            """;

    Optional<Import> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(ImportStore::read)
                .optional();
    }

    Optional<Import> locked(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id for update")
                .param("id", id)
                .query(ImportStore::read)
                .optional();
    }

    /// Newest first.
    List<Import> page(@Nullable UUID after, int most) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                 where state <> 'DROPPED'
                                   and (:after::uuid is null
                                        or (made_at, id) < (select made_at, id
                                                              from procedure.record_import
                                                             where id = :after::uuid))
                                 order by made_at desc, id desc
                                 limit :most
                                """)
                .param("after", Sql.uuid(after))
                .param("most", most)
                .query(ImportStore::read)
                .list();
    }

    private static Import read(ResultSet row, int number) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        return new Import(
                row.getObject("id", UUID.class),
                row.getString("file"),
                row.getString("format"),
                row.getString("sha256"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("made_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getInt("fresh"),
                row.getInt("changed"),
                row.getInt("same"),
                row.getInt("faulty"),
                notes(row.getString("remarks")));
    }

    private static List<Note> notes(String json) {
        return PublishedJson.JSON.readValue(json, new TypeReference<List<Note>>() {});
    }

    List<Row> rows(UUID id, Verdict verdict, int after, int most) {
        return jdbc.sql(
                        """
                        select row_number, code, scope, title, verdict, valid_from,
                               faults::text as faults
                          from procedure.record_import_row
                         where import_id = :id and verdict = :verdict and row_number > :after
                         order by row_number
                         limit :most
                        """)
                .param("id", id)
                .param("verdict", verdict.name())
                .param("after", after)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Row(
                                        row.getInt("row_number"),
                                        row.getString("code"),
                                        row.getString("scope"),
                                        row.getString("title"),
                                        Verdict.valueOf(row.getString("verdict")),
                                        null,
                                        null,
                                        row.getObject("valid_from", LocalDate.class),
                                        null,
                                        notes(row.getString("faults"))))
                .list();
    }

    /// False when somebody else decided before.
    boolean decide(UUID id, State expected, State state, Instant now) {
        return jdbc.sql(
                                """
                        update procedure.record_import
                           set state = :state, decided_at = :now
                         where id = :id and state = :expected
                        """)
                        .param("id", id)
                        .param("expected", expected.name())
                        .param("state", state.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void forgetRows(UUID id) {
        jdbc.sql("delete from procedure.record_import_row where import_id = :id")
                .param("id", id)
                .update();
    }

    /// Previews somebody left lying about.
    List<UUID> openPreviews(UUID account) {
        return jdbc.sql(
                        """
                        select id from procedure.record_import
                         where made_by_account = :account and state = 'PREVIEW'
                        """)
                .param("account", account)
                .query(UUID.class)
                .list();
    }
}
