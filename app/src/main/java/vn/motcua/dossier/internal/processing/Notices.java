package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.LocalText;
import vn.motcua.workflow.Effect;

/// Messages a process sends to the person: lines of the dossier's timeline, in both languages.
@Service
public class Notices implements Outside {
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    Notices(JdbcClient jdbc, Journal journal, Asking asking, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// A line of the timeline.
    public record Notice(Instant at, LocalText text) {}

    @Override
    public Dossier asked(Dossier dossier, Effect.ServiceCalled effect, Caller by, Instant now) {
        if (effect.service() instanceof vn.motcua.workflow.Service.Notify(var text))
            tell(dossier, effect.step().id(), text, now);
        return dossier;
    }

    /// Writes a line for the person.
    ///
    /// @param step what it is about
    public void tell(Dossier dossier, String step, LocalText text, Instant now) {
        asking.run(
                Caller.system(),
                () ->
                        jdbc.sql(
                                        """
                                        insert into dossier.notice (id, dossier_id, step_id, at, text_vi, text_en)
                                        values (:id, :dossier, :step, :at, :vi, :en)
                                        """)
                                .param("id", Ids.next(clock))
                                .param("dossier", dossier.id())
                                .param("step", step)
                                .param("at", java.sql.Timestamp.from(now))
                                .param("vi", text.vi())
                                .param("en", text.en())
                                .update());
        journal.append(Facts.of("notified", dossier, Caller.system(), now, Map.of("step", step)));
    }

    /// Must run in a transaction of somebody who may see the dossier.
    public List<Notice> of(UUID dossier) {
        return jdbc.sql(
                        "select at, text_vi, text_en from dossier.notice where dossier_id = :dossier order by at, id")
                .param("dossier", dossier)
                .query(
                        (row, number) ->
                                new Notice(
                                        row.getTimestamp("at").toInstant(),
                                        new LocalText(
                                                row.getString("text_vi"),
                                                row.getString("text_en"))))
                .list();
    }
}
