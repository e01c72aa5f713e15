package vn.motcua.dossier.internal.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.kernel.ProblemException;
import vn.motcua.kernel.Sql;

/// Writes a move of a process: the dossier, the work it closes and opens, its timers and what is
/// needed to take it back, in one statement. The version decides between two who save at once.
@Repository
public class MoveStore {
    /// Work that goes on learns the appointment of its dossier here too. Once the officers'
    /// clock has ended nothing is due, and waiting for the person to come is nobody's delay.
    private static final String SAVE =
            """
            with saved as (
                update dossier.dossier
                   set state = :state, prior_state = :prior, outcome = :outcome, papers = :papers::jsonb,
                       process = :process::jsonb, ledger = :ledger::jsonb, supplements = :supplements,
                       accepted_at = :acceptedAt, first_due_at = :firstDue, due_at = :due,
                       finished_at = :finishedAt, returned_at = :returnedAt, version = version + 1
                 where id = :id and version = :version
                returning id
            ), work as (
                update dossier.task t
                   set closed_at = w.at, closed_by = w.by, closed_name = w.name, closed_for = w.behalf,
                       closed_for_name = w."behalfName", outcome = w.outcome, note = w.note,
                       dossier_due_at = case when w.token is null then :taskDue::timestamptz
                                             else t.dossier_due_at end,
                       paused = case when w.token is null then :paused else t.paused end,
                       due_at = case when :ended and w.token is null and t.position = 'RECEPTIONIST' then null
                                     else t.due_at end
                  from (select o.id, o.dossier_due_at as was, o.paused as stood, o.kind, c.*
                          from dossier.task o
                          left join jsonb_to_recordset(:closed::jsonb) as c (token text, seat int, at timestamptz,
                               by uuid, name text, behalf uuid, "behalfName" text, outcome text, note text)
                            on c.token = o.token and (c.seat is null or c.seat = o.seat)
                         where o.dossier_id = :id and o.closed_at is null) w
                 where t.id = w.id
                   and (w.token is not null
                        or :ended
                        or w.kind not in ('SUPPLEMENT', 'OPINION')
                           and (w.was is distinct from :taskDue::timestamptz or w.stood <> :paused))
            ), opened as (
                insert into dossier.task (id, dossier_id, agency, kind, step_id, token, seat, position, unit, opened_at,
                       due_at, dossier_due_at, paused, suspended, words, claimed_by, claimed_name, claimed_for,
                       claimed_for_name, closed_at, closed_by, closed_name, closed_for, closed_for_name, outcome, note,
                       warned_at, escalated_at, escalated_from)
                select n.id, :id, n.agency, n.kind, n.step, n.token, n.seat, n.position, n.unit, n.opened,
                       case when :ended and n.position = 'RECEPTIONIST' then null else n.due end,
                       case when n.kind <> 'SUPPLEMENT' then :taskDue::timestamptz end,
                       n.kind <> 'SUPPLEMENT' and :paused, n.suspended, n.words, n."claimedBy", n."claimedName",
                       n."claimedFor", n."claimedForName", n.closed, n."closedBy", n."closedName", n."closedFor",
                       n."closedForName", n.outcome, n.note, n.warned, n.escalated, n."escalatedFrom"
                  from jsonb_to_recordset(:opened::jsonb) as n (id uuid, agency text, kind text, step text, token text,
                       seat int, position text, unit text, opened timestamptz, due timestamptz, suspended boolean,
                       words text, "claimedBy" uuid, "claimedName" text, "claimedFor" uuid, "claimedForName" text,
                       closed timestamptz, "closedBy" uuid, "closedName" text, "closedFor" uuid, "closedForName" text,
                       outcome text, note text, warned timestamptz, escalated timestamptz, "escalatedFrom" text)
            ), disarmed as (
                delete from dossier.timer
                 where dossier_id = :id
                   and (token = any (:disarmed) or token || ' ' || number = any (:fired))
                returning token, number, step_id as step, outcome, fires_at as "firesAt"
            ), armed as (
                insert into dossier.timer (dossier_id, token, number, step_id, outcome, fires_at)
                select :id, n.token, n.number, n.step, n.outcome, n."firesAt"
                  from jsonb_to_recordset(:armed::jsonb) as n (token text, number int, step text, outcome text,
                       "firesAt" timestamptz)
            ), undoable as (
                insert into dossier.undo as u (dossier_id, agency, version, account, kind, at, data)
                select :id, :agency, :version + 1, :undoAccount::uuid, :undoKind, :undoAt::timestamptz,
                       :undoData::jsonb || jsonb_build_object('timers',
                           coalesce((select jsonb_agg(to_jsonb(d)) from disarmed d), '[]'::jsonb))
                 where :undoKind <> ''
                on conflict (dossier_id, account) do update
                   set agency = excluded.agency, version = excluded.version,
                       kind = excluded.kind, at = excluded.at, data = excluded.data
            )
            select count(*) from saved
            """;

