package vn.motcua.form.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import vn.motcua.form.AnswerFault;
import vn.motcua.form.Answers;
import vn.motcua.form.FormProblem;
import vn.motcua.form.Places;
import vn.motcua.kernel.ProblemException;

/// The entries of a repeat, one a page: add, change, remove.
@Controller
@RequestMapping({
    Addresses.DRAFT + "/q/{question}/{field}",
    Addresses.COUNTER + "/q/{question}/{field}"
})
class ItemController {
    private final Table table;
    private final Pages pages;

    ItemController(Table table, Pages pages) {
        this.table = table;
        this.pages = pages;
    }

    private RepeatPlace place(UUID id, String question, String field, NativeWebRequest request) {
        return RepeatPlace.of(table, id, question, field, Addresses.isDesk(request));
    }

    @GetMapping({"/new", "/{number:\\d{1,4}}"})
    String ask(
            @PathVariable UUID id,
            @PathVariable String question,
            @PathVariable String field,
            @PathVariable(required = false) @Nullable Integer number,
            NativeWebRequest request,
            Model model) {
        var p = place(id, question, field, request);
        var item = p.item(number);
        var typed = Typed.of(p.repeat().parts(), item, prefix(p, number), p.open().context());
        model.addAttribute("it", view(p, number, item, typed, Map.of(), Map.of()));
        return "form/question";
    }

    @PostMapping({"/new", "/{number:\\d{1,4}}"})
    String answer(
            @PathVariable UUID id,
            @PathVariable String question,
            @PathVariable String field,
            @PathVariable(required = false) @Nullable Integer number,
            @RequestParam MultiValueMap<String, String> sent,
            NativeWebRequest request,
            HttpServletResponse response,
            Model model) {
        var p = place(id, question, field, request);
        try {
            return take(p, number, sent, response, model);
        } catch (ProblemException refused) {
            if (refused.problem() != FormProblem.DRAFT_CHANGED) throw refused;
            // Pressed twice: the other press was saved in between, look at what stands there now.
            return take(place(id, question, field, request), number, sent, response, model);
        }
    }

    private String take(
            RepeatPlace p,
            @Nullable Integer number,
            MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model) {
        var base = QuestionController.first(sent, "base");
        int size = p.items().size();
        var found = number == null ? Optional.of(size) : p.index(number, base);
        int index = found.orElse(number == null || number > size ? size : number - 1);
        var post = read(p, index, sent);
        var item = item(post);
        boolean conflict =
                number == null ? !base.isEmpty() && !base.equals(p.base(null)) : found.isEmpty();
        if (conflict && post.faults().isEmpty() && p.has(item)) return after(p, sent);
        if (conflict) {
            model.addAttribute("it", conflict(p, number, index, post));
            response.setStatus(409);
            return "form/conflict";
        }
        var next = new ArrayList<>(p.items());
        if (number == null) next.add(item);
        else next.set(index, item);
        var answers = p.open().answers().with(p.repeat().id(), next);
        var faults = faults(p, answers, index, post);
        if (!faults.isEmpty()) {
            response.setStatus(422);
            var errors = pages.errors(faults);
            var there = number == null ? null : index + 1;
            model.addAttribute("it", view(p, there, item, post.typed(), errors, post.matches()));
            return "form/question";
        }
        var _ = table.save(p.open(), answers, p.question().id());
        return after(p, sent);
    }

    private static String after(RepeatPlace p, MultiValueMap<String, String> sent) {
        return QuestionController.first(sent, "action").equals("another")
                ? "redirect:" + p.at() + "/new"
                : "redirect:" + p.open().at(p.question());
    }

    /// The controls are named by the place the entry had when the page was made.
    private static FormPost read(RepeatPlace p, int index, MultiValueMap<String, String> sent) {
        var here = new LinkedMultiValueMap<String, String>();
        var drawn = Pattern.compile("^" + Pattern.quote(p.repeat().id()) + "\\[\\d{1,4}]\\.");
        sent.forEach(
                (name, values) ->
                        here.put(
                                drawn.matcher(name)
                                        .replaceFirst(Matcher.quoteReplacement(p.prefix(index))),
                                values));
        return FormPost.read(
                p.repeat().parts(), p.prefix(index), here, Set.of(), p.open().context());
    }

    private static Map<String, Object> item(FormPost post) {
        var item = new LinkedHashMap<String, Object>();
        post.answers()
                .forEach(
                        (k, v) -> {
                            if (v != null) item.put(k, v);
                        });
        return item;
    }

    private List<AnswerFault> faults(RepeatPlace p, Answers answers, int index, FormPost post) {
        var faults = new ArrayList<>(post.faults());
        for (var f : itemFaults(p, answers, index))
            if (post.faults().stream().noneMatch(g -> f.path().startsWith(g.path()))) faults.add(f);
        int most = ValueCheck.mostItems(p.repeat().field());
        if (index >= most)
            faults.add(
                    AnswerFault.of(
                            p.repeat().id(),
                            "form.answer.too-many-items",
                            p.repeat().field().label(),
                            most));
        return faults;
    }

