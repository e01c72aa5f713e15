package vn.motcua.form.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import vn.motcua.form.AnswerLine;
import vn.motcua.form.Drafts;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.FeeLine;

/// The task list of a draft, its check page and its end.
@Controller
@RequestMapping({Addresses.DRAFT, Addresses.COUNTER})
class DraftController {
    private static final Duration NEAR = Duration.ofDays(7);

    private final Table table;
    private final Pages pages;
    private final Drafts drafts;
    private final Clock clock;

    DraftController(Table table, Pages pages, Drafts drafts, Clock clock) {
        this.table = table;
        this.pages = pages;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping
    String tasks(@PathVariable UUID id, NativeWebRequest request, Model model) {
        var open = table.open(id, Addresses.isDesk(request));
        var lines = new ArrayList<TaskListView.Line>();
        for (var questions : open.sections().values()) lines.add(line(open, questions));
        int done = (int) lines.stream().filter(l -> l.state() == TaskListView.State.DONE).count();
        var next = open.next(null);
        var draft = open.draft();
        model.addAttribute(
                "it",
                new TaskListView(
                        open.base(),
                        open.desk(),
                        draft.release().procedureCode(),
                        open.procedure(),
                        lines,
                        done,
                        next.map(open::at).orElse(null),
                        next.map(q -> q.question().title()).orElse(null),
                        HanoiTime.timeAndDate(draft.updatedAt()),
                        HanoiTime.date(HanoiTime.dateOf(draft.expiresAt()).minusDays(1)),
                        draft.expiresAt().isBefore(clock.instant().plus(NEAR)),
                        next.isEmpty() ? open.base() + "/check" : null));
        return "form/tasklist";
    }

    private TaskListView.Line line(OpenDraft open, List<CompiledQuestion> questions) {
        int undone = 0;
        boolean seen = false;
        @Nullable CompiledQuestion first = null;
        @Nullable CompiledQuestion bad = null;
        for (var q : questions) {
            if (open.isSeen(q)) seen = true;
            if (open.isDone(q)) continue;
            undone++;
            if (first == null) first = q;
            if (open.isSeen(q) && bad == null) bad = q;
        }
        var state =
                bad != null
                        ? TaskListView.State.ATTENTION
                        : undone == 0
                                ? TaskListView.State.DONE
                                : seen
                                        ? TaskListView.State.IN_PROGRESS
                                        : TaskListView.State.NOT_STARTED;
        var go = bad != null ? bad : first != null ? first : questions.getFirst();
        return new TaskListView.Line(
                questions.getFirst().section().title(),
                open.at(go),
                state,
                undone,
                bad == null ? null : trouble(open, bad));
    }

    private @Nullable String trouble(OpenDraft open, CompiledQuestion q) {
        var faults = open.form().validate(q.question(), open.answers(), open.context());
        return faults.isEmpty() ? null : pages.words(faults.getFirst());
    }

    @GetMapping("/check")
    String check(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String changed,
            NativeWebRequest request,
            Model model) {
        var open = table.open(id, Addresses.isDesk(request));
        var groups = new ArrayList<CheckView.Group>();
        for (var group : open.form().describe(open.answers(), open.context(), pages.locale()))
            groups.add(
                    new CheckView.Group(
                            group.section(),
                            group.title(),
                            group.lines().stream().map(l -> line(open, l)).toList()));
        var key = open.draft().id() + "/" + open.draft().version();
        model.addAttribute(
                "it",
                new CheckView(
                        open.base(),
                        open.desk(),
                        open.procedure(),
                        open.base() + "/submit",
                        UUID.nameUUIDFromBytes(
                                        key.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString(),
                        open.draft().version(),
                        changed != null,
                        open.sections().size() + 1,
                        groups,
                        fees(open),
                        table.agency(open).map(a -> a.name()).orElse(null),
                        troubles(open)));
        return "form/check";
    }

    private CheckView.Line line(OpenDraft open, AnswerLine l) {
        var q = open.form().compiledQuestion(l.question()).orElseThrow();
        var files = new ArrayList<Object>(l.files());
        return new CheckView.Line(
                l.label(),
                l.values(),
                pages.papers(files).stream().map(FieldView.Paper::name).toList(),
                open.at(q) + "?to=check",
                open.known(q).contains(l.path())
                        || open.form().field(l.path()).filter(f -> f.isCalculated()).isPresent());
    }

    /// What is wrong or was never looked at, each with the address of its question.
    private Map<String, String> troubles(OpenDraft open) {
        var troubles = new LinkedHashMap<String, String>();
        for (var q : open.asked()) {
            if (open.isDone(q)) continue;
            var words = trouble(open, q);
            troubles.put(
                    open.at(q) + "?to=check",
                    words == null
                            ? pages.message(
                                    "form.check.unseen", q.question().title().in(pages.locale()))
                            : words);
        }
        return troubles;
    }

    private List<CheckView.Fee> fees(OpenDraft open) {
        var fees = new ArrayList<CheckView.Fee>();
        for (var rule : open.release().record().channels()) {
            if (!rule.channel().name().equals(open.draft().channel())) continue;
            if (rule.caseCode() != null && !rule.caseCode().equals(open.draft().caseCode()))
                continue;
            for (var fee : rule.fees())
                if (fee.validOn(open.context().today()) && applies(open, fee)) fees.add(fee(fee));
        }
        return fees.stream().distinct().toList();
    }

    private static boolean applies(OpenDraft open, FeeLine fee) {
        return fee.when() == null
                || open.form().checks(fee.when()).isPresent()
                || open.form().holds(fee.when(), open.answers(), open.context());
    }

    private CheckView.Fee fee(FeeLine fee) {
        var amount =
                fee.free()
                        ? pages.message("form.check.free")
                        : fee.unknown() || fee.amount() == null
                                ? null
                                : fee.amount().formatted()
                                        + (fee.per() == null
                                                ? ""
                                                : " / " + fee.per().in(pages.locale()));
        return new CheckView.Fee(fee.name(), amount, fee.note());
    }

    @GetMapping("/discard")
    String reallyDiscard(@PathVariable UUID id, NativeWebRequest request, Model model) {
        var open = table.open(id, Addresses.isDesk(request));
        LocalText name = open.procedure();
        model.addAttribute(
                "it",
                new RemoveView(
                        open.base() + "/discard",
                        open.base(),
                        open.desk(),
                        name,
                        "form.discard",
                        name.in(pages.locale()),
                        ""));
        return "form/remove";
    }

    @PostMapping("/discard")
    String discard(@PathVariable UUID id, NativeWebRequest request) {
        boolean desk = Addresses.isDesk(request);
        var open = table.open(id, desk);
        drafts.discard(open.draft().id());
        return desk ? "redirect:/desk/counter" : "redirect:/dossiers";
    }
}
