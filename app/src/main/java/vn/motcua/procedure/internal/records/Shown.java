package vn.motcua.procedure.internal.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.Fold;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.Money;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ChannelRule;
import vn.motcua.procedure.Component;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.FeeLine;
import vn.motcua.procedure.Level;
import vn.motcua.procedure.ProcedureCase;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.ProcedureRecord.SupplementRule;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ResultType;
import vn.motcua.procedure.Term;

/// A published record in the shape the catalogue's pages know: a release without form and
/// process, that informs and cannot be filed.
final class Shown {
    private static final ReleaseFiles NO_FILES = ReleaseFiles.ofTexts(Map.of(), new FaultSink());
    private static final LocalDate LONG_AGO = LocalDate.of(1945, 9, 2);
    private static final int ANY_MINUTES = 15;

    private Shown() {}

    static Release release(Published record, String hash) {
        var shown = record(record);
        return new Release(shown.id(), shown, NO_FILES, hash);
    }

    private static ProcedureRecord record(Published record) {
        var name = record.name() == null ? LocalText.of(record.code()) : record.name();
        var field = record.field();
        var from = record.validFrom();
        return new ProcedureRecord(
                record.code(),
                1,
                record.agency(),
                from == null ? LONG_AGO : from,
                record.validTo(),
                name,
                record.summary() == null ? LocalText.of("") : record.summary(),
                record.keywords(),
                field == null || field.code() == null
                        ? new ProcedureRecord.Field(
                                "-", field == null ? LocalText.of("") : field.name())
                        : new ProcedureRecord.Field(field.code(), field.name()),
                List.of(),
                decision(record),
                record.kind() == null ? ProcedureRecord.Kind.STANDARD : record.kind(),
                record.levels().isEmpty() ? Set.of() : EnumSet.copyOf(record.levels()),
                record.promulgatingAgency(),
                new ProcedureRecord.Executing(
                        unitGroup(record),
                        record.executing() == null ? null : LocalText.of(record.executing())),
                Boolean.TRUE.equals(record.nonTerritorial()),
                record.subjects(),
                Subjects.names(record.subjects()),
                ANY_MINUTES,
                record.ways().stream().map(Shown::rule).toList(),
                cases(record),
                papers(record),
                record.notes(),
                record.steps().stream().map(Shown::step).toList(),
                record.results().stream()
                        .map(result -> new ResultType(result.code(), result.name(), null, null))
                        .toList(),
                record.requirements(),
                record.legalBasis().stream().map(Shown::basis).toList(),
                SupplementRule.DEFAULT,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                record.source() == null
                        ? null
                        : new ProcedureRecord.Source(record.source(), null, null),
                List.of());
    }

    private static ProcedureRecord.@Nullable Decision decision(Published record) {
        if (record.decisions().isEmpty()) return null;
        var last = Standing.ordered(record.decisions()).getLast();
        return new ProcedureRecord.Decision(last.number(), last.date(), last.agency());
    }

    private static ProcedureRecord.Step step(Published.Step step) {
        var text = step.text();
        return new ProcedureRecord.Step(step.name(), text == null ? LocalText.of("") : text);
    }

    private static ProcedureRecord.LegalBasis basis(Published.Named document) {
        return new ProcedureRecord.LegalBasis(
                document.code() == null ? "" : document.code(), document.name());
    }

    private static ChannelRule rule(Published.Way way) {
        Term term =
                way.unit() == null || way.quantity() == null
                        ? null
                        : new Term.Within(way.quantity(), way.unit(), null, way.term());
        var note = way.note();
        if (term == null && way.term() != null) note = LocalText.of(way.term());
        return new ChannelRule(
                way.channel(),
                way.caseCode(),
                term,
                ChannelRule.ClockStart.COMPLETE_DOSSIER,
                way.fees().stream().map(Shown::fee).toList(),
                note);
    }

    private static FeeLine fee(Published.Fee fee) {
        boolean free = Boolean.TRUE.equals(fee.free());
        var amount = free ? Money.ZERO : fee.amount() == null ? null : new Money(fee.amount());
        return new FeeLine(
                null,
                fee.kind(),
                amount,
                free,
                amount == null,
                fee.name(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<ProcedureCase> cases(Published record) {
        List<ProcedureCase> cases = new ArrayList<>();
        for (var one : record.cases()) {
            var code = one.code() == null ? "case-" + (cases.size() + 1) : one.code();
            cases.add(new ProcedureCase(code, one.name(), null));
        }
        return cases;
    }

    private static List<Component> papers(Published record) {
        List<Component> papers = new ArrayList<>();
        for (var paper : record.papers()) {
            int originals = paper.originals() == null ? 1 : paper.originals();
            int copies = paper.copies() == null ? 0 : paper.copies();
            papers.add(
                    new Component(
                            "paper-" + (papers.size() + 1),
                            paper.code(),
                            paper.name(),
                            Component.Handling.SUBMIT,
                            !Boolean.TRUE.equals(paper.optional()),
                            originals,
                            copies,
                            EnumSet.allOf(Channel.class),
                            paper.caseCode(),
                            null,
                            null,
                            paper.note()));
        }
        return papers;
    }

    /// The group of agencies whose counters take it in, read from the words of the source; the
    /// level decides where the words name no group we know.
    static String unitGroup(Published record) {
        var words = record.executing() == null ? "" : " " + Fold.fold(record.executing()) + " ";
        boolean commune = words.contains(" xa ") || words.contains(" phuong ");
        if (words.contains(" cong an ")) return commune ? "commune-police" : "provincial-police";
        if (words.contains(" so cong thuong ")) return "department-industry-trade";
        if (commune || words.isEmpty() && record.levels().equals(List.of(Level.COMMUNE))) {
            return "commune";
        }
        return "other";
    }
}