    /// Both entries and the choice. An entry that is gone can only be added anew.
    private ConflictView conflict(
            RepeatPlace p, @Nullable Integer number, int index, FormPost post) {
        boolean gone = index >= p.items().size();
        boolean anew = number == null || gone;
        var stored =
                p.items().isEmpty() || (gone && number != null)
                        ? Map.<String, Object>of()
                        : RepeatPlace.item(p.items().get(gone ? index - 1 : index));
        var open = p.open();
        var description = new Description(open.form(), open.settled(), pages.locale());
        var lines = new ArrayList<ConflictView.Line>();
        for (var part : p.repeat().parts()) {
            if (!post.answers().containsKey(part.id())) continue;
            var mine = description.words(part, post.answers().get(part.id()));
            var there = description.words(part, stored.get(part.id()));
            lines.add(
                    new ConflictView.Line(
                            part.field().label(),
                            String.join(", ", mine),
                            String.join(", ", there)));
        }
        return new ConflictView(
                p.at() + "/" + (anew ? "new" : index + 1),
                open.at(p.question()),
                open.desk(),
                open.procedure(),
                p.repeat().field().label(),
                lines,
                new LinkedHashMap<>(post.typed().controls()),
                p.base(anew ? null : index + 1));
    }

    private static List<AnswerFault> itemFaults(RepeatPlace p, Answers answers, int index) {
        var prefix = p.repeat().id() + "[" + index + "]";
        return p
                .open()
                .form()
                .validate(p.question().question(), answers, p.open().context())
                .stream()
                .filter(f -> f.path().startsWith(prefix))
                .toList();
    }

    @GetMapping("/{number:\\d{1,4}}/remove")
    String reallyRemove(
            @PathVariable UUID id,
            @PathVariable String question,
            @PathVariable String field,
            @PathVariable int number,
            NativeWebRequest request,
            Model model) {
        return ask(place(id, question, field, request), number, model);
    }

    private static String ask(RepeatPlace p, int number, Model model) {
        var item = p.item(number);
        var title = Answers.of(Map.of("i", item)).text("i." + p.repeat().field().itemTitle());
        model.addAttribute(
                "it",
                new RemoveView(
                        p.at() + "/" + number + "/remove",
                        p.open().at(p.question()),
                        p.open().desk(),
                        p.open().procedure(),
                        "form.remove",
                        title.orElse(String.valueOf(number)),
                        p.base(number)));
        return "form/remove";
    }

    @PostMapping("/{number:\\d{1,4}}/remove")
    String remove(
            @PathVariable UUID id,
            @PathVariable String question,
            @PathVariable String field,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String base,
            NativeWebRequest request,
            HttpServletResponse response,
            Model model) {
        var p = place(id, question, field, request);
        var found = p.index(number, base);
        if (found.isEmpty()) {
            if (number > p.items().size()) return "redirect:" + p.open().at(p.question());
            response.setStatus(409);
            return ask(p, number, model);
        }
        var next = new ArrayList<>(p.items());
        next.remove((int) found.get());
        table.save(
                p.open(),
                p.open().answers().with(p.repeat().id(), next.isEmpty() ? null : next),
                p.question().id());
        return "redirect:" + p.open().at(p.question());
    }

    private static String prefix(RepeatPlace p, @Nullable Integer number) {
        return p.prefix(number == null ? p.items().size() : number - 1);
    }

    private QuestionView view(
            RepeatPlace p,
            @Nullable Integer number,
            Map<String, Object> item,
            Typed typed,
            Map<String, String> errors,
            Map<String, List<Places.Match>> matches) {
        var open = p.open();
        var drawing =
                new Pages.Drawing(
                        open.form(),
                        open.context(),
                        open.answers(),
                        typed,
                        errors,
                        matches,
                        Set.of(),
                        f -> p.at());
        var scope = Variables.inside(Variables.start(List.of(), open.context()), p.repeat(), item);
        var parts = p.repeat().parts().stream().filter(f -> !f.field().isCalculated()).toList();
        var fields = pages.fields(parts, prefix(p, number), drawing);
        int shown = number == null ? p.items().size() + 1 : number;
        return new QuestionView(
                p.at() + "/" + (number == null ? "new" : number),
                open.at(p.question()),
                open.base(),
                open.desk(),
                open.procedure(),
                QuestionController.section(open, p.question()),
                numbered(p, shown),
                scope.isEmpty() ? null : p.repeat().field().hint(),
                null,
                fields,
                Pages.summary(errors, fields),
                p.base(number),
                "item",
                false);
    }

    private static vn.motcua.kernel.LocalText numbered(RepeatPlace p, int number) {
        var label = p.repeat().field().label();
        return vn.motcua.kernel.LocalText.of(label.vi() + " " + number, label.en() + " " + number);
    }
}
