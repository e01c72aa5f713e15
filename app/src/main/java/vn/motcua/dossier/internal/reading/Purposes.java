package vn.motcua.dossier.internal.reading;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Ids;

/// Asks for a purpose before an officer reads a dossier on which they hold no work. A purpose
/// once named counts for this dossier for some hours and stands with every look in the journal.
@Service
public class Purposes {
    /// Whoever has just finished their piece of work may still look at what came of it.
    private static final Duration JUST_DONE = Duration.ofDays(1);

    /// Whoever might have done a piece of work reads on for a while after a colleague did it: they
    /// had it open a moment ago.
    private static final Duration COLLEAGUE_DONE = Duration.ofMinutes(15);

    private static final String NAMED = Purposes.class.getName() + ".named";

    private final JdbcClient jdbc;
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final Permissions permissions;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;
    private final Duration valid;

    Purposes(
            JdbcClient jdbc,
            DossierStore dossiers,
            TaskStore tasks,
            Permissions permissions,
            Journal journal,
            Asking asking,
            Clock clock,
            @Value("${motcua.reading.purpose-hours:8}") int hours) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.permissions = permissions;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
        this.valid = Duration.ofHours(hours);
    }

    /// Whether the caller may read on, and for what.
    ///
    /// @param purpose named before; null when the dossier is the caller's own work
    public record Standing(boolean reads, @Nullable String purpose) {
        static final Standing OWN_WORK = new Standing(true, null);
        static final Standing ASK = new Standing(false, null);
    }

    /// Empty for a dossier the caller does not see at all.
    ///
    /// @param sending whether something is sent: what was typed while a purpose ran out is kept
    @Transactional(readOnly = true)
    public Optional<Standing> standing(UUID dossier, boolean sending) {
        var caller = asking.current();
        var account = Objects.requireNonNull(caller.account());
        return seen(dossier, caller.agency(), account, sending)
                .map(
                        seen -> {
                            if (seen.justDone() || ownWork(dossier, caller, account, sending))
                                return Standing.OWN_WORK;
                            return seen.purpose() == null
                                    ? Standing.ASK
                                    : new Standing(true, seen.purpose());
                        });
    }

    private record Seen(@Nullable String purpose, boolean justDone) {}

    /// Work just done counts at whichever agency it was done.
    private Optional<Seen> seen(
            UUID dossier, @Nullable String agency, UUID account, boolean sending) {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        select (select p.kind
                                  from dossier.purpose p
                                 where p.account = :account and p.dossier_id = d.id
                                   and p.valid_until > :now
                                 order by p.valid_until desc
                                 limit 1) as purpose,
                               exists (select from dossier.task t
                                        where t.dossier_id = d.id and t.closed_by = :account and t.agency = :agency
                                          and t.closed_at > :since) as just_done
                          from dossier.dossier d
                         where d.id = :dossier
                        """)
                .param("dossier", dossier)
                .param("account", account)
                .param("agency", agency == null ? "" : agency)
                .param("now", Timestamp.from(sending ? now.minus(valid) : now))
                .param("since", Timestamp.from(now.minus(JUST_DONE)))
                .query((row, _) -> new Seen(row.getString("purpose"), row.getBoolean("just_done")))
                .optional();
    }

    /// Whoever sends what they wrote for work a colleague has just done is told so, and asked for
    /// no purpose.
    private boolean ownWork(UUID dossier, Caller caller, UUID account, boolean sending) {
        var since = clock.instant().minus(sending ? JUST_DONE : COLLEAGUE_DONE);
        var posts = permissions.posts(caller);
        return tasks.of(dossier).stream()
                .filter(
                        task ->
                                (task.open() || task.closedAfter(since))
                                        && task.agency().equals(caller.agency()))
                .anyMatch(task -> account.equals(task.claimedBy()) || posts.mayDo(task));
    }

    /// Names a purpose; it counts for some hours.
    @Transactional
    public void name(UUID id, Purpose purpose, String words) {
        var dossier = dossiers.require(id);
        var by = asking.current();
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into dossier.purpose (id, dossier_id, account, agency, kind, words, given_at, valid_until)
                        values (:id, :dossier, :account, :agency, :kind, :words, :now, :until)
                        """)
                .param("id", Ids.next(clock))
                .param("dossier", id)
                .param("account", by.account())
                .param("agency", by.agency())
                .param("kind", purpose.name())
                .param("words", words)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(valid)))
                .update();
        journal.append(
                Facts.of("purpose-named", dossier, by, now, Map.of("purpose", purpose.name())));
    }

    long hours() {
        return valid.toHours();
    }

    /// Remembers for the request at hand what was named; null for own work.
    public static void remember(@Nullable String purpose) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) return;
        if (purpose == null) request.removeAttribute(NAMED, RequestAttributes.SCOPE_REQUEST);
        else request.setAttribute(NAMED, purpose, RequestAttributes.SCOPE_REQUEST);
    }

    /// What the journal keeps with a look during the request at hand: the purpose, where one was
    /// asked.
    public static Map<String, Object> ofLook() {
        var request = RequestContextHolder.getRequestAttributes();
        var purpose =
                request == null
                        ? null
                        : request.getAttribute(NAMED, RequestAttributes.SCOPE_REQUEST);
        return purpose == null ? Map.of() : Map.of("purpose", purpose);
    }

    /// The same, with what was looked at besides the dossier itself.
    public static Map<String, Object> ofLook(String paper) {
        var data = new HashMap<>(ofLook());
        data.put("paper", paper);
        return data;
    }

    static List<Purpose> all() {
        return List.of(Purpose.values());
    }
}
