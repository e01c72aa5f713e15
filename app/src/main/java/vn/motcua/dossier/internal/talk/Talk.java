package vn.motcua.dossier.internal.talk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.talk.Message.Side;
import vn.motcua.dossier.internal.talk.Message.Way;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.Vault;

/// The conversation of the office with the person. Whoever sees the dossier reads it; officers of
/// the agency that handles it and the person write, until some days after the dossier has ended.
@Service
public class Talk {
    static final int TOPIC = 100;
    private static final Duration HOUR = Duration.ofHours(1);

    private final TalkStore store;
    private final Permissions permissions;
    private final Vault vault;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;
    private final Limits limits;

    Talk(
            TalkStore store,
            Permissions permissions,
            Vault vault,
            Journal journal,
            Asking asking,
            Clock clock,
            Limits limits) {
        this.store = store;
        this.permissions = permissions;
        this.vault = vault;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
        this.limits = limits;
    }

    /// How long and how much may be written.
    ///
    /// @param daysAfterEnd days after a dossier has ended during which the person may still write
    /// @param account messages an hour of somebody who is signed in
    /// @param tracking messages an hour from the tracking page
    @org.springframework.stereotype.Component
    record Limits(int daysAfterEnd, int account, int tracking) {
        Limits(
                @Value("${motcua.talk.days-after-end:30}") int daysAfterEnd,
                @Value("${motcua.talk.messages-per-hour:20}") int account,
                @Value("${motcua.talk.tracking-messages-per-hour:5}") int tracking) {
            this.daysAfterEnd = daysAfterEnd;
            this.account = account;
            this.tracking = tracking;
        }
    }

    /// What is written.
    ///
    /// @param topic null begins a new one
    record Written(@Nullable UUID topic, String body, List<Message.Sent> files) {}

    /// Until when may be written; null while the dossier has not ended.
    public @Nullable Instant openUntil(Dossier dossier) {
        if (!dossier.state().isFinal()) return null;
        var moments = dossier.moments();
        var end = moments.returned() != null ? moments.returned() : moments.finished();
        return (end == null ? moments.submitted() : end)
                .plus(Duration.ofDays(limits.daysAfterEnd()));
    }

    public boolean open(Dossier dossier) {
        var until = openUntil(dossier);
        return until == null || clock.instant().isBefore(until);
    }

    /// An officer writes.
    ///
    /// @param seen how many messages of the topic the officer had before them
    /// @return what others wrote for the office meanwhile; nothing was sent unless it is empty
    @Transactional
    public List<Message> office(UUID id, Written written, int seen) {
        var dossier = permissions.beside(id);
        var by = asking.current();
        if (written.topic() != null) {
            var others =
                    store.topic(id, written.topic()).stream()
                            .skip(seen)
                            .filter(m -> m.side() == Side.OFFICE)
                            .filter(m -> !Objects.requireNonNull(by.account()).equals(m.author()))
                            .toList();
            if (!others.isEmpty()) return others;
        }
        write(dossier, written, Way.DESK, by, by.name());
        return List.of();
    }

    /// The person writes, in a transaction that sees the dossier as theirs.
    ///
    /// @param way `TRACKING` without an account
    @Transactional
    public void person(Dossier dossier, Written written, Way way) {
        var most = way == Way.TRACKING ? limits.tracking() : limits.account();
        if (store.written(dossier.id(), way, clock.instant().minus(HOUR)) >= most)
            throw new ProblemException(TalkProblem.TOO_MANY, most);
        write(dossier, written, way, asking.current(), dossier.people().filerName());
        var files = written.files().stream().map(Message.Sent::id).toList();
        if (!files.isEmpty()) vault.share(files, dossier.agency());
    }

    private void write(Dossier dossier, Written written, Way way, Caller by, String name) {
        if (!open(dossier)) throw new ProblemException(TalkProblem.CLOSED, limits.daysAfterEnd());
        var id = Ids.next(clock);
        var topic = written.topic();
        if (topic != null) {
            int there = store.topic(dossier.id(), topic).size();
            if (there == 0) throw new ProblemException(DossierProblem.NOT_FOUND);
            if (there >= TOPIC) throw new ProblemException(TalkProblem.TOPIC_FULL);
        }
        var side = way == Way.DESK ? Side.OFFICE : Side.PERSON;
        var at = clock.instant();
        var message =
                new Message(
                        id,
                        dossier.id(),
                        topic == null ? id : topic,
                        side,
                        way,
                        by.account(),
                        name,
                        written.body(),
                        written.files(),
                        at,
                        null,
                        null);
        store.add(message);
        journal.append(
                Facts.of(
                        "message-sent",
                        dossier,
                        by,
                        at,
                        Map.of("side", side.name(), "topic", message.topic().toString())));
    }

    /// A page of topics, newest first. What the other side wrote counts as seen from now on,
    /// unless whoever reads it only oversees the agency that handles the dossier.
    ///
    /// @param reader whose eyes: the office's or the person's
    @Transactional
    public List<Message> read(Dossier dossier, Side reader, @Nullable UUID before, int limit) {
        var messages = store.topics(dossier.id(), before, limit);
        var by = asking.current();
        boolean theirs = reader == Side.PERSON || dossier.agency().equals(by.agency());
        boolean unread = messages.stream().anyMatch(m -> m.side() != reader && m.read() == null);
        if (theirs && unread)
            store.read(
                    dossier.id(),
                    reader.other(),
                    clock.instant(),
                    reader == Side.OFFICE ? by.name() : null);
        return messages;
    }

    /// How much of what the other side wrote has not been seen, by dossier.
    @Transactional(readOnly = true)
    public Map<UUID, Integer> unread(Collection<UUID> dossiers) {
        var reader = asking.current().is(Role.OFFICER, Role.LEADER) ? Side.OFFICE : Side.PERSON;
        return store.unread(dossiers, reader.other());
    }

    /// The last few messages, newest first; reading them here does not count as seen.
    @Transactional(readOnly = true)
    public List<Message> newest(UUID dossier, int limit) {
        return store.newest(dossier, limit);
    }

    /// Whether the file came with a message of this dossier.
    @Transactional(readOnly = true)
    public boolean holds(UUID dossier, UUID file) {
        return store.holds(dossier, file);
    }
}
