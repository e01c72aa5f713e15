package vn.motcua.dossier.internal.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.part.DeskPart;
import vn.motcua.dossier.internal.part.Opened;
import vn.motcua.dossier.internal.processing.Right;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.register.Asked;
import vn.motcua.register.Register;
import vn.motcua.register.Registers;

/// Questions to registers, on the officers' page of a dossier.
@Component
class QueryPart implements DeskPart<QueriesView> {
    private final Registers registers;
    private final ValueWords values;
    private final Rules rules;

    QueryPart(Registers registers, ValueWords values, Rules rules) {
        this.registers = registers;
        this.values = values;
        this.rules = rules;
    }

    @Override
    public Class<QueriesView> type() {
        return QueriesView.class;
    }

    @Override
    public @Nullable QueriesView of(Opened opened) {
        var dossier = opened.dossier();
        if (dossier.beforeAcceptance()) return null;
        var lines = registers.of(dossier.id()).stream().map(asked -> line(asked, opened)).toList();
        return lines.isEmpty()
                ? null
                : new QueriesView(dossier.id(), dossier.version(), lines.reversed());
    }

    private QueriesView.Line line(Asked asked, Opened opened) {
        var question = asked.question();
        var register = registers.find(question.register());
        var name = register.map(Register::name).orElse(LocalText.of(question.register()));
        var words = opened.words();
        boolean again = mayAskAgain(asked, opened);
        return new QueriesView.Line(
                asked.id(),
                name,
                register.map(Register::owner).orElse(LocalText.of("")),
                "register.standing." + standing(asked),
                tone(asked),
                words.t(
                        "register.asked-at",
                        HanoiTime.timeAndDate(asked.at()),
                        asked.answered() == null
                                ? words.t("register.no-answer-yet")
                                : words.t(
                                        "register.answered-at",
                                        HanoiTime.timeAndDate(asked.answered()))),
                register.map(found -> words.in(found.basis())).orElse(""),
                sentence(asked, again, opened),
                register.filter(_ -> asked.answeredAtAll())
                        .map(found -> rows(asked, found, opened))
                        .orElse(List.of()),
                again);
    }

    private static String standing(Asked asked) {
        return asked.differences().isEmpty() ? asked.state().name() : "DIFFERS";
    }

    private static String tone(Asked asked) {
        return switch (asked.state()) {
            case FOUND -> asked.differences().isEmpty() ? "mc-teal" : "mc-gold";
            case NOT_FOUND -> "mc-gold";
            case WAITING -> "mc-cham";
            case FAILED -> "mc-son";
            case DROPPED -> "";
        };
    }

    private static @Nullable String sentence(Asked asked, boolean again, Opened opened) {
        var words = opened.words();
        var trouble = asked.trouble();
        return switch (asked.state()) {
            case FOUND -> null;
            case NOT_FOUND -> words.t("register.sentence.not-found");
            case DROPPED -> words.t("register.sentence.dropped");
            case FAILED, WAITING -> {
                if (trouble == null) yield words.t("register.sentence.waiting");
                var what = words.t("register.trouble." + trouble);
                boolean fell = asked.state() == Asked.State.FAILED || again;
                yield what
                        + " "
                        + words.t(fell ? "register.sentence.yours" : "register.sentence.later");
            }
        };
    }

    private boolean mayAskAgain(Asked asked, Opened opened) {
        boolean open = asked.state() == Asked.State.FAILED || asked.state() == Asked.State.WAITING;
        if (!open || !registers.connected(asked.question().register())) return false;
        var process = rules.process(opened.dossier());
        return opened.posts().actsOn(opened.dossier())
                && opened.work().stream()
                        .filter(task -> task.open() && !task.suspended())
                        .filter(task -> task.token().equals(asked.question().token()))
                        .anyMatch(
                                task ->
                                        Right.to(
                                                        task,
                                                        opened.posts(),
                                                        opened.account(),
                                                        opened.work(),
                                                        process)
                                                .granted());
    }

    private List<QueriesView.Row> rows(Asked asked, Register register, Opened opened) {
        var rows = new ArrayList<QueriesView.Row>();
        var differences = asked.differences();
        for (var item : register.answers()) {
            var declared = asked.question().declared().get(item.id());
            var answer = asked.answer().get(item.id());
            if (declared == null && answer == null) continue;
            rows.add(
                    new QueriesView.Row(
                            item.label(),
                            declared == null ? null : values.of(item, declared, opened),
                            answer == null ? null : values.of(item, answer, opened),
                            declared != null && answer != null,
                            differences.contains(item.id())));
        }
        return rows;
    }
}
