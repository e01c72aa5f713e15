package vn.motcua.insight.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.journal.FeedEntry;
import vn.motcua.kernel.HanoiTime;

/// Writes what the journal tells of work; one statement takes a whole batch.
@Repository
class WorkStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    WorkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Open work of these dossiers, by dossier and token.
    Map<UUID, Map<String, WorkFact>> open(int generation, Collection<UUID> dossiers) {
        var found = new LinkedHashMap<UUID, Map<String, WorkFact>>();
        dossiers.forEach(id -> found.put(id, new LinkedHashMap<>()));
        jdbc.sql(
                        """
                        select dossier, token, code, agency, procedure, step, position, unit, officer,
                               opened_at, planned_minutes, counted, due_at, waiting_since,
                               waited_minutes, closed_at, worked_minutes
                          from insight.work_fact
                         where generation = :generation and dossier = any(:ids)
                           and closed_at is null
                        """)
                .param("generation", generation)
                .param("ids", dossiers.toArray(UUID[]::new))
                .query(WorkStore::fact)
                .list()
                .forEach(fact -> into(found, fact));
        return found;
    }

    private static void into(Map<UUID, Map<String, WorkFact>> found, WorkFact fact) {
        found.computeIfAbsent(fact.dossier(), _ -> new LinkedHashMap<>()).put(fact.token(), fact);
    }

    void put(int generation, Collection<WorkFact> facts) {
        if (facts.isEmpty()) return;
        jdbc.sql(
                        """
                        insert into insight.work_fact
                               (generation, dossier, token, code, agency, procedure, step, position,
                                unit, officer, opened_at, opened_on, planned_minutes, counted, due_at,
                                waiting_since, waited_minutes, closed_at, closed_on, worked_minutes)
                        select :generation, dossier, token, code, agency, procedure, step, position,
                               unit, officer, opened_at, opened_on, planned_minutes, counted, due_at,
                               waiting_since, waited_minutes, closed_at, closed_on, worked_minutes
                          from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                               dossier uuid, token text, code text, agency text, procedure text,
                               step text, position text, unit text, officer uuid,
                               opened_at timestamptz, opened_on date, planned_minutes bigint,
                               counted boolean, due_at timestamptz, waiting_since timestamptz,
                               waited_minutes bigint, closed_at timestamptz, closed_on date,
                               worked_minutes bigint)
                            on conflict (generation, dossier, token) do update
                           set officer = excluded.officer,
                               due_at = excluded.due_at,
                               waiting_since = excluded.waiting_since,
                               waited_minutes = excluded.waited_minutes,
                               closed_at = excluded.closed_at,
                               closed_on = excluded.closed_on,
                               worked_minutes = excluded.worked_minutes
                        """)
                .param("generation", generation)
                .param("rows", JSON.writeValueAsString(facts.stream().map(WorkStore::row).toList()))
                .update();
    }

    private static Map<String, @Nullable Object> row(WorkFact fact) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("dossier", fact.dossier());
        row.put("token", fact.token());
        row.put("code", fact.code());
        row.put("agency", fact.agency());
        row.put("procedure", fact.procedure());
        row.put("step", fact.step());
        row.put("position", fact.position());
        row.put("unit", fact.unit());
        row.put("officer", fact.officer());
        row.put("opened_at", fact.openedAt().toString());
        row.put("opened_on", fact.openedOn());
        row.put("planned_minutes", fact.plannedMinutes());
        row.put("counted", fact.counted());
        row.put("due_at", text(fact.dueAt()));
        row.put("waiting_since", text(fact.waitingSince()));
        row.put("waited_minutes", fact.waitedMinutes());
        row.put("closed_at", text(fact.closedAt()));
        row.put("closed_on", fact.closedOn());
        row.put("worked_minutes", fact.workedMinutes());
        return row;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /// Why dossiers were late, each time somebody said so.
    void reasons(int generation, List<FeedEntry> said) {
        for (var feed : said) {
            var entry = feed.entry();
            jdbc.sql(
                            """
                            insert into insight.late_reason
                                   (generation, dossier, xid, seq, code, agency, procedure, stage,
                                    reason, said_at, said_on)
                            values (:generation, :dossier, :xid, :seq, :code, :agency, :procedure,
                                    :stage, :reason, :at, :on)
                                on conflict do nothing
                            """)
                    .param("generation", generation)
                    .param("dossier", entry.subjectId())
                    .param("xid", feed.xid())
                    .param("seq", feed.seq())
                    .param("code", entry.data().get("code"))
                    .param("agency", entry.agency())
                    .param("procedure", entry.data().get("procedure"))
                    .param("stage", entry.data().get("stage"))
                    .param("reason", entry.data().get("reason"))
                    .param("at", java.sql.Timestamp.from(entry.at()))
                    .param("on", HanoiTime.dateOf(entry.at()))
                    .update();
        }
    }

    private static WorkFact fact(ResultSet row, int number) throws SQLException {
        long worked = row.getLong("worked_minutes");
        boolean undone = row.wasNull();
        return new WorkFact(
                row.getObject("dossier", UUID.class),
                row.getString("token"),
                row.getString("code"),
                row.getString("agency"),
                row.getString("procedure"),
                row.getString("step"),
                row.getString("position"),
                row.getString("unit"),
                row.getObject("officer", UUID.class),
                java.util.Objects.requireNonNull(FactStore.moment(row, "opened_at")),
                row.getLong("planned_minutes"),
                row.getBoolean("counted"),
                FactStore.moment(row, "due_at"),
                FactStore.moment(row, "waiting_since"),
                row.getLong("waited_minutes"),
                FactStore.moment(row, "closed_at"),
                undone ? null : worked);
    }
}
