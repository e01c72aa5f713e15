package vn.motcua.dossier.internal.assignment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.assignment.AbsenceView.Person;
import vn.motcua.dossier.internal.assignment.AbsenceView.Typed;
import vn.motcua.dossier.internal.desk.DeskWords;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;

/// Leave, delegation, and handing over what is in hand.
@Controller
class AbsenceController {
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final Map<String, String> DONE =
            Map.of(
                    "announced", "desk-work.absence.done.announced",
                    "ended", "desk-work.absence.done.ended",
                    "taken", "stand-in.taken",
                    "taken-some", "stand-in.taken-some");

    private final Leave leave;
    private final HandOver handOver;
    private final KeptWork kept;
    private final Rules rules;
    private final MessageSource messages;

    AbsenceController(
            Leave leave, HandOver handOver, KeptWork kept, Rules rules, MessageSource messages) {
        this.leave = leave;
        this.handOver = handOver;
        this.kept = kept;
        this.rules = rules;
        this.messages = messages;
    }

    @GetMapping("/desk/absence")
    String show(@RequestParam(required = false) @Nullable String done, Model model) {
        var notice = done == null ? null : DONE.get(done);
        model.addAttribute("it", view(Typed.nothing(), Map.of(), notice));
        return "dossier/desk/absence";
    }

    @PostMapping("/desk/absence")
    String announce(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean permanent,
            @RequestParam(defaultValue = "") String delegate,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var typed = new Typed(person, from.strip(), to.strip(), permanent, delegate);
        var words = new DeskWords(messages, locale);
        var errors = new LinkedHashMap<String, String>();
        var first = date(typed.from());
        var last = permanent ? null : date(typed.to());
        if (first == null) errors.put("from", words.t("desk-work.absence.fault.from"));
        if (last == null && !permanent) errors.put("to", words.t("desk-work.absence.fault.to"));
        if (errors.isEmpty() && first != null) {
            try {
                var _ = leave.announce(new Leave.Plan(id(person), first, last, who(delegate)));
                return "redirect:/desk/absence?done=announced";
            } catch (ProblemException refused) {
                errors.put(field(refused), words.detail(refused));
            }
        }
        response.setStatus(422);
        model.addAttribute("it", view(typed, errors, null));
        return "dossier/desk/absence";
    }

    private static String field(ProblemException refused) {
        if (!(refused.problem() instanceof DossierProblem problem)) throw refused;
        return switch (problem) {
            case ABSENCE_DATES, ABSENCE_OVERLAPS -> "from";
            case ABSENCE_DELEGATE, ABSENCE_DELEGATE_AWAY, ABSENCE_TO_SELF -> "delegate";
            default -> throw refused;
        };
    }

    /// Work that was in other hands while somebody was away.
    @PostMapping("/desk/absence/take-back")
    String takeBack(@RequestParam(defaultValue = "") List<String> row) {
        int left = kept.takeBack(seen(row));
        return "redirect:/desk/absence?done=" + (left == 0 ? "taken" : "taken-some");
    }

    private static List<HandOver.Seen> seen(List<String> rows) {
        var seen = new ArrayList<HandOver.Seen>();
        for (var text : rows) {
            var parts = text.split("_", 3);
            if (parts.length == 3)
                seen.add(new HandOver.Seen(id(parts[0]), id(parts[1]), version(parts[2])));
        }
        return seen;
    }

    @PostMapping("/desk/absence/{id}/end")
    String end(@PathVariable UUID id) {
        leave.end(id);
        return "redirect:/desk/absence?done=ended";
    }

    @GetMapping("/desk/absence/hand-over/{person}")
    String preview(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            Model model) {
        model.addAttribute("it", view(handOver.preview(person, who(to)), locale));
        return "dossier/desk/hand-over";
    }

    /// @param row each as dossier, piece of work and version, as they were read
    @PostMapping("/desk/absence/hand-over/{person}")
    String handOver(
            @PathVariable UUID person,
            @RequestParam String to,
            @RequestParam(defaultValue = "") List<String> row,
            Locale locale,
            Model model) {
        model.addAttribute("it", view(handOver.run(person, id(to), seen(row)), locale));
        return "dossier/desk/hand-over";
    }

    private AbsenceView view(Typed typed, Map<String, String> errors, @Nullable String notice) {
        var all = leave.overview();
        return new AbsenceView(
                all.self(),
                all.head(),
                all.absences().stream().map(absence -> line(absence, all)).toList(),
                persons(all.people()),
                persons(all.spoken()),
                typed,
                errors,
                notice,
                kept.mine().stream().map(this::kept).toList());
    }

    private AbsenceView.Kept kept(KeptWork.Piece piece) {
        var task = piece.task();
        var dossier = piece.dossier();
        return new AbsenceView.Kept(
                dossier.id(),
                dossier.code().value(),
                rules.process(dossier)
                        .find(task.stepId())
                        .map(step -> step.name())
                        .orElseGet(() -> rules.record(dossier).name()),
                task.claimedName() == null ? "" : task.claimedName(),
                dossier.id() + "_" + task.id() + "_" + dossier.version());
    }

    private static List<Person> persons(List<Leave.Member> members) {
        return members.stream().map(one -> new Person(one.account(), one.name())).toList();
    }

    private static AbsenceView.Line line(Absence absence, Leave.Overview all) {
        boolean ends =
                absence.person().equals(all.self())
                        || all.spoken().stream()
                                .anyMatch(one -> one.account().equals(absence.person()));
        boolean speaks = all.head() || absence.person().equals(all.self());
        return new AbsenceView.Line(
                absence.id(),
                absence.person(),
                absence.personName(),
                absence.delegate(),
                absence.delegateName(),
                HanoiTime.date(absence.from()),
                absence.permanent() ? null : HanoiTime.date(absence.to()),
                absence.covers(all.today()),
                ends,
                speaks);
    }

    private HandOverView view(HandOver.Outlook outlook, Locale locale) {
        var words = new DeskWords(messages, locale);
        var rows = outlook.rows().stream().map(row -> row(row, words)).toList();
        var to = outlook.to();
        return new HandOverView(
                outlook.person().account(),
                outlook.person().name(),
                to == null ? "" : to.account().toString(),
                to == null ? "" : to.name(),
                outlook.others().stream()
                        .map(one -> new Person(one.account(), one.name()))
                        .toList(),
                rows,
                rows.stream().filter(row -> row.why() == null).count(),
                outlook.done());
    }

    private HandOverView.Row row(HandOver.Row row, DeskWords words) {
        var task = row.task();
        var step =
                rules.process(row.dossier())
                        .find(task.stepId())
                        .map(found -> words.in(found.name()))
                        .orElseGet(() -> words.t("desk.kind." + task.kind()));
        return new HandOverView.Row(
                row.dossier().id(),
                task.id(),
                row.version(),
                row.dossier().code().value(),
                step,
                row.gone() ? "" : row.dossier().people().ownerName(),
                task.due() == null ? null : HanoiTime.timeAndDate(task.due()),
                row.gone()
                        ? "stand-in.gone"
                        : row.why() == null ? null : "problem." + row.why().code() + ".title");
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text, TYPED);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable UUID who(String text) {
        return text.isEmpty() ? null : id(text);
    }

    private static int version(String text) {
        if (!text.matches("[0-9]{1,9}")) throw new ProblemException(DossierProblem.NOT_FOUND);
        return Integer.parseInt(text);
    }

    /// @throws ProblemException for what is no identifier
    static UUID id(String text) {
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
            throw new ProblemException(DossierProblem.NOT_FOUND);
        return UUID.fromString(text);
    }
}
