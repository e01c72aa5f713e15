package vn.motcua.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.FeedEntry;

/// Entries to rows and back.
final class EntryRows {
    /// Columns `read` needs, of an alias named `e`.
    static final String COLUMNS =
            """
            e.xid::text as xid, e.seq, e.at, e.kind, e.subject_type, e.subject_id, e.agency,
            e.actor_role, e.actor_account, e.actor_agency, e.data::text as data
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private EntryRows() {}

    static FeedEntry read(ResultSet row, int number) throws SQLException {
        var actor =
                new Actor(
                        row.getString("actor_role"),
                        row.getObject("actor_account", UUID.class),
                        row.getString("actor_agency"));
        return new FeedEntry(
                Long.parseLong(row.getString("xid")),
                row.getLong("seq"),
                new Entry(
                        row.getString("kind"),
                        row.getString("subject_type"),
                        row.getObject("subject_id", UUID.class),
                        row.getString("agency"),
                        actor,
                        instant(row, "at"),
                        JSON.readValue(row.getString("data"), DATA)));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /// All entries as one JSON array, so that one statement takes any number of them.
    static String write(List<Entry> entries) {
        var rows = new ArrayList<Row>(entries.size());
        for (var entry : entries) rows.add(Row.of(entry));
        return JSON.writeValueAsString(rows);
    }

    private record Row(
            String at,
            String kind,
            String subject_type,
            UUID subject_id,
            @Nullable String agency,
            String actor_role,
            @Nullable UUID actor_account,
            @Nullable String actor_agency,
            Map<String, Object> data) {
        static Row of(Entry entry) {
            return new Row(
                    entry.at().toString(),
                    entry.kind(),
                    entry.subjectType(),
                    entry.subjectId(),
                    entry.agency(),
                    entry.actor().role(),
                    entry.actor().account(),
                    entry.actor().agency(),
                    entry.data());
        }
    }
}
