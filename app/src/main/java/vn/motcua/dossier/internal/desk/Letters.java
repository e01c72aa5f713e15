package vn.motcua.dossier.internal.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.LateReasons;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.processing.Terms;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.procedure.ProcedureRecord.Reason;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.Deadlines;

/// What the person will read, shown to the officer before it goes out. In Vietnamese, as the
/// slips are.
@Component
class Letters {
    private final Rules rules;
    private final Terms terms;
    private final Calendars calendars;
    private final MessageSource messages;

    Letters(Rules rules, Terms terms, Calendars calendars, MessageSource messages) {
        this.rules = rules;
        this.terms = terms;
        this.calendars = calendars;
        this.messages = messages;
    }

    /// Null for acts that send no letter.
    ActView.@Nullable Letter of(ActKind kind, Dossier dossier, Typed typed, Instant now) {
        var words = new DeskWords(messages, DeskWords.VIETNAMESE);
        var lines = new ArrayList<String>();
        lines.add(
                words.t(
                        "desk.letter.subject",
                        dossier.people().filerName(),
                        rules.record(dossier).name().vi(),
                        dossier.code().value()));
        var slip =
                switch (kind) {
                    case ACCEPT -> receipt(dossier, words, lines, now);
                    case SUPPLEMENT -> supplement(dossier, typed, words, lines, now);
                    case REFUSE -> refusal(dossier, typed, words, lines);
                    case EXTEND -> apology(dossier, typed, words, lines);
                    case STOP, GRANT_WITHDRAWAL -> stop(typed, words, lines);
                    case DECLINE_WITHDRAWAL -> declined(typed, words, lines);
                    case RECEIVE_SUPPLEMENT, CLAIM, STEP, PAUSE, RESUME, RECALL -> null;
                };
        if (slip == null) return null;
        var digest = Integer.toHexString((slip + "\n" + String.join("\n", lines)).hashCode());
        return new ActView.Letter(words.t(slip), lines, digest);
    }

    /// What the components of this dossier are called on its papers.
    Map<String, String> componentNames(Dossier dossier) {
        var names = new LinkedHashMap<String, String>();
        rules.record(dossier).components().forEach(c -> names.put(c.id(), c.name().vi()));
        return names;
    }

    private String receipt(Dossier dossier, DeskWords words, List<String> lines, Instant now) {
        var names = componentNames(dossier);
        for (var paper : dossier.papers())
            lines.add(
                    words.t(
                            "desk.letter.paper",
                            names.getOrDefault(paper.component(), paper.component()),
                            words.t("desk.form." + paper.form(), paper.quantity())));
        var limit = terms.limit(dossier, now);
        if (limit != null && !terms.startsByPayment(dossier)) {
            var due = Deadlines.due(limit, now, calendars.of(dossier.agency()));
            lines.add(words.t("desk.letter.due", HanoiTime.timeAndDate(due)));
        }
        return "dossier.slip.RECEIPT";
    }

    private String supplement(
            Dossier dossier, Typed typed, DeskWords words, List<String> lines, Instant now) {
        int number = 0;
        for (var item : typed.items(componentNames(dossier)))
            lines.add(++number + ". " + item.text());
        var record = rules.record(dossier);
        reason(record.supplementReasons(), typed, words, lines);
        lines.add(typed.words());
        var by = HanoiTime.dateOf(now).plusDays(record.supplement().answerWithinDays());
        lines.add(words.t("desk.letter.answer-by", HanoiTime.date(by)));
        return "dossier.slip.SUPPLEMENT";
    }

    private String refusal(Dossier dossier, Typed typed, DeskWords words, List<String> lines) {
        reason(rules.record(dossier).refusalReasons(), typed, words, lines);
        lines.add(typed.words());
        return "dossier.slip.REFUSAL";
    }

    private static void reason(
            List<Reason> listed, Typed typed, DeskWords words, List<String> lines) {
        listed.stream()
                .filter(reason -> reason.id().equals(typed.reason()))
                .forEach(
                        reason ->
                                lines.add(
                                        reason.basis() == null || reason.basis().isBlank()
                                                ? words.t("desk.letter.reason", reason.text().vi())
                                                : words.t(
                                                        "desk.letter.reason-basis",
                                                        reason.text().vi(),
                                                        reason.basis())));
    }

    private static String apology(
            Dossier dossier, Typed typed, DeskWords words, List<String> lines) {
        var due = dossier.moments().due();
        var next = typed.moment();
        if (due != null && next.isPresent())
            lines.add(
                    words.t(
                            "desk.letter.apology",
                            HanoiTime.timeAndDate(due),
                            HanoiTime.timeAndDate(next.get())));
        var listed =
                LateReasons.find(typed.reason())
                        .map(reason -> reason.text().vi() + ". ")
                        .orElse("");
        lines.add(words.t("desk.letter.reason", listed + typed.words()));
        return "dossier.slip.APOLOGY";
    }

    private static String stop(Typed typed, DeskWords words, List<String> lines) {
        lines.add(words.t("desk.letter.stop", typed.words()));
        lines.add(words.t("desk.letter.papers-back"));
        return "dossier.slip.STOP";
    }

    private static String declined(Typed typed, DeskWords words, List<String> lines) {
        lines.add(words.t("desk.letter.declined", typed.words()));
        return "desk.letter.declined.title";
    }
}
