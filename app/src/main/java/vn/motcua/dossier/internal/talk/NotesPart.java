package vn.motcua.dossier.internal.talk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.desk.DeskWords;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.part.DeskPart;
import vn.motcua.dossier.internal.part.Opened;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Words;
import vn.motcua.organization.Staff;

/// Lays out the notes: the newest on the dossier's page, all of them on their own.
@Component
class NotesPart implements DeskPart<NotesView> {
    private static final int NEWEST = 5;
    private static final int PAGE = 30;

    private final Notes notes;
    private final Staff staff;
    private final Asking asking;
    private final MessageSource messages;

    NotesPart(Notes notes, Staff staff, Asking asking, MessageSource messages) {
        this.notes = notes;
        this.staff = staff;
        this.asking = asking;
        this.messages = messages;
    }

    @Override
    public Class<NotesView> type() {
        return NotesView.class;
    }

    @Override
    public NotesView of(Opened opened) {
        return view(
                opened.dossier(),
                opened.names(),
                opened.before(),
                null,
                NEWEST,
                NotesView.Typed.NOTHING,
                Map.of(),
                opened.words());
    }

    /// The page of notes.
    @Transactional
    public NotesView page(
            UUID id,
            @Nullable UUID before,
            NotesView.Typed typed,
            Map<String, String> errors,
            Locale locale) {
        var dossier = notes.opened(id);
        var names = new java.util.HashMap<UUID, String>();
        staff.inAgency(dossier.agency())
                .forEach(member -> names.put(member.account(), member.name()));
        return view(
                dossier, names, null, before, PAGE, typed, errors, new DeskWords(messages, locale));
    }

    private NotesView view(
            Dossier dossier,
            Map<UUID, String> names,
            @Nullable Instant looked,
            @Nullable UUID before,
            int limit,
            NotesView.Typed typed,
            Map<String, String> errors,
            Words words) {
        var found = notes.read(dossier.id(), before, limit + 1);
        var me = asking.current();
        var lines =
                found.stream()
                        .limit(limit)
                        .map(note -> line(note, me.account(), looked, words))
                        .toList();
        var colleagues =
                names.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(me.account()))
                        .map(entry -> new NotesView.Colleague(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing(NotesView.Colleague::name))
                        .toList();
        return new NotesView(
                dossier.id(),
                dossier.code().value(),
                dossier.agency().equals(me.agency()),
                lines,
                colleagues,
                typed,
                found.size() > limit ? lines.getLast().id() : null,
                errors);
    }

    private NotesView.Line line(
            Note note, @Nullable UUID me, @Nullable Instant looked, Words words) {
        boolean forMe = note.mention() != null && note.mention().equals(me);
        boolean news = looked != null && note.written().isAfter(looked) && !note.by().equals(me);
        return new NotesView.Line(
                note.id(),
                note.byName(),
                HanoiTime.timeAndDate(note.at()),
                note.mentionName(),
                forMe,
                news || (forMe && note.mentionSeen() == null),
                note.body(),
                note.corrected() == null
                        ? null
                        : words.t("talk.note.corrected", HanoiTime.timeAndDate(note.corrected())),
                earlier(note, words),
                notes.correctable(note, me) ? note.written().toString() : null);
    }

    private static List<String> earlier(Note note, Words words) {
        return note.earlier().stream()
                .map(
                        before ->
                                words.t(
                                        "talk.note.earlier",
                                        HanoiTime.timeAndDate(Instant.parse(before.at())),
                                        before.body()))
                .toList();
    }
}
