package vn.motcua.dossier.internal.opinion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.dossier.internal.store.Json;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.Sql;

/// Questions to others. Row-level security shows each to the agency that asked and to the one
/// that was asked, and to nobody else.
@Repository
class OpinionStore {
    private final JdbcClient jdbc;

    OpinionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Opinion opinion) {
        var note = opinion.silenceNote();
        jdbc.sql(
                        """
                        insert into dossier.opinion (id, dossier_id, number, code, procedure_code, release_version,
                               owner_name, agency, asked_agency, asked_unit, step_id, token, asked_by,
                               asked_name, asked_at, question, shown, due_at, silence, silence_note_vi,
                               silence_note_en)
                        values (:id, :dossier, :number, :code, :procedure, :release, :owner, :agency, :askedAgency,
                               :askedUnit, :step, :token, :askedBy, :askedName, :asked, :question,
                               :shown::jsonb, :due, :silence, :noteVi, :noteEn)
                        """)
                .param("id", opinion.id())
                .param("dossier", opinion.dossier())
                .param("number", opinion.number())
                .param("code", opinion.code())
                .param("procedure", opinion.procedure())
                .param("release", opinion.release())
                .param("owner", opinion.owner())
                .param("agency", opinion.agency())
                .param("askedAgency", opinion.askedAgency())
                .param("askedUnit", Sql.text(opinion.askedUnit()))
                .param("step", Sql.text(opinion.step()))
                .param("token", Sql.text(opinion.token()))
                .param("askedBy", Sql.uuid(opinion.askedBy()))
                .param("askedName", opinion.askedName())
                .param("asked", Timestamp.from(opinion.asked()))
                .param("question", opinion.question())
                .param("shown", Json.write(opinion.shown()))
                .param("due", Timestamp.from(opinion.due()))
                .param("silence", opinion.silence().name())
                .param("noteVi", Sql.text(note == null ? null : note.vi()))
                .param("noteEn", Sql.text(note == null ? null : note.en()))
                .update();
    }

    Optional<Opinion> find(UUID id) {
        return jdbc.sql("select * from dossier.opinion where id = :id")
                .param("id", id)
                .query(OpinionStore::opinion)
                .optional();
    }

    /// Reads the question and keeps others from answering it until the transaction ends.
    Optional<Opinion> lock(UUID id) {
        return jdbc.sql("select * from dossier.opinion where id = :id for update")
                .param("id", id)
                .query(OpinionStore::opinion)
                .optional();
    }

    /// All questions about one dossier, in the order they were asked.
    List<Opinion> of(UUID dossier) {
        return jdbc.sql("select * from dossier.opinion where dossier_id = :dossier order by number")
                .param("dossier", dossier)
                .query(OpinionStore::opinion)
                .list();
    }

    /// Questions about these dossiers that may still be answered.
    List<Opinion> openOf(Collection<UUID> dossiers) {
        return jdbc.sql(
                        """
                        select * from dossier.opinion
                         where dossier_id = any (:dossiers) and answered_at is null and dropped_at is null
                           for update
                        """)
                .param("dossiers", dossiers.toArray(UUID[]::new))
                .query(OpinionStore::opinion)
                .list();
    }

    int nextNumber(UUID dossier) {
        return jdbc.sql(
                        "select coalesce(max(number), 0) + 1 from dossier.opinion where dossier_id = :dossier")
                .param("dossier", dossier)
                .query(Integer.class)
                .single();
    }

    void answer(UUID id, Opinion.Reply reply) {
        jdbc.sql(
                        """
                        update dossier.opinion
                           set answer = :answer, words = :words, file_id = :file, answered_by = :by,
                               answered_name = :name, answered_at = :at, settled_at = null, version = version + 1
                         where id = :id
                        """)
                .param("id", id)
                .param("answer", reply.answer().name())
                .param("words", reply.words())
                .param("file", Sql.uuid(reply.file()))
                .param("by", reply.by())
                .param("name", reply.name())
                .param("at", Timestamp.from(reply.at()))
                .update();
    }

    void silent(UUID id, Instant at) {
        jdbc.sql("update dossier.opinion set silent_at = :at, version = version + 1 where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    void drop(UUID id, Instant at) {
        jdbc.sql(
                        "update dossier.opinion set dropped_at = :at, version = version + 1 where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    void settled(UUID id, Instant at) {
        jdbc.sql("update dossier.opinion set settled_at = :at where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// A question by its key in a walk over many.
    record Found(UUID id, UUID dossier, Instant due) {}

    /// Questions whose term has passed without an answer, the oldest first.
    List<Found> overdue(Instant now, @Nullable Found after, int limit) {
        return jdbc.sql(
                        """
                        select id, dossier_id, due_at from dossier.opinion
                         where answered_at is null and silent_at is null and dropped_at is null
                           and due_at < :now and (due_at, id) > (:due, :after)
                         order by due_at, id
                         limit :limit
                        """)
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(after == null ? Instant.EPOCH : after.due()))
                .param("after", after == null ? new UUID(0, 0) : after.id())
                .param("limit", limit)
                .query(OpinionStore::found)
                .list();
    }

    /// Questions that have ended and whose waiting step has not been told.
    List<Found> unsettled(@Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select id, dossier_id, due_at from dossier.opinion
                         where token is not null and settled_at is null
                           and (answered_at is not null or silent_at is not null) and id > :after
                         order by id
                         limit :limit
                        """)
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query(OpinionStore::found)
                .list();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getTimestamp("due_at").toInstant());
    }

    private static Opinion opinion(ResultSet row, int number) throws SQLException {
        var vi = row.getString("silence_note_vi");
        var en = row.getString("silence_note_en");
        return new Opinion(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getInt("number"),
                row.getString("code"),
                row.getString("procedure_code"),
                row.getInt("release_version"),
                row.getString("owner_name"),
                row.getString("agency"),
                row.getString("asked_agency"),
                row.getString("asked_unit"),
                row.getString("step_id"),
                row.getString("token"),
                row.getObject("asked_by", UUID.class),
                row.getString("asked_name"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("question"),
                Json.read(row.getString("shown"), Opinion.Shown.class),
                row.getTimestamp("due_at").toInstant(),
                Opinion.Silence.valueOf(row.getString("silence")),
                vi == null ? null : new LocalText(vi, en == null ? vi : en),
                reply(row),
                instant(row, "silent_at"),
                instant(row, "dropped_at"),
                row.getInt("version"));
    }

    private static Opinion.@Nullable Reply reply(ResultSet row) throws SQLException {
        var answer = row.getString("answer");
        var at = instant(row, "answered_at");
        if (answer == null || at == null) return null;
        return new Opinion.Reply(
                Opinion.Answer.valueOf(answer),
                row.getString("words"),
                row.getObject("file_id", UUID.class),
                row.getObject("answered_by", UUID.class),
                row.getString("answered_name"),
                at);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
