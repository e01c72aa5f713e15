package vn.motcua.dossier.internal.desk;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.model.PaperCheck;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Words;

/// What the receptionist found of a paper, in words, behind the note.
final class CheckWords {
    private CheckWords() {}

    static @Nullable String note(Paper paper, Words words) {
        var check = paper.check();
        if (check == null) return paper.note();
        var found = new ArrayList<String>();
        if (check.source() == PaperCheck.Source.REUSED && check.replacing() != null)
            found.add(words.t("counter.check.reused", check.replacing()));
        if (check.source() == PaperCheck.Source.DATA) found.add(words.t("counter.check.data"));
        if (check.original()) found.add(words.t("counter.check.original"));
        if (check.complete() && check.legible()) found.add(words.t("counter.check.scanned"));
        if (check.bothSides()) found.add(words.t("counter.check.sides"));
        if (found.isEmpty() || check.by() == null || check.at() == null) return paper.note();
        var told =
                words.t(
                        "counter.check.by",
                        check.by(),
                        String.join(", ", found),
                        HanoiTime.timeAndDate(check.at()));
        return paper.note() == null ? told : paper.note() + ". " + told;
    }
}
