package vn.motcua.insight.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kernel.HanoiTime;

/// Writes facts and day figures; one statement takes a whole batch.
@Repository
class FactStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MEASURES =
            Arrays.stream(Measure.values()).map(Measure::column).collect(Collectors.joining(", "));
    private static final String MEASURE_TYPES =
            Arrays.stream(Measure.values())
                    .map(m -> m.column() + " bigint")
                    .collect(Collectors.joining(", "));
    private static final String MEASURE_SUMS =
            Arrays.stream(Measure.values())
                    .map(m -> m.column() + " = f." + m.column() + " + excluded." + m.column())
                    .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Reading reading() {
        return jdbc.sql("select live, building, counted_to from insight.reading")
                .query(
                        (row, n) ->
                                new Reading(
                                        row.getInt("live"),
                                        row.getObject("building", Integer.class),
                                        moment(row, "counted_to")))
                .single();
    }

    void countedTo(Instant moment) {
        jdbc.sql("update insight.reading set counted_to = :moment where building is null")
                .param("moment", Timestamp.from(moment))
                .update();
    }

    /// Opens a new generation unless one is being built already.
    void build() {
        jdbc.sql("update insight.reading set building = live + 1 where building is null").update();
    }

    /// Shows the generation that was built and forgets the others.
    void show() {
        jdbc.sql(
                        """
                        update insight.reading
                           set live = building, building = null,
                               counted_to = (select max(last_step_at)
                                               from insight.dossier_fact
                                              where generation = building)
                         where building is not null
                        """)
                .update();
        for (var table : List.of("dossier_fact", "day_figure", "work_fact", "late_reason"))
            jdbc.sql(
                            """
                            delete from insight.%s
                             where generation < (select live from insight.reading)
                            """
                                    .formatted(table))
                    .update();
    }

    long facts(int generation) {
        return jdbc.sql("select count(*) from insight.dossier_fact where generation = :generation")
                .param("generation", generation)
                .query(Long.class)
                .single();
    }

    Map<UUID, DossierFact> find(int generation, Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, DossierFact>();
        jdbc.sql(
                        """
                        select id, code, agency, procedure, channel, assisted, submitted_at,
                               accepted_at, first_due_at, measured_due_at, due_at, finished_at,
                               returned_at, state, outcome, supplements, touchpoints, last_step_at,
                               worked_minutes, xid, seq
                          from insight.dossier_fact
                         where generation = :generation and id = any(:ids)
                        """)
                .param("generation", generation)
                .param("ids", ids.toArray(UUID[]::new))
                .query(FactStore::fact)
                .list()
                .forEach(fact -> found.put(fact.id(), fact));
        return found;
    }

    void put(int generation, Collection<DossierFact> facts) {
        if (facts.isEmpty()) return;
        jdbc.sql(
                        """
                        insert into insight.dossier_fact
                               (generation, id, code, agency, procedure, channel, assisted,
                                submitted_at, received_on, accepted_at, first_due_at,
                                measured_due_at, due_at, finished_at, returned_at, state, outcome,
                                supplements, touchpoints, verdict, last_step_at, worked_minutes,
                                xid, seq)
                        select :generation, id, code, agency, procedure, channel, assisted,
                               submitted_at, received_on, accepted_at, first_due_at,
                               measured_due_at, due_at, finished_at, returned_at, state, outcome,
                               supplements, touchpoints, verdict, last_step_at, worked_minutes,
                               xid, seq
                          from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                               id uuid, code text, agency text, procedure text, channel text,
                               assisted boolean, submitted_at timestamptz, received_on date,
                               accepted_at timestamptz, first_due_at timestamptz,
                               measured_due_at timestamptz, due_at timestamptz,
                               finished_at timestamptz, returned_at timestamptz, state text,
                               outcome text, supplements int, touchpoints text[], verdict text,
                               last_step_at timestamptz, worked_minutes bigint, xid bigint,
                               seq bigint)
                            on conflict (generation, id) do update
                           set agency = excluded.agency,
                               procedure = excluded.procedure,
                               channel = excluded.channel,
                               assisted = excluded.assisted,
                               submitted_at = excluded.submitted_at,
                               received_on = excluded.received_on,
                               accepted_at = excluded.accepted_at,
                               first_due_at = excluded.first_due_at,
                               measured_due_at = excluded.measured_due_at,
                               due_at = excluded.due_at,
                               finished_at = excluded.finished_at,
                               returned_at = excluded.returned_at,
                               state = excluded.state,
                               outcome = excluded.outcome,
                               supplements = excluded.supplements,
                               touchpoints = excluded.touchpoints,
                               verdict = excluded.verdict,
                               last_step_at = excluded.last_step_at,
                               worked_minutes = excluded.worked_minutes,
                               xid = excluded.xid,
                               seq = excluded.seq
                        """)
                .param("generation", generation)
                .param("rows", JSON.writeValueAsString(facts.stream().map(FactStore::row).toList()))
                .update();
    }

    void add(int generation, DayFigures figures) {
        var rows = figures.rows();
        if (rows.isEmpty()) return;
        jdbc.sql(
                        """
                        insert into insight.day_figure as f
                               (generation, agency, parent, procedure, day, %1$s)
                        select :generation, agency, parent, procedure, day, %1$s
                          from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                               agency text, parent text, procedure text, day date, %2$s)
                            on conflict (generation, agency, day, procedure) do update set %3$s
                        """
                                .formatted(MEASURES, MEASURE_TYPES, MEASURE_SUMS))
                .param("generation", generation)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    private static Map<String, @Nullable Object> row(DossierFact fact) {
        var verdict = EndToEnd.of(fact);
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", fact.id());
        row.put("code", fact.code());
        row.put("agency", fact.agency());
        row.put("procedure", fact.procedure());
        row.put("channel", fact.channel());
        row.put("assisted", fact.assisted());
        row.put("submitted_at", fact.submittedAt().toString());
        row.put("received_on", HanoiTime.dateOf(fact.submittedAt()).toString());
        row.put("accepted_at", text(fact.acceptedAt()));
        row.put("first_due_at", text(fact.firstDueAt()));
        row.put("measured_due_at", text(fact.measuredDueAt()));
        row.put("due_at", text(fact.dueAt()));
        row.put("finished_at", text(fact.finishedAt()));
        row.put("returned_at", text(fact.returnedAt()));
        row.put("state", fact.state());
        row.put("outcome", fact.outcome());
        row.put("supplements", fact.supplements());
        row.put("touchpoints", fact.touchpoints());
        row.put("verdict", verdict == null ? null : verdict.name());
        row.put("last_step_at", fact.lastStepAt().toString());
        row.put("worked_minutes", fact.workedMinutes());
        row.put("xid", fact.xid());
        row.put("seq", fact.seq());
        return row;
    }

    private static DossierFact fact(ResultSet row, int number) throws SQLException {
        return new DossierFact(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("agency"),
                row.getString("procedure"),
                row.getString("channel"),
                row.getBoolean("assisted"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                moment(row, "accepted_at"),
                moment(row, "first_due_at"),
                moment(row, "measured_due_at"),
                moment(row, "due_at"),
                moment(row, "finished_at"),
                moment(row, "returned_at"),
                row.getString("state"),
                row.getString("outcome"),
                row.getInt("supplements"),
                new ArrayList<>(List.of((String[]) row.getArray("touchpoints").getArray())),
                row.getObject("last_step_at", OffsetDateTime.class).toInstant(),
                row.getObject("worked_minutes", Long.class),
                row.getLong("xid"),
                row.getLong("seq"));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    static Map<Measure, Long> measures(ResultSet row) throws SQLException {
        var counts = new EnumMap<Measure, Long>(Measure.class);
        for (var measure : Measure.values()) counts.put(measure, row.getLong(measure.column()));
        return counts;
    }

    /// @param live the generation that is shown
    /// @param building the one being built; null when there is none
    /// @param countedTo moment of the last entry counted
    record Reading(int live, @Nullable Integer building, @Nullable Instant countedTo) {
        int writing() {
            return building != null ? building : live;
        }
    }
}
