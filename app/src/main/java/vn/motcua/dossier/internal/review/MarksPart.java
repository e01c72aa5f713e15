package vn.motcua.dossier.internal.review;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.part.DeskPart;
import vn.motcua.dossier.internal.part.Opened;
import vn.motcua.kernel.HanoiTime;

/// The findings on the dossier's page.
@Component
class MarksPart implements DeskPart<MarksView> {
    private final MarkStore marks;

    MarksPart(MarkStore marks) {
        this.marks = marks;
    }

    @Override
    public Class<MarksView> type() {
        return MarksView.class;
    }

    @Override
    public MarksView of(Opened opened) {
        var current = marks.current(opened.dossier().id());
        var papers = new HashMap<String, MarksView.Shown>();
        var answers = new HashMap<String, MarksView.Shown>();
        if (current.isEmpty()) return new MarksView(papers, answers, 0);
        Map<String, MarkKind> kinds = new HashMap<>();
        marks.kinds().forEach(kind -> kinds.put(kind.code(), kind));
        int wants = 0;
        for (var mark : current) {
            var kind = mark.kind() == null ? null : kinds.get(mark.kind());
            if (kind == null) continue;
            if (!kind.good()) wants++;
            var shown =
                    new MarksView.Shown(
                            opened.words().in(kind.name()),
                            kind.good(),
                            mark.comment(),
                            mark.name() + ", " + HanoiTime.timeAndDate(mark.at()),
                            opened.fresh(mark.at(), mark.by()));
            (mark.part().subject() == Subject.PAPER ? papers : answers)
                    .put(mark.part().id(), shown);
        }
        return new MarksView(papers, answers, wants);
    }
}
