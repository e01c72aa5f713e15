package vn.motcua.dossier.internal.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;

/// Saves findings and says what they ask of the person. Several officers may find at once: only
/// where two found differently about the same part does the second have to choose.
@Service
public class Reviews {
    private final Permissions permissions;
    private final MarkStore marks;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    Reviews(Permissions permissions, MarkStore marks, Journal journal, Asking asking, Clock clock) {
        this.permissions = permissions;
        this.marks = marks;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// What came of saving.
    ///
    /// @param changed how many parts have a new finding; 0 when nothing was saved
    /// @param theirs what colleagues found meanwhile about parts the officer changed too;
    /// nothing was saved unless it is empty
    record Saved(int changed, List<Mark> theirs) {}

    /// @param seen the last finding the officer had before them
    /// @param typed what the page says of each part now
    @Transactional
    Saved save(UUID id, long seen, Map<Mark.Part, Finding> typed) {
        var dossier = permissions.beside(id);
        if (dossier.state().isFinal())
            throw new ProblemException(DossierProblem.NOT_ALLOWED_NOW, dossier.code().value());
        var kinds = marks.kinds();
        var before = byPart(marks.until(id, seen));
        var now = byPart(marks.current(id));
        var mine = new LinkedHashMap<Mark.Part, Finding>();
        typed.forEach(
                (part, finding) -> {
                    if (allowed(kinds, part, finding) && !finding.equals(found(before, part)))
                        mine.put(part, finding);
                });
        var theirs = new ArrayList<Mark>();
        for (var part : Set.copyOf(mine.keySet())) {
            var standing = now.get(part);
            if (standing == null || standing.seq() <= seen) continue;
            if (standing.finding().equals(mine.get(part))) mine.remove(part);
            else theirs.add(standing);
        }
        if (!theirs.isEmpty() || mine.isEmpty()) return new Saved(0, theirs);
        keep(dossier, mine);
        return new Saved(mine.size(), List.of());
    }

    private void keep(Dossier dossier, Map<Mark.Part, Finding> mine) {
        var by = asking.current();
        var at = clock.instant();
        var account = Objects.requireNonNull(by.account());
        var author = new MarkStore.Author(account, by.name(), at);
        marks.add(dossier.id(), Ids.next(clock), mine, author);
        journal.append(Facts.of("marked", dossier, by, at, Map.of("marks", mine.size())));
    }

    private static boolean allowed(List<MarkKind> kinds, Mark.Part part, Finding finding) {
        return finding.kind() == null
                || kinds.stream()
                        .anyMatch(
                                kind ->
                                        kind.code().equals(finding.kind())
                                                && kind.fits(part.subject()));
    }

    private static Finding found(Map<Mark.Part, Mark> marks, Mark.Part part) {
        var mark = marks.get(part);
        return mark == null ? Finding.NONE : mark.finding();
    }

    private static Map<Mark.Part, Mark> byPart(List<Mark> list) {
        return list.stream().collect(Collectors.toMap(Mark::part, mark -> mark));
    }

    /// What the standing findings ask of the person.
    ///
    /// @param papers wish for each component
    /// @param answers wish for each answer field
    public record Wanted(Map<String, String> papers, Map<String, String> answers) {
        public boolean isEmpty() {
            return papers.isEmpty() && answers.isEmpty();
        }
    }

    /// Findings from before the last answer to a request have been asked already.
    @Transactional(readOnly = true)
    public Wanted wanted(UUID dossier, List<Supplement> requests) {
        var kinds = new HashMap<String, MarkKind>();
        marks.kinds().forEach(kind -> kinds.put(kind.code(), kind));
        var answered =
                requests.stream()
                        .map(Supplement::answered)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        var papers = new LinkedHashMap<String, String>();
        var answers = new LinkedHashMap<String, String>();
        for (var mark : marks.current(dossier)) {
            var kind = mark.kind() == null ? null : kinds.get(mark.kind());
            if (kind == null || kind.good()) continue;
            if (answered != null && !mark.at().isAfter(answered)) continue;
            var wish =
                    mark.comment().isBlank()
                            ? kind.wanted()
                            : kind.wanted() + ": " + mark.comment();
            (mark.part().subject() == Subject.PAPER ? papers : answers).put(mark.part().id(), wish);
        }
        return new Wanted(papers, answers);
    }
}
