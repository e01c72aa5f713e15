package vn.motcua.dossier.internal.processing;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.Move;
import vn.motcua.dossier.internal.store.MoveStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.form.Forms;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.ResultType;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.Vault;
import vn.motcua.workflow.Effect;
import vn.motcua.workflow.Issue;
import vn.motcua.worktime.Calendars;

/// Issues results: draws the document, numbers it, keeps it, ends the officers' clock.
@Service
class Results {
    private static final LocalText NEGATIVE =
            LocalText.of("Văn bản trả lời từ chối giải quyết", "Reasoned negative answer");

    private final MoveStore moves;
    private final List<Outside> outside;
    private final PaperStore papers;
    private final Rules rules;
    private final Slips slips;
    private final Vault vault;
    private final Calendars calendars;
    private final Forms forms;
    private final Journal journal;
    private final Clock clock;

    Results(
            MoveStore moves,
            List<Outside> outside,
            PaperStore papers,
            Rules rules,
            Slips slips,
            Vault vault,
            Calendars calendars,
            Forms forms,
            Journal journal,
            Clock clock) {
        this.moves = moves;
        this.outside = List.copyOf(outside);
        this.papers = papers;
        this.rules = rules;
        this.slips = slips;
        this.vault = vault;
        this.calendars = calendars;
        this.forms = forms;
        this.journal = journal;
        this.clock = clock;
    }

    /// Saves a dossier after a move of its process: with its result when the move issued one,
    /// handed over when nothing is left to do.
    ///
    /// @return the dossier as saved
    Dossier settle(Steps.Walked walked, Caller by, Instant now) {
        var news = new ArrayList<Entry>();
        var saved = settle(walked, by, now, news);
        journal.append(news);
        return saved;
    }

    /// @param entries takes what the journal has to hear of it
    Dossier settle(Steps.Walked walked, Caller by, Instant now, List<Entry> entries) {
        entries.addAll(walked.entries());
        var dossier = ask(walked, by, now);
        var calendar = calendars.of(dossier.agency());
        if (walked.issued() != null) {
            dossier = dossier.completed(walked.issued(), now, calendar);
            issue(dossier, walked.issued(), by, walked.note(), now);
            entries.add(Facts.of("completed", dossier, by, now));
            walked.move().close(apologised(by, now));
        }
        if (walked.finished() && dossier.can(vn.motcua.dossier.internal.model.Act.RETURN)) {
            dossier = dossier.returned(now);
            entries.add(
                    Facts.of(
                            "returned",
                            dossier,
                            by,
                            now,
                            Map.of("way", dossier.returnWay().name())));
        }
        moves.save(dossier, walked.move());
        return dossier;
    }

    /// A letter of apology nobody wrote in time is no longer to be written.
    private static Move.Closing apologised(Caller by, Instant now) {
        return new Move.Closing(
                Task.APOLOGY, null, by.account(), by.name(), null, null, "completed", null, now);
    }

    /// What the move asks of others is asked with it, or not at all.
    private Dossier ask(Steps.Walked walked, Caller by, Instant now) {
        var dossier = walked.dossier();
        for (var effect : walked.outside())
            for (var outside : this.outside)
                dossier =
                        switch (effect) {
                            case Effect.ServiceCalled asked ->
                                    outside.asked(dossier, asked, by, now);
                            case Effect.Called called -> outside.called(dossier, called, by, now);
                            default -> dossier;
                        };
        return dossier;
    }

    private void issue(
            Dossier dossier, Issue issue, Caller by, @Nullable String reason, Instant now) {
        var record = rules.record(dossier);
        var type =
                record.results().isEmpty()
                        ? new ResultType(null, record.name(), null, null)
                        : resultType(dossier, record.results());
        var name = issue == Issue.REJECTED ? NEGATIVE : type.name();
        int number = papers.nextNumber(dossier.agency(), HanoiTime.dateOf(now).getYear());
        var text = String.format(Locale.ROOT, "%02d/%d", number, HanoiTime.dateOf(now).getYear());
        var signer = slips.signer(by, dossier);
        var template = issue == Issue.REJECTED ? null : type.template();
        var pdf = slips.result(dossier, name, text, issue, template, signer, reason, now);
        var file =
                vault.store(
                        new ByteArrayInputStream(pdf),
                        name.vi() + " " + dossier.code() + ".pdf",
                        FilePurpose.RESULT,
                        dossier.people().filer());
        vault.share(List.of(file.id()), dossier.agency());
        papers.issue(
                new PaperStore.IssuedResult(
                        Ids.next(clock),
                        dossier.id(),
                        type.code() == null ? "" : type.code(),
                        name.vi(),
                        name.en(),
                        text,
                        issue.name(),
                        file.id(),
                        file.sha256(),
                        now,
                        by.account(),
                        signer.name(),
                        signer.title()));
    }

    /// The first of several results whose condition holds; one without a condition always does.
    ResultType resultType(Dossier dossier, List<ResultType> types) {
        var form = rules.form(dossier);
        var context = forms.context(dossier.channel().name(), dossier.agency());
        return types.stream()
                .filter(
                        type ->
                                type.when() == null
                                        || form.holds(type.when(), dossier.answers(), context))
                .findFirst()
                .orElse(types.getFirst());
    }
}
