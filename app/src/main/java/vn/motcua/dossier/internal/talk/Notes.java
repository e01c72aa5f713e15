package vn.motcua.dossier.internal.talk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.reading.Purposes;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Staff;
import vn.motcua.organization.StaffMember;

/// Notes between officers of one agency about a dossier. They stay: the author may correct one
/// within minutes, and what stood there before is kept.
@Service
public class Notes {
    private final NoteStore store;
    private final Permissions permissions;
    private final DossierStore dossiers;
    private final Staff staff;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;
    private final Duration correctable;

    Notes(
            NoteStore store,
            Permissions permissions,
            DossierStore dossiers,
            Staff staff,
            Journal journal,
            Asking asking,
            Clock clock,
            @Value("${motcua.notes.correctable-minutes:15}") int minutes) {
        this.store = store;
        this.permissions = permissions;
        this.dossiers = dossiers;
        this.staff = staff;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
        this.correctable = Duration.ofMinutes(minutes);
    }

    /// @param mention account of a colleague of the same agency; null for everybody
    @Transactional
    public UUID write(UUID id, String body, @Nullable UUID mention) {
        var dossier = permissions.beside(id);
        var by = asking.current();
        var name = mention == null ? null : colleague(dossier, mention);
        var now = clock.instant();
        var note =
                new Note(
                        Ids.next(clock),
                        id,
                        body,
                        Objects.requireNonNull(by.account()),
                        by.name(),
                        now,
                        mention,
                        name,
                        null,
                        null,
                        List.of());
        store.add(note);
        var data = new LinkedHashMap<String, Object>();
        data.put("note", note.id().toString());
        if (mention != null) data.put("mention", mention.toString());
        journal.append(Facts.of("note-written", dossier, by, now, data));
        return note.id();
    }

    private String colleague(Dossier dossier, UUID account) {
        return staff.inAgency(dossier.agency()).stream()
                .filter(member -> member.account().equals(account))
                .map(StaffMember::name)
                .findFirst()
                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    /// @param stood since when the words stood that the author had before them
    @Transactional
    public void correct(UUID id, UUID noteId, Instant stood, String body) {
        var dossier = permissions.beside(id);
        var by = asking.current();
        var note =
                store.find(id, noteId)
                        .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        if (!correctable(note, by.account()))
            throw new ProblemException(TalkProblem.NOTE_SETTLED, correctable.toMinutes());
        if (note.body().equals(body)) return;
        if (!note.written().equals(stood) || !store.correct(note, body, clock.instant()))
            throw new ProblemException(TalkProblem.NOTE_CHANGED);
        journal.append(
                Facts.of(
                        "note-corrected",
                        dossier,
                        by,
                        clock.instant(),
                        java.util.Map.of("note", noteId.toString())));
    }

    boolean correctable(Note note, @Nullable UUID account) {
        return note.by().equals(account) && clock.instant().isBefore(note.at().plus(correctable));
    }

    /// A page of notes, newest first. Notes for the reader count as seen from now on.
    @Transactional
    public List<Note> read(UUID dossier, @Nullable UUID before, int limit) {
        var notes = store.of(dossier, before, limit);
        var account = asking.current().account();
        if (account != null
                && notes.stream()
                        .anyMatch(n -> account.equals(n.mention()) && n.mentionSeen() == null))
            store.seen(dossier, account, clock.instant());
        return notes;
    }

    /// Notes for the caller that they have not seen, newest first.
    @Transactional(readOnly = true)
    public List<Mention> mentions(int limit) {
        var account = asking.current().account();
        return account == null ? List.of() : store.mentions(account, limit);
    }

    /// Which of these dossiers hold one.
    @Transactional(readOnly = true)
    public Set<UUID> mentioned(Collection<UUID> ids) {
        var account = asking.current().account();
        return account == null ? Set.of() : store.mentioned(ids, account);
    }

    /// The dossier whose notes are read on their own page; written down like any look.
    Dossier opened(UUID id) {
        var dossier = dossiers.require(id);
        journal.append(
                Facts.of(
                        "viewed",
                        dossier,
                        asking.current(),
                        clock.instant(),
                        Purposes.ofLook("notes")));
        return dossier;
    }
}
