package vn.motcua.dossier.internal.bulk;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.desk.Offers;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.print.PagePictures;
import vn.motcua.dossier.internal.processing.Documents;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.reading.Purposes;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.StepDefinition;

/// Reading what is to be signed, from the list of what waits for a signature and back to it. What
/// was chosen there is kept as an act on many that nobody has confirmed.
@Service
class DraftReading {
    private final BulkStore store;
    private final Bulks bulks;
    private final Offers offers;
    private final DossierStore dossiers;
    private final Documents documents;
    private final Rules rules;
    private final Purposes purposes;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    DraftReading(
            BulkStore store,
            Bulks bulks,
            Offers offers,
            DossierStore dossiers,
            Documents documents,
            Rules rules,
            Purposes purposes,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.store = store;
        this.bulks = bulks;
        this.offers = offers;
        this.dossiers = dossiers;
        this.documents = documents;
        this.rules = rules;
        this.purposes = purposes;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// Where one goes back to.
    ///
    /// @param kept what was chosen; null for nothing
    /// @param page the part of the list that was shown, as in its address
    record Way(@Nullable UUID kept, String page) {
        String to(@Nullable UUID chosen) {
            var query = new StringBuilder(page);
            if (kept != null) add(query, "kept=" + kept);
            if (chosen != null) add(query, "with=" + chosen);
            return "/desk/approvals" + (query.isEmpty() ? "" : "?" + query);
        }

        private static void add(StringBuilder query, String more) {
            if (!query.isEmpty()) query.append('&');
            query.append(more);
        }
    }

    /// What was chosen before a draft was opened; of somebody else's choice nothing.
    @Transactional(readOnly = true)
    public Set<UUID> kept(@Nullable UUID kept, @Nullable UUID with) {
        var account = asking.current().account();
        var tasks = new LinkedHashSet<UUID>();
        if (kept != null)
            store.find(kept)
                    .filter(bulk -> bulk.account().equals(account))
                    .filter(bulk -> bulk.act() == BulkAct.APPROVE)
                    .ifPresent(bulk -> store.rows(kept).forEach(row -> tasks.add(row.task())));
        if (with != null) tasks.add(with);
        return tasks;
    }

    /// Keeps what is chosen.
    @Nullable UUID keep(List<UUID> tasks) {
        return tasks.isEmpty() ? null : bulks.choose(BulkAct.APPROVE, tasks);
    }

    /// The document of a step, by its favourable outcome; empty where that issues none.
    static Optional<OutcomeDefinition> signing(StepDefinition step) {
        return step.outcomes().stream()
                .filter(outcome -> !outcome.negative())
                .findFirst()
                .filter(outcome -> outcome.issues() != null);
    }

    /// Only whoever may sign it now reads it here; the look is written down.
    @Transactional
    public DraftView read(UUID id, UUID task, Way way) {
        var offer = offers.of(id, task);
        var standing = purposes.standing(id, false);
        if (offer == null || offer.ways().isEmpty() || standing.isEmpty()) throw none();
        if (!standing.get().reads()) throw none();
        var dossier = dossiers.require(id);
        var step = step(dossier, Objects.requireNonNull(offer.task()).stepId());
        var outcome = signing(step).orElseThrow(DraftReading::none);
        var issue = Objects.requireNonNull(outcome.issues());
        var by = asking.current();
        var now = clock.instant();
        journal.append(Facts.of("viewed", dossier, by, now, Map.of("paper", "draft")));
        var pages = PagePictures.of(documents.draft(dossier, issue, by, now));
        return new DraftView(
                dossier.code().value(),
                offer.owner(),
                rules.record(dossier).name(),
                step.name(),
                outcome.name(),
                pages.shown(),
                pages.more(),
                "/desk/dossiers/" + id + "/draft/" + issue,
                "/desk/dossiers/" + id,
                way.to(null),
                way.to(task));
    }

    private StepDefinition step(Dossier dossier, String step) {
        return rules.process(dossier).find(step).orElseThrow(DraftReading::none);
    }

    private static ProblemException none() {
        return new ProblemException(DossierProblem.NOT_FOUND);
    }
}
