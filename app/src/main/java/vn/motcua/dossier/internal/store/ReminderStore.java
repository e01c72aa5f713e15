package vn.motcua.dossier.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reminders of requests to supplement that nobody has answered yet.
@Repository
public class ReminderStore {
    private final JdbcClient jdbc;

    ReminderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Which of the reminders.
    public enum Part {
        HALF,
        THREE_DAYS
    }

    /// A request still open.
    public record Open(UUID id, UUID dossier, int number, Instant asked, LocalDate answerBy) {}

    /// Requests whose term runs and for which a reminder may be left, by key.
    public List<Open> open(LocalDate today, @Nullable Open after, int limit) {
        return jdbc.sql(
                        """
                        select s.id, s.dossier_id, s.number, s.asked_at, s.answer_by from dossier.supplement s
                         where s.answered_at is null and s.overdue_at is null and s.answer_by >= :today
                           and (:afterId::uuid is null or (s.answer_by, s.id) > (:afterDay::date, :afterId::uuid))
                           and (select count(*) from dossier.reminder r where r.supplement_id = s.id) < :all
                         order by s.answer_by, s.id
                         limit :limit
                        """)
                .param("today", today)
                .param("afterId", after == null ? null : after.id())
                .param("afterDay", after == null ? null : after.answerBy())
                .param("all", Part.values().length)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Open(
                                        row.getObject("id", UUID.class),
                                        row.getObject("dossier_id", UUID.class),
                                        row.getInt("number"),
                                        row.getTimestamp("asked_at").toInstant(),
                                        row.getObject("answer_by", LocalDate.class)))
                .list();
    }

    /// @return false when this reminder was given before
    public boolean reminded(UUID request, Part part, UUID dossier, Instant at) {
        return jdbc.sql(
                                """
                                insert into dossier.reminder (supplement_id, part, dossier_id, at)
                                values (:request, :part, :dossier, :at)
                                on conflict do nothing
                                """)
                        .param("request", request)
                        .param("part", part.name())
                        .param("dossier", dossier)
                        .param("at", DossierStore.timestamp(at))
                        .update()
                == 1;
    }

    /// @param answerBy last day to answer the request it reminds of
    public record Given(Part part, Instant at, LocalDate answerBy) {}

    /// The reminders of one dossier, oldest first.
    public List<Given> of(UUID dossier) {
        return jdbc.sql(
                        """
                        select r.part, r.at, s.answer_by
                          from dossier.reminder r
                          join dossier.supplement s on s.id = r.supplement_id
                         where r.dossier_id = :dossier
                         order by r.at, r.part
                        """)
                .param("dossier", dossier)
                .query(
                        (row, number) ->
                                new Given(
                                        Part.valueOf(row.getString("part")),
                                        row.getTimestamp("at").toInstant(),
                                        row.getObject("answer_by", LocalDate.class)))
                .list();
    }
}
