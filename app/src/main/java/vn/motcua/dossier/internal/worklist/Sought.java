package vn.motcua.dossier.internal.worklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.Fold;
import vn.motcua.kernel.Ids;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.Releases;

/// Keeps what somebody looks for, for a day: a name never stands in an address, and so in no log
/// and no browser history.
@Component
public class Sought {
    public static final int LONGEST = 100;

    /// What nobody is called: signs alone find nothing.
    private static final String NOTHING = "'-'";

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Releases releases;
    private final Asking asking;
    private final Clock clock;

    Sought(JdbcClient jdbc, Releases releases, Asking asking, Clock clock) {
        this.jdbc = jdbc;
        this.releases = releases;
        this.asking = asking;
        this.clock = clock;
    }

    /// @return the id that stands for the words; null when nothing was typed
    @Transactional
    public @Nullable UUID keep(String typed) {
        var account = asking.current().account();
        var words = Fold.tidy(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        if (account == null || words.isBlank()) return null;
        var now = clock.instant();
        var id = Ids.next(clock);
        jdbc.sql("delete from dossier.sought where account = :account and at < :old")
                .param("account", account)
                .param("old", Timestamp.from(now.minus(KEPT)))
                .update();
        jdbc.sql(
                        "insert into dossier.sought (id, account, words, at) values (:id, :account, :words, :at)")
                .param("id", id)
                .param("account", account)
                .param("words", words)
                .param("at", Timestamp.from(now))
                .update();
        return id;
    }

    /// The words behind an id; empty for an id nobody gave this person.
    @Transactional(readOnly = true)
    public String words(@Nullable UUID id) {
        if (id == null) return "";
        return jdbc.sql("select words from dossier.sought where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// The question to the word index; null when nothing is looked for.
    public @Nullable String query(String words) {
        if (words.isBlank()) return null;
        var query = SearchWords.query(words, names());
        return query == null ? NOTHING : query;
    }

    private Map<String, String> names() {
        return releases.current().stream()
                .collect(
                        Collectors.toMap(
                                release -> release.id().procedureCode(),
                                Sought::name,
                                (a, b) -> a));
    }

    private static String name(Release release) {
        var name = release.record().name();
        return Fold.fold(name.vi() + " " + name.en());
    }

    /// Forgets what was looked for before today's searches.
    @Transactional
    public void forget() {
        jdbc.sql("delete from dossier.sought where at < :old")
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
