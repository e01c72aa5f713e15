package vn.motcua.dossier.internal.document;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Documents;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.Posts;
import vn.motcua.dossier.internal.processing.ResultFacts;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;
import vn.motcua.workflow.Ask;
import vn.motcua.workflow.Issue;

/// Revokes and replaces documents that were issued: one officer proposes with a ground and the law
/// it rests on, an approver who is somebody else decides, and neither acts for the other. What was
/// issued stays in the register.
@Service
class DocumentActs {
    private static final PositionKind[] PROPOSE = {
        PositionKind.RECEPTIONIST, PositionKind.CASE_OFFICER, PositionKind.APPROVER
    };

    private final DocumentStore store;
    private final DossierStore dossiers;
    private final Documents documents;
    private final ResultFacts resultFacts;
    private final Rules rules;
    private final Permissions permissions;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    DocumentActs(
            DocumentStore store,
            DossierStore dossiers,
            Documents documents,
            ResultFacts resultFacts,
            Rules rules,
            Permissions permissions,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.store = store;
        this.dossiers = dossiers;
        this.documents = documents;
        this.resultFacts = resultFacts;
        this.rules = rules;
        this.permissions = permissions;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    private Dossier dossier(Document document) {
        var dossier = dossiers.lock(document.dossier());
        if (!permissions.posts(asking.current()).actsOn(dossier))
            throw new ProblemException(DocumentProblem.NOT_FOUND);
        return dossier;
    }

    Document require(UUID id) {
        return store.find(id).orElseThrow(() -> new ProblemException(DocumentProblem.NOT_FOUND));
    }

    /// A fact of the document that can be corrected in its replacement.
    record Correctable(Ask ask, String value) {}

    /// Must run in a transaction.
    List<Correctable> correctable(Document document) {
        var dossier = dossiers.require(document.dossier());
        var typed = resultFacts.typed(dossier);
        var list = new ArrayList<Correctable>();
        for (var step : rules.process(dossier).steps())
            for (var ask : step.asks())
                if (list.stream().noneMatch(known -> known.ask().id().equals(ask.id())))
                    list.add(new Correctable(ask, typed.getOrDefault(ask.id(), "")));
        return list;
    }

    @Transactional
    public void propose(
            UUID id,
            DocumentStore.ActKind kind,
            String ground,
            String basis,
            Map<String, String> facts) {
        permissions.require(PROPOSE);
        if (ground.isBlank() || basis.isBlank())
            throw new ProblemException(DocumentProblem.GROUND_MISSING);
        var document = require(id);
        var dossier = dossier(document);
        if (document.ended() != null) throw new ProblemException(DocumentProblem.CHANGED);
        var corrected = new LinkedHashMap<String, String>();
        if (kind == DocumentStore.ActKind.REPLACE)
            for (var one : correctable(document)) {
                var value = facts.getOrDefault(one.ask().id(), one.value()).strip();
                if (!value.isEmpty() && ResultFacts.fault(one.ask(), value) == null)
                    corrected.put(one.ask().id(), value);
            }
        var by = proposer(asking.current());
        var now = clock.instant();
        var act =
                new DocumentStore.Act(
                        Ids.next(clock),
                        id,
                        dossier.id(),
                        dossier.agency(),
                        kind,
                        ground,
                        basis,
                        corrected,
                        Objects.requireNonNull(by.account()),
                        by.name(),
                        by.behalf(),
                        now);
        if (!store.propose(act)) throw new ProblemException(DocumentProblem.CHANGED);
        write("document-proposed", dossier, document, kind, by, now);
    }

    private Caller proposer(Caller caller) {
        var posts = permissions.posts(caller);
        if (posts.own().holds(PROPOSE)) return caller;
        return posts.lent().stream()
                .filter(lending -> posts.lentBy(lending).holds(PROPOSE))
                .findFirst()
                .map(lending -> caller.onBehalfOf(lending.principal()))
                .orElse(caller);
    }

    /// Whoever decides, on whose behalf: with a post of their own, or one lent by somebody who has
    /// no part in the proposal. Empty when that leaves nobody but whoever proposed.
    static Optional<Caller> decider(DocumentStore.Act act, Caller caller, Posts posts) {
        if (act.proposedBy(caller.account())) return Optional.empty();
        if (posts.own().holds(PositionKind.APPROVER)) return Optional.of(caller);
        return posts.lent().stream()
                .filter(lending -> posts.lentBy(lending).holds(PositionKind.APPROVER))
                .filter(lending -> !act.proposedBy(lending.principal().account()))
                .findFirst()
                .map(lending -> caller.onBehalfOf(lending.principal()));
    }

    /// Decides what somebody else proposed. Approving a replacement signs the new document.
    ///
    /// @param seen the proposal that was read; null when the page said none
    @Transactional
    public void decide(UUID id, @Nullable UUID seen, boolean approved, String words) {
        permissions.require(PositionKind.APPROVER);
        var document = require(id);
        var dossier = dossier(document);
        var act =
                store.open(id)
                        .filter(open -> open.id().equals(seen))
                        .orElseThrow(() -> new ProblemException(DocumentProblem.CHANGED));
        var caller = asking.current();
        var by =
                decider(act, caller, permissions.posts(caller))
                        .orElseThrow(() -> new ProblemException(DocumentProblem.SAME_PERSON));
        var now = clock.instant();
        @Nullable UUID result = null;
        if (approved) {
            if (!store.end(id, act.ground() + " (" + act.basis() + ")", now))
                throw new ProblemException(DocumentProblem.CHANGED);
            if (act.kind() == DocumentStore.ActKind.REPLACE)
                result =
                        documents.replace(
                                dossier,
                                id,
                                Issue.valueOf(document.outcome()),
                                by,
                                act.facts(),
                                "Thay thế văn bản số "
                                        + document.number()
                                        + " ngày "
                                        + HanoiTime.date(HanoiTime.dateOf(document.issued()))
                                        + ".",
                                now);
        }
        if (!store.decide(act, by, approved, words, result, now))
            throw new ProblemException(DocumentProblem.CHANGED);
        var what =
                !approved
                        ? "document-declined"
                        : act.kind() == DocumentStore.ActKind.REPLACE
                                ? "document-replaced"
                                : "document-revoked";
        write(what, dossier, document, act.kind(), by, now);
    }

    private void write(
            String what,
            Dossier dossier,
            Document document,
            DocumentStore.ActKind kind,
            Caller by,
            Instant now) {
        journal.append(
                Facts.of(
                        what,
                        dossier,
                        by,
                        now,
                        Map.of("document", document.id().toString(), "act", kind.name())));
    }
}
