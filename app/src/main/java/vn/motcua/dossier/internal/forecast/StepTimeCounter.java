package vn.motcua.dossier.internal.forecast;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.journal.Entry;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.JournalConsumer;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.workflow.Processes;
import vn.motcua.worktime.Calendars;

/// Follows the journal and counts how long finished work took. Time the person was waited for
/// was added to the end of the work, and is taken off.
@Component
class StepTimeCounter implements JournalConsumer {
    static final String NAME = "dossier.step-times";

    /// Beyond so many pieces the old ones lose half their weight: what was usual years ago fades.
    private static final int FADES = 512;

    private final JdbcClient jdbc;
    private final Rules rules;
    private final Processes processes;
    private final Calendars calendars;

    StepTimeCounter(JdbcClient jdbc, Rules rules, Processes processes, Calendars calendars) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.processes = processes;
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("dossier.step-completed", "dossier.accepted");
    }

    private record Piece(
            UUID dossier,
            String step,
            String agency,
            Instant opened,
            Instant closed,
            @Nullable Instant due) {}

    @Override
    public void accept(List<FeedEntry> batch) {
        var pieces = pieces(batch);
        var touched = new HashSet<StepTimes.Step>();
        for (var line : batch) {
            var entry = line.entry();
            var step = entry.data().getOrDefault("step", Task.RECEPTION).toString();
            // A reception that asked for more is as long as the person took to answer.
            if (step.equals(Task.RECEPTION) && entry.data().containsKey("supplements")) continue;
            pieces.stream()
                    .filter(
                            piece ->
                                    piece.dossier().equals(entry.subjectId())
                                            && piece.step().equals(step)
                                            && piece.closed().equals(micros(entry.at())))
                    .findFirst()
                    .ifPresent(piece -> touched.add(count(entry, piece)));
        }
        touched.forEach(this::fade);
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private List<Piece> pieces(List<FeedEntry> batch) {
        var dossiers =
                batch.stream()
                        .map(line -> line.entry().subjectId())
                        .distinct()
                        .toArray(UUID[]::new);
        return jdbc.sql(
                        """
                        select dossier_id, step_id, agency, opened_at, closed_at, due_at
                          from dossier.task
                         where dossier_id = any (:dossiers) and closed_at is not null
                           and kind in ('STEP', 'RECEPTION')
                        """)
                .param("dossiers", dossiers)
                .query(
                        (row, number) ->
                                new Piece(
                                        row.getObject("dossier_id", UUID.class),
                                        row.getString("step_id"),
                                        row.getString("agency"),
                                        row.getTimestamp("opened_at").toInstant(),
                                        row.getTimestamp("closed_at").toInstant(),
                                        moment(row.getTimestamp("due_at"))))
                .list();
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private StepTimes.Step count(Entry entry, Piece piece) {
        var procedure = String.valueOf(entry.data().get("procedure"));
        jdbc.sql(
                        """
                        insert into dossier.step_time as s (procedure_code, step_id, bucket, pieces)
                        values (:procedure, :step, :bucket, 1)
                        on conflict (procedure_code, step_id, bucket) do update set pieces = s.pieces + 1
                        """)
                .param("procedure", procedure)
                .param("step", piece.step())
                .param("bucket", Lengths.bucket(took(entry, piece)))
                .update();
        return new StepTimes.Step(procedure, piece.step());
    }

    private Duration took(Entry entry, Piece piece) {
        var calendar = calendars.of(piece.agency());
        var took = calendar.between(piece.opened(), piece.closed());
        var due = piece.due();
        var hours = hours(entry, piece.step());
        if (due == null || hours.isZero()) return took;
        var waited = calendar.between(calendar.plus(piece.opened(), hours), due);
        if (!waited.isPositive()) return took;
        var rest = took.minus(waited);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private Duration hours(Entry entry, String step) {
        if (!(entry.data().get("release") instanceof Number release)) return Duration.ZERO;
        var id = new ReleaseId(String.valueOf(entry.data().get("procedure")), release.intValue());
        return processes
                .of(rules.release(id))
                .find(step)
                .map(definition -> definition.hours())
                .orElse(Duration.ZERO);
    }

    private void fade(StepTimes.Step step) {
        jdbc.sql(
                        """
                        update dossier.step_time
                           set pieces = pieces / 2
                         where procedure_code = :procedure and step_id = :step
                           and (select sum(pieces) from dossier.step_time
                                 where procedure_code = :procedure and step_id = :step) > :most
                        """)
                .param("procedure", step.procedure())
                .param("step", step.step())
                .param("most", FADES)
                .update();
    }
}
