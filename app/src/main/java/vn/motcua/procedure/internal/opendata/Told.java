package vn.motcua.procedure.internal.opendata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.ChannelRule;
import vn.motcua.procedure.Component;
import vn.motcua.procedure.FeeLine;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.internal.records.Published;
import vn.motcua.procedure.internal.records.Published.Act;
import vn.motcua.procedure.internal.records.Published.Decision;
import vn.motcua.procedure.internal.records.Published.Fee;
import vn.motcua.procedure.internal.records.Published.Named;
import vn.motcua.procedure.internal.records.Published.Paper;
import vn.motcua.procedure.internal.records.Published.Step;
import vn.motcua.procedure.internal.records.Published.Way;

/// A release as a published record: what everybody may know of it.
final class Told {
    private Told() {}

    /// @param known what was published beside the release; null where nothing was
    static Published of(ProcedureRecord record, @Nullable Published known) {
        var source = record.source();
        return new Published(
                record.code(),
                record.agency(),
                record.name(),
                record.summary(),
                record.keywords(),
                record.kind(),
                new Named(record.field().code(), record.field().name()),
                List.copyOf(record.levels()),
                record.promulgatingAgency(),
                record.executing().basis() == null ? null : record.executing().basis().vi(),
                record.nonTerritorial() ? true : null,
                null,
                record.subjects(),
                known == null ? null : known.declared(),
                record.channels().stream().map(Told::way).toList(),
                record.cases().stream().map(one -> new Named(one.code(), one.name())).toList(),
                record.components().stream().map(Told::paper).toList(),
                record.notes(),
                record.steps().stream().map(step -> new Step(step.name(), step.text())).toList(),
                record.results().stream()
                        .map(result -> new Named(result.code(), result.name()))
                        .toList(),
                record.requirements(),
                record.legalBasis().stream()
                        .map(basis -> new Named(basis.code(), basis.name()))
                        .toList(),
                known == null ? List.of() : known.related(),
                known == null ? List.of() : known.localCodes(),
                decisions(record, known),
                record.effectiveFrom(),
                record.effectiveTo(),
                source == null ? null : source.name());
    }

    private static List<Decision> decisions(ProcedureRecord record, @Nullable Published known) {
        List<Decision> all = new ArrayList<>(known == null ? List.of() : known.decisions());
        var own = record.decision();
        if (own == null || own.number() == null && own.date() == null) return all;
        if (all.stream().noneMatch(one -> String.valueOf(one.number()).equals(own.number()))) {
            all.add(
                    new Decision(
                            Act.ANNOUNCE,
                            own.number(),
                            own.date(),
                            null,
                            own.agency(),
                            null,
                            null));
        }
        return all;
    }

    private static Way way(ChannelRule rule) {
        var term = rule.term();
        var within = term instanceof Term.Within told ? told : null;
        return new Way(
                rule.channel(),
                null,
                rule.caseCode(),
                within == null ? null : within.quantity(),
                within == null ? null : within.unit(),
                term == null ? null : term.publishedText(),
                rule.fees().stream().map(Told::fee).toList(),
                rule.note());
    }

    private static Fee fee(FeeLine line) {
        var amount = line.amount();
        return new Fee(
                line.kind(),
                line.free() || amount == null ? null : Long.valueOf(amount.dong()),
                line.free() ? true : null,
                words(line));
    }

    /// What the amount is for, with the words that explain it.
    private static LocalText words(FeeLine line) {
        var note = line.note();
        if (note == null) return line.name();
        return new LocalText(
                line.name().vi() + ": " + note.vi(), line.name().en() + ": " + note.en());
    }

    private static Paper paper(Component paper) {
        return new Paper(
                paper.code(),
                paper.name(),
                paper.originals(),
                paper.copies(),
                paper.required() ? null : true,
                paper.caseCode(),
                paper.note());
    }
}
