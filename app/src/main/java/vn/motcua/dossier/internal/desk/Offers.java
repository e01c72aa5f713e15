package vn.motcua.dossier.internal.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.kernel.LocalText;

/// What the one who asks may do with one piece of work: exactly what the page of the dossier
/// offers, for lists on which many are done at once.
@Service
public class Offers {
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final PaperStore papers;
    private final DeskDossierReader reader;
    private final ActForms forms;

    Offers(
            DossierStore dossiers,
            TaskStore tasks,
            PaperStore papers,
            DeskDossierReader reader,
            ActForms forms) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.papers = papers;
        this.reader = reader;
        this.forms = forms;
    }

    /// @param version of the dossier now
    /// @param task null when the piece of work is no longer open
    /// @param claimable whether it can be taken to one's own name
    /// @param ways the outcomes on offer; empty for work that is somebody else's or cannot be
    /// done now
    /// @param slip the newest slip of the dossier; null when none was issued
    public record Offer(
            int version,
            String owner,
            @Nullable Task task,
            boolean claimable,
            List<Way> ways,
            @Nullable UUID slip,
            @Nullable String slipKind) {}

    public record Way(String outcome, LocalText name, boolean negative) {}

    /// Null for a dossier out of sight.
    @Transactional(readOnly = true)
    public @Nullable Offer of(UUID dossier, UUID piece) {
        var found = dossiers.find(dossier).orElse(null);
        if (found == null) return null;
        var work = tasks.of(dossier);
        var slips = papers.slips(dossier);
        var slip = slips.isEmpty() ? null : slips.getLast();
        var task =
                work.stream()
                        .filter(each -> each.open() && each.id().equals(piece))
                        .findFirst()
                        .orElse(null);
        var choices =
                task == null
                        ? List.<Choices.Choice>of()
                        : reader.choices(found, work).all().stream()
                                .filter(choice -> task.token().equals(choice.token()))
                                .toList();
        return new Offer(
                found.version(),
                found.people().ownerName(),
                task,
                choices.stream().anyMatch(choice -> choice.kind() == ActKind.CLAIM),
                choices.stream()
                        .filter(choice -> choice.kind() == ActKind.STEP)
                        .map(
                                choice ->
                                        new Way(
                                                Objects.requireNonNull(choice.outcome()),
                                                Objects.requireNonNull(choice.step()),
                                                choice.negative()))
                        .toList(),
                slip == null ? null : slip.id(),
                slip == null ? null : slip.kind());
    }

    /// What an outcome needs besides being chosen.
    ///
    /// @param typing whether something has to be typed or checked that only the dossier's own
    /// page asks
    /// @param late whether it completes a dossier that is late, so that it has to be said why
    public record Needs(boolean typing, boolean late) {}

    @Transactional(readOnly = true)
    public Needs needs(
            UUID dossier, String token, String outcome, @Nullable String note, Locale locale) {
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("token", token);
        sent.add("outcome", outcome);
        sent.add("words", note == null ? "" : note);
        var faults =
                new HashSet<>(
                        forms.faults(dossier, ActKind.STEP, Typed.read(sent), locale).keySet());
        boolean late = faults.remove("reason");
        faults.remove("lateWords");
        return new Needs(!faults.isEmpty(), late);
    }
}
