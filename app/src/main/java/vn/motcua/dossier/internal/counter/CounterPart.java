package vn.motcua.dossier.internal.counter;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.part.DeskPart;
import vn.motcua.dossier.internal.part.Opened;
import vn.motcua.dossier.internal.processing.Documents;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.processing.Unfetched;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.PositionKind;

/// Lays out the counter's part of a dossier's page.
@Component
class CounterPart implements DeskPart<CounterPartView> {
    private final HandOut handOut;
    private final PickupCodes codes;
    private final Helped helped;
    private final Unfetched unfetched;
    private final Documents documents;
    private final Rules rules;

    CounterPart(
            HandOut handOut,
            PickupCodes codes,
            Helped helped,
            Unfetched unfetched,
            Documents documents,
            Rules rules) {
        this.handOut = handOut;
        this.codes = codes;
        this.helped = helped;
        this.unfetched = unfetched;
        this.documents = documents;
        this.rules = rules;
    }

    @Override
    public Class<CounterPartView> type() {
        return CounterPartView.class;
    }

    @Override
    public @Nullable CounterPartView of(Opened opened) {
        var dossier = opened.dossier();
        boolean mine = opened.posts().actsOn(dossier);
        boolean over = dossier.moments().finished() != null;
        var handed =
                dossier.moments().returned() == null
                        ? List.<HandOut.Handed>of()
                        : handOut.of(dossier.id());
        var reminded =
                over && dossier.moments().returned() == null
                        ? unfetched.reminded(dossier.id())
                        : List.<java.time.Instant>of();
        boolean reception = mine && opened.posts().holds(PositionKind.RECEPTIONIST);
        return new CounterPartView(
                dossier.id(),
                handed.stream().map(line -> words(line, opened)).toList(),
                handed.stream().anyMatch(line -> line.proofFile() != null),
                reminded.stream().map(HanoiTime::timeAndDate).toList(),
                dossier.people().assistedBy() == null
                        ? null
                        : helped.words(dossier.id(), opened.words()),
                mine && !over && dossier.process() != null ? drafts(dossier, opened) : List.of(),
                LabelSheets.onPaper(dossier).findAny().isPresent(),
                reception && codes.offered(dossier));
    }

    private static String words(HandOut.Handed line, Opened opened) {
        var words = opened.words();
        var told =
                words.t(
                        "counter.part.handed",
                        HanoiTime.timeAndDate(line.at()),
                        line.givenName(),
                        line.receiverName());
        var more =
                "("
                        + words.t("counter.part.receiver." + line.receiver())
                        + (line.mandate() == null ? "" : ": " + line.mandate())
                        + "). ";
        var originals =
                line.originals().equals("COMPARED")
                        ? ". " + words.t("counter.part.originals.COMPARED")
                        : "";
        return told
                + " "
                + more
                + words.t(
                        "counter.part.proof."
                                + line.proof()
                                + (line.codeWay() == null ? "" : "." + line.codeWay()))
                + originals;
    }

    private List<CounterPartView.Draft> drafts(Dossier dossier, Opened opened) {
        return rules.process(dossier).steps().stream()
                .flatMap(step -> step.outcomes().stream())
                .map(outcome -> outcome.issues())
                .filter(Objects::nonNull)
                .distinct()
                .map(
                        issue ->
                                new CounterPartView.Draft(
                                        opened.words().in(documents.name(dossier, issue)),
                                        "/desk/dossiers/" + dossier.id() + "/draft/" + issue))
                .toList();
    }
}
