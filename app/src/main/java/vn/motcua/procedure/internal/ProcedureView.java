package vn.motcua.procedure.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ChannelRule;
import vn.motcua.procedure.Component;
import vn.motcua.procedure.LifeEvent;
import vn.motcua.procedure.OnlineReach;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.UsualTime.Usual;

/// A procedure as its start page tells it.
///
/// @param bring papers the person hands in or shows in every case
/// @param held papers the State's own data take the place of
/// @param ofCases further papers by case
/// @param effectiveFrom null where nothing has been released
/// @param published what decisions and other agencies say of it
/// @param moment null for the page of today
/// @param reach how far it goes online in fact
public record ProcedureView(
        ProcedureRecord record,
        @Nullable LifeEvent event,
        CardView card,
        boolean fileable,
        @Nullable UsualView usual,
        List<Component> bring,
        List<Component> held,
        List<CaseView> ofCases,
        List<WayView> ways,
        @Nullable String effectiveFrom,
        @Nullable String decided,
        @Nullable String read,
        CounterView counter,
        PublishedView published,
        @Nullable Moment moment,
        OnlineReach reach) {

    /// The page of another day, or of one agency.
    public record Moment(String day, @Nullable String agency) {}

    public record UsualView(Phrase half, Phrase more, Phrase nineInTen) {}

    public record CaseView(LocalText name, List<Component> papers) {}

    /// @param caseName the case this way is for, null for all
    public record WayView(
            String key,
            @Nullable LocalText caseName,
            TermView term,
            List<FeeView> fees,
            @Nullable LocalText note) {}

    static ProcedureView of(
            Release release,
            LocalDate today,
            Optional<Usual> usual,
            CounterView counter,
            PublishedView published,
            @Nullable Moment moment) {
        var record = release.record();
        var general =
                record.components().stream()
                        .filter(paper -> paper.caseCode() == null && !isTheForm(paper))
                        .toList();
        var decision = record.decision();
        var source = record.source();
        var decisionDate = decision == null ? null : decision.date();
        var read = source == null ? null : source.read();
        return new ProcedureView(
                record,
                record.lifeEvents().isEmpty() ? null : record.lifeEvents().getFirst(),
                CardView.of(release, today, usual),
                release.fileable() && moment == null,
                usual.map(ProcedureView::usual).orElse(null),
                general.stream().filter(paper -> !held(paper)).toList(),
                general.stream().filter(ProcedureView::held).toList(),
                cases(record),
                record.channels().stream().map(rule -> way(record, rule, today)).toList(),
                release.files().has(ReleaseFiles.PROCEDURE)
                        ? HanoiTime.date(record.effectiveFrom())
                        : null,
                decisionDate == null ? null : HanoiTime.date(decisionDate),
                read == null ? null : HanoiTime.date(read),
                counter,
                published,
                moment,
                OnlineReach.of(release));
    }

    /// The questions answered here are the form; nobody brings it along.
    private static boolean isTheForm(Component paper) {
        var replaced = paper.replacedBy();
        return replaced != null && replaced.register().equals("form");
    }

    /// Papers nobody has to hand in as long as a register answers.
    private static boolean held(Component paper) {
        return paper.replacedBy() != null
                && (!paper.required() || paper.handling() == Component.Handling.PRESENT);
    }

    private static List<CaseView> cases(ProcedureRecord record) {
        List<CaseView> cases = new ArrayList<>();
        for (var one : record.cases()) {
            var papers =
                    record.components().stream()
                            .filter(paper -> one.code().equals(paper.caseCode()))
                            .toList();
            if (!papers.isEmpty()) cases.add(new CaseView(one.name(), papers));
        }
        return cases;
    }

    private static WayView way(ProcedureRecord record, ChannelRule rule, LocalDate today) {
        var caseName =
                record.cases().stream()
                        .filter(one -> one.code().equals(rule.caseCode()))
                        .map(one -> one.name())
                        .findFirst()
                        .orElse(null);
        return new WayView(
                "procedure.channel." + word(rule.channel()),
                caseName,
                TermView.of(rule.term()),
                rule.fees().stream().filter(line -> line.validOn(today)).map(FeeView::of).toList(),
                rule.note());
    }

    static String word(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    private static UsualView usual(Usual usual) {
        return new UsualView(
                CardView.usual(usual),
                Phrase.of("procedure.usual.more", usual.dossiers(), usual.days()),
                CardView.time(usual.nineInTen()));
    }

    public boolean hasRemarks() {
        return Stream.of(record.openQuestions(), record.assumptions())
                .anyMatch(remarks -> !remarks.isEmpty());
    }
}
