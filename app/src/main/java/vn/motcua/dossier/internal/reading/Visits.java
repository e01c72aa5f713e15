package vn.motcua.dossier.internal.reading;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.identity.Asking;
import vn.motcua.journal.History;

/// Which officers have a dossier open, and what is new to whom. A page that tells by itself that
/// it is still open is believed for a short while only; one that cannot, for longer.
@Service
public class Visits {
    /// Kinds of entries that are no news to anybody.
    public static final List<String> NO_NEWS = List.of("dossier.viewed", "dossier.purpose-named");

    private static final Duration LIVE = Duration.ofSeconds(150);
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final History history;
    private final Asking asking;
    private final Clock clock;

    Visits(JdbcClient jdbc, History history, Asking asking, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.asking = asking;
        this.clock = clock;
    }

    /// A colleague who has the dossier open too.
    public record Beside(String name, Instant since) {}

    /// The officer's page is drawn. A visit goes on as long as the page was open lately.
    @Transactional
    public void shown(UUID dossier) {
        var by = asking.current();
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into dossier.visit as v (dossier_id, account, name, since, shown_at, seen_at, live)
                        values (:dossier, :account, :name, :now, :now, :now, false)
                        on conflict (dossier_id, account) do update
                           set name = excluded.name, shown_at = excluded.shown_at,
                               seen_at = excluded.seen_at, live = false,
                               since = case when v.seen_at > :quiet then v.since
                                            else excluded.since end
                        """)
                .param("dossier", dossier)
                .param("account", by.account())
                .param("name", by.name())
                .param("now", Timestamp.from(now))
                .param("quiet", Timestamp.from(now.minus(QUIET)))
                .update();
    }

    /// The page is still open.
    ///
    /// @return when it was drawn; null when it never was
    @Transactional
    public @Nullable Instant alive(UUID dossier) {
        return jdbc.sql(
                        """
                        update dossier.visit set seen_at = :now, live = true
                         where dossier_id = :dossier and account = :account
                        returning shown_at
                        """)
                .param("dossier", dossier)
                .param("account", asking.current().account())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    /// Colleagues who have it open now.
    @Transactional(readOnly = true)
    public List<Beside> beside(UUID dossier) {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        select name, since from dossier.visit
                         where dossier_id = :dossier and account <> :account
                           and seen_at > case when live then :live::timestamptz else :quiet::timestamptz end
                         order by since
                         limit 10
                        """)
                .param("dossier", dossier)
                .param("account", asking.current().account())
                .param("live", Timestamp.from(now.minus(LIVE)))
                .param("quiet", Timestamp.from(now.minus(QUIET)))
                .query(
                        (row, _) ->
                                new Beside(
                                        row.getString("name"),
                                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /// Whether others did something to the dossier after a moment.
    @Transactional(readOnly = true)
    public boolean changed(UUID dossier, Instant after) {
        var account = Objects.requireNonNull(asking.current().account());
        return !history.changed(Facts.SUBJECT, Map.of(dossier, after), NO_NEWS, account).isEmpty();
    }

    /// What a list says of a dossier besides its work.
    ///
    /// @param changed others did something since the officer last looked
    /// @param messages the person wrote and nobody at the office has seen it
    /// @param mentioned a colleague mentioned the officer in a note not seen yet
    public record News(boolean changed, boolean messages, boolean mentioned) {}

    /// The news of a page of a list: two statements however long it is. What was never opened is
    /// not among the changed.
    @Transactional(readOnly = true)
    public Map<UUID, News> news(Collection<UUID> dossiers) {
        var account = asking.current().account();
        if (dossiers.isEmpty() || account == null) return Map.of();
        var looked = new HashMap<UUID, Instant>();
        var found = new HashMap<UUID, News>();
        jdbc.sql(
                        """
                        select s.id, v.shown_at,
                               exists (select from dossier.message m
                                        where m.dossier_id = s.id and m.side = 'PERSON'
                                          and m.read_at is null) as messages,
                               exists (select from dossier.note n
                                        where n.mention = :account and n.mention_seen is null
                                          and n.dossier_id = s.id) as mentioned
                          from unnest(:ids) as s(id)
                          left join dossier.visit v on v.dossier_id = s.id and v.account = :account
                        """)
                .param("ids", dossiers.stream().distinct().toArray(UUID[]::new))
                .param("account", account)
                .query(
                        (row, _) -> {
                            var id = row.getObject("id", UUID.class);
                            var shown = row.getTimestamp("shown_at");
                            if (shown != null) looked.put(id, shown.toInstant());
                            return found.put(
                                    id,
                                    new News(
                                            false,
                                            row.getBoolean("messages"),
                                            row.getBoolean("mentioned")));
                        })
                .list();
        for (var id : history.changed(Facts.SUBJECT, looked, NO_NEWS, account))
            found.computeIfPresent(
                    id, (_, news) -> new News(true, news.messages(), news.mentioned()));
        return found;
    }
}