    private final JdbcClient jdbc;

    MoveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @throws ProblemException `dossier.changed-meanwhile` when somebody saved after the dossier
    /// was read
    public void save(Dossier dossier, Move move) {
        boolean ended = dossier.moments().finished() != null;
        var due = ended ? null : dossier.moments().due();
        var undo = move.undoable;
        var statement =
                jdbc.sql(SAVE)
                        .param("version", dossier.version())
                        .param("agency", dossier.agency())
                        .param("ended", ended)
                        .param("taskDue", Sql.text(due == null ? null : due.toString()))
                        .param("paused", !ended && dossier.ledger().paused())
                        .param("closed", Json.write(move.closed.stream().map(this::row).toList()))
                        .param("opened", Json.write(move.opened.stream().map(this::row).toList()))
                        .param("armed", Json.write(move.armed.stream().map(this::row).toList()))
                        .param("disarmed", move.disarmed.toArray(String[]::new))
                        .param("fired", move.fired.toArray(String[]::new))
                        .param("undoAccount", Sql.text(undo == null ? null : undo.account() + ""))
                        .param("undoAt", Sql.text(undo == null ? null : undo.at().toString()))
                        .param("undoKind", undo == null ? "" : undo.kind())
                        .param("undoData", undo == null ? "{}" : Json.write(undo.data()));
        long saved = DossierStore.changing(statement, dossier).query(Long.class).single();
        if (saved == 0)
            throw new ProblemException(DossierProblem.CHANGED_MEANWHILE, dossier.code().value());
    }

    private Map<String, @Nullable Object> row(Move.Closing closing) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("token", closing.token());
        row.put("seat", closing.seat());
        row.put("at", closing.at().toString());
        row.put("by", closing.by());
        row.put("name", closing.name());
        row.put("behalf", closing.behalf());
        row.put("behalfName", closing.behalfName());
        row.put("outcome", closing.outcome());
        row.put("note", closing.note());
        return row;
    }

    private Map<String, @Nullable Object> row(Move.Arming arming) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("token", arming.token());
        row.put("number", arming.number());
        row.put("step", arming.step());
        row.put("outcome", arming.outcome());
        row.put("firesAt", arming.firesAt().toString());
        return row;
    }

    private Map<String, @Nullable Object> row(Task task) {
        var marks = task.marks();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", task.id());
        row.put("agency", task.agency());
        row.put("kind", task.kind().name());
        row.put("step", task.stepId());
        row.put("token", task.token());
        row.put("seat", marks.seat());
        row.put("position", task.position().name());
        row.put("unit", task.unit());
        row.put("opened", task.opened().toString());
        row.put("due", text(task.due()));
        row.put("suspended", task.suspended());
        row.put("words", task.words());
        row.put("claimedBy", task.claimedBy());
        row.put("claimedName", task.claimedName());
        row.put("claimedFor", marks.claimedFor());
        row.put("claimedForName", marks.claimedForName());
        row.put("closed", text(task.closed()));
        row.put("closedBy", marks.closedBy());
        row.put("closedName", task.closedName());
        row.put("closedFor", marks.closedFor());
        row.put("closedForName", marks.closedForName());
        row.put("outcome", task.outcome());
        row.put("note", task.note());
        row.put("warned", text(marks.warned()));
        row.put("escalated", text(marks.escalated()));
        row.put("escalatedFrom", marks.escalatedFrom());
        return row;
    }

    private static @Nullable String text(java.time.@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
