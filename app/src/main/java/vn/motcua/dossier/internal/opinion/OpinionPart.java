package vn.motcua.dossier.internal.opinion;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.part.DeskPart;
import vn.motcua.dossier.internal.part.Opened;
import vn.motcua.kernel.HanoiTime;

/// Questions to others and their answers, beside the dossier.
@Component
class OpinionPart implements DeskPart<OpinionsView> {
    private final OpinionStore store;
    private final Opinions opinions;

    OpinionPart(OpinionStore store, Opinions opinions) {
        this.store = store;
        this.opinions = opinions;
    }

    @Override
    public Class<OpinionsView> type() {
        return OpinionsView.class;
    }

    @Override
    public @Nullable OpinionsView of(Opened opened) {
        var dossier = opened.dossier();
        if (dossier.beforeAcceptance()) return null;
        boolean mayAsk =
                opened.posts().actsOn(dossier)
                        && opened.work().stream()
                                .anyMatch(
                                        task -> Opinions.asks(task) && opened.posts().mayDo(task));
        var lines = store.of(dossier.id()).stream().map(opinion -> line(opinion, opened)).toList();
        return lines.isEmpty() && !mayAsk ? null : new OpinionsView(dossier.id(), mayAsk, lines);
    }

    private OpinionsView.Line line(Opinion opinion, Opened opened) {
        var words = opened.words();
        var reply = opinion.reply();
        var note = opinion.silenceNote();
        return new OpinionsView.Line(
                opinion.number(),
                words.in(opinions.name(opinion.askedAgency(), opinion.askedUnit())),
                opinion.question(),
                words.t(
                        "opinion.asked-by",
                        opinion.askedName().isEmpty()
                                ? words.t("opinion.by-process")
                                : opinion.askedName(),
                        HanoiTime.timeAndDate(opinion.asked())),
                HanoiTime.timeAndDate(opinion.due()),
                opinion.standing(),
                note == null ? null : words.in(note),
                opinion.silent() == null ? null : HanoiTime.timeAndDate(opinion.silent()),
                reply == null ? null : "opinion.answer." + reply.answer(),
                reply == null ? "" : reply.words(),
                reply == null
                        ? null
                        : words.t(
                                "opinion.answered-by",
                                reply.name(),
                                HanoiTime.timeAndDate(reply.at())),
                opinion.late(),
                reply == null || reply.file() == null
                        ? null
                        : "/desk/opinions/" + opinion.id() + "/reply",
                reply != null && opened.fresh(reply.at(), null));
    }
}
