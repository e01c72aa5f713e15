package vn.motcua.dossier.internal.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.dossier.internal.store.Json;
import vn.motcua.kernel.LocalText;

/// Findings and what may be found. A finding is never changed; the newest about a part counts.
@Repository
class MarkStore {
    private static final String COLUMNS =
            "seq, subject, part, kind, comment, marked_by, marked_name, marked_at";

    private final JdbcClient jdbc;

    MarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MarkKind> kinds() {
        return jdbc.sql(
                        """
                        select code, good, paper, answer, name_vi, name_en, wanted_vi
                          from dossier.mark_kind
                         order by place, code
                        """)
                .query(
                        (row, _) ->
                                new MarkKind(
                                        row.getString("code"),
                                        row.getBoolean("good"),
                                        row.getBoolean("paper"),
                                        row.getBoolean("answer"),
                                        new LocalText(
                                                row.getString("name_vi"), row.getString("name_en")),
                                        row.getString("wanted_vi")))
                .list();
    }

    /// The newest finding about each part, one range of the index.
    List<Mark> current(UUID dossier) {
        return until(dossier, Long.MAX_VALUE);
    }

    /// The same as it stood when `seq` was the last one saved.
    List<Mark> until(UUID dossier, long seq) {
        return jdbc.sql(
                        "select distinct on (subject, part) "
                                + COLUMNS
                                + """

                          from dossier.mark
                         where dossier_id = :dossier and seq <= :seq
                         order by subject, part, seq desc
                        """)
                .param("dossier", dossier)
                .param("seq", seq)
                .query(MarkStore::mark)
                .list();
    }

    /// Everything ever found, newest first.
    ///
    /// @param before the last one of the page before
    List<Mark> history(UUID dossier, long before, int limit) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """

                          from dossier.mark
                         where dossier_id = :dossier and seq < :before
                         order by seq desc
                         limit :limit
                        """)
                .param("dossier", dossier)
                .param("before", before)
                .param("limit", limit)
                .query(MarkStore::mark)
                .list();
    }

    /// Saves the findings of one act with one statement.
    void add(UUID dossier, UUID review, Map<Mark.Part, Finding> findings, Author by) {
        var rows =
                findings.entrySet().stream()
                        .map(
                                entry ->
                                        new Row(
                                                entry.getKey().subject().name(),
                                                entry.getKey().id(),
                                                entry.getValue().kind(),
                                                entry.getValue().comment()))
                        .toList();
        jdbc.sql(
                        """
                        insert into dossier.mark (dossier_id, review, subject, part, kind, comment, marked_by,
                               marked_name, marked_at)
                        select :dossier, :review, f.subject, f.part, f.kind, f.comment, :by, :name, :at
                          from jsonb_to_recordset(cast(:findings as jsonb))
                               as f(subject text, part text, kind text, comment text)
                        """)
                .param("dossier", dossier)
                .param("review", review)
                .param("findings", Json.write(rows))
                .param("by", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(by.at()))
                .update();
    }

    /// Who saves, and when.
    record Author(UUID account, String name, Instant at) {}

    private record Row(String subject, String part, @Nullable String kind, String comment) {}

    private static Mark mark(ResultSet row, int number) throws SQLException {
        return new Mark(
                row.getLong("seq"),
                new Mark.Part(Subject.valueOf(row.getString("subject")), row.getString("part")),
                row.getString("kind"),
                row.getString("comment"),
                row.getObject("marked_by", UUID.class),
                row.getString("marked_name"),
                row.getTimestamp("marked_at").toInstant());
    }
}
