package vn.motcua.dossier.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When pauses end by themselves.
@Repository
public class PauseStore {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    PauseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void until(UUID dossier, String agency, Instant until) {
        jdbc.sql(
                        """
                        insert into dossier.pause_term (dossier_id, agency, until)
                        values (:dossier, :agency, :until)
                        on conflict (dossier_id) do update set agency = excluded.agency, until = excluded.until
                        """)
                .param("dossier", dossier)
                .param("agency", agency)
                .param("until", DossierStore.timestamp(until))
                .update();
    }

    /// The pause has ended, or ends by somebody's word.
    public void ended(UUID dossier) {
        jdbc.sql("delete from dossier.pause_term where dossier_id = :dossier")
                .param("dossier", dossier)
                .update();
    }

    public record Over(Instant until, UUID dossier) {}

    /// Pauses whose term has passed, by key.
    public List<Over> over(Instant now, @Nullable Over after, int limit) {
        return jdbc.sql(
                        """
                        select dossier_id, until from dossier.pause_term
                         where until <= :now and (until, dossier_id) > (:afterAt, :afterId)
                         order by until, dossier_id
                         limit :limit
                        """)
                .param("now", DossierStore.timestamp(now))
                .param(
                        "afterAt",
                        DossierStore.timestamp(after == null ? Instant.EPOCH : after.until()))
                .param("afterId", after == null ? FIRST : after.dossier())
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Over(
                                        row.getTimestamp("until").toInstant(),
                                        row.getObject("dossier_id", UUID.class)))
                .list();
    }
}
