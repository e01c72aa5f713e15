package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.Vault;
import vn.motcua.worktime.Calendars;

/// What is answered to a request to supplement, whoever hands it in. The caller has locked the
/// dossier, so that two answers at once lose nothing of each other.
@Component
public class Supplements {
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final PaperStore papers;
    private final Rules rules;
    private final Vault vault;
    private final Calendars calendars;
    private final Journal journal;
    private final Clock clock;

    Supplements(
            DossierStore dossiers,
            TaskStore tasks,
            PaperStore papers,
            Rules rules,
            Vault vault,
            Calendars calendars,
            Journal journal,
            Clock clock) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.papers = papers;
        this.rules = rules;
        this.vault = vault;
        this.calendars = calendars;
        this.journal = journal;
        this.clock = clock;
    }

    /// The last day to answer; a day off moves it to the next working day [civil-code, art. 148].
    public LocalDate lastDay(Supplement request, String agency) {
        return calendars.of(agency).workingDayFrom(request.answerBy());
    }

    /// Whether nobody has answered in time.
    public boolean over(Supplement request, String agency) {
        return request.open()
                && HanoiTime.dateOf(clock.instant()).isAfter(lastDay(request, agency));
    }

    /// Adds to, and takes from, what has been kept as the answer to one thing asked.
    void keep(
            Dossier dossier,
            String item,
            @Nullable String text,
            List<UUID> added,
            List<UUID> removed) {
        var request = open(dossier);
        if (request.items().stream().noneMatch(asked -> asked.id().equals(item)))
            throw new ProblemException(DossierProblem.NOT_FOUND);
        var replies = new HashMap<>(request.answers());
        var before = replies.get(item);
        var files = new LinkedHashSet<UUID>(before == null ? List.of() : before.files());
        removed.forEach(files::remove);
        files.addAll(added);
        if (files.isEmpty() && (text == null || text.isBlank())) replies.remove(item);
        else replies.put(item, new Supplement.Reply(text, List.copyOf(files)));
        papers.answer(request.id(), replies, null, null);
    }

    /// Sends what has been kept; every item must have an answer. The clock goes on from this
    /// moment.
    ///
    /// @param form how the papers came
    /// @param more what else the journal keeps of it
    void send(Dossier dossier, Caller by, Paper.Form form, Map<String, Object> more) {
        var id = dossier.id();
        var request = open(dossier);
        for (var item : request.items()) {
            var reply = request.answers().get(item.id());
            if (reply == null
                    || (reply.files().isEmpty()
                            && (reply.text() == null || reply.text().isBlank())))
                throw new ProblemException(DossierProblem.ANSWER_MISSING, item.text());
        }
        var now = clock.instant();
        var calendar = calendars.of(dossier.agency());
        var after =
                dossier.withPapers(merged(dossier, request, form))
                        .supplemented(rules.resumption(dossier), now, calendar);
        papers.answer(request.id(), request.answers(), now, after.moments().due());
        var files =
                request.answers().values().stream()
                        .flatMap(reply -> reply.files().stream())
                        .toList();
        if (!files.isEmpty()) vault.share(files, dossier.agency());
        tasks.close(id, Task.SUPPLEMENT, by.account(), by.name(), "answered", null, now);
        if (dossier.pausedSince() != null) tasks.waited(id, null, dossier.pausedSince(), now);
        tasks.suspend(id, false);
        if (after.beforeAcceptance()) tasks.receiveAnew(id, calendar.plus(now, Rules.RECEPTION));
        tasks.appoint(after);
        dossiers.update(after);
        var data = new HashMap<>(more);
        data.put("number", request.number());
        journal.append(Facts.of("supplement-received", after, by, now, data));
    }

    private static List<Paper> merged(Dossier dossier, Supplement request, Paper.Form form) {
        var papers = new ArrayList<>(dossier.papers());
        boolean onPaper = form != Paper.Form.ELECTRONIC;
        for (var item : request.items()) {
            var reply = request.answers().get(item.id());
            if (item.component() == null || reply == null) continue;
            if (reply.files().isEmpty() && !onPaper) continue;
            papers.add(new Paper(item.component(), form, 1, reply.files(), reply.text()));
        }
        return papers;
    }

    private Supplement open(Dossier dossier) {
        if (dossier.state() != DossierState.SUPPLEMENT_REQUESTED) throw notNow(dossier);
        return papers.openSupplement(dossier.id()).orElseThrow(() -> notNow(dossier));
    }

    private static ProblemException notNow(Dossier dossier) {
        return new ProblemException(DossierProblem.NOT_ALLOWED_NOW, dossier.code().value());
    }
}
