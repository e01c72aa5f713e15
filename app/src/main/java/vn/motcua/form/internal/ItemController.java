package vn.motcua.form.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.form.AnswerFault;
import vn.motcua.form.Answers;
import vn.motcua.form.FieldType;
import vn.motcua.form.FormProblem;
import vn.motcua.form.Places;
import vn.motcua.kernel.ProblemException;

/// The entries of a repeat, one a page: add, change, remove, or all from a file.
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

    /// A repeat on the table.
    private record Place(OpenDraft open, CompiledQuestion question, CompiledField repeat) {
        String at() {
            return open.at(question) + "/" + repeat.id();
        }

        List<Object> items() {
            return open.answers().list(repeat.id());
        }
    }

    private Place place(UUID id, String question, String field, NativeWebRequest request) {
        var open = table.open(id, Addresses.isDesk(request));
        var q = QuestionController.asked(open, question);
        var repeat =
                q.fields().stream()
                        .filter(f -> f.id().equals(field) && f.field().type() == FieldType.REPEAT)
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(FormProblem.NOT_FOUND));
        return new Place(open, q, repeat);
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
        var item = item(p, number);
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
        item(p, number);
        var post =
                FormPost.read(
                        p.repeat().parts(), prefix(p, number), sent, Set.of(), p.open().context());
        var item = new LinkedHashMap<String, Object>();
        post.answers()
                .forEach(
                        (k, v) -> {
                            if (v != null) item.put(k, v);
                        });
        var next = new ArrayList<>(p.items());
        int index = number == null ? next.size() : number - 1;
        if (number == null) next.add(item);
        else next.set(index, item);
        var answers = p.open().answers().with(p.repeat().id(), next);
        var faults = new ArrayList<>(post.faults());
        for (var f : itemFaults(p, answers, index))
            if (post.faults().stream().noneMatch(g -> f.path().startsWith(g.path()))) faults.add(f);
        if (index >= ValueCheck.mostItems(p.repeat().field()))
            faults.add(
                    AnswerFault.of(
                            p.repeat().id(),
                            "form.answer.too-many-items",
                            p.repeat().field().label(),
                            ValueCheck.mostItems(p.repeat().field())));
        if (!faults.isEmpty()) {
            response.setStatus(422);
            model.addAttribute(
                    "it",
                    view(p, number, item, post.typed(), pages.errors(faults), post.matches()));
            return "form/question";
        }
        var saved = table.save(p.open(), answers, p.question().id());
        if (QuestionController.first(sent, "action").equals("another"))
            return "redirect:" + p.at() + "/new";
        return "redirect:" + saved.at(p.question());
    }

    private List<AnswerFault> itemFaults(Place p, Answers answers, int index) {
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
        var p = place(id, question, field, request);
        var item = item(p, number);
        var title = Answers.of(Map.of("i", item)).text("i." + p.repeat().field().itemTitle());
        model.addAttribute(
                "it",
                new RemoveView(
                        p.at() + "/" + number + "/remove",
                        p.open().at(p.question()),
                        p.open().desk(),
                        p.open().procedure(),
                        "form.remove",
                        title.orElse(String.valueOf(number))));
        return "form/remove";
    }

    @PostMapping("/{number:\\d{1,4}}/remove")
    String remove(
            @PathVariable UUID id,
            @PathVariable String question,
            @PathVariable String field,
            @PathVariable int number,
            NativeWebRequest request) {
        var p = place(id, question, field, request);
        item(p, number);
        var next = new ArrayList<>(p.items());
        next.remove(number - 1);
        table.save(
                p.open(),
                p.open().answers().with(p.repeat().id(), next.isEmpty() ? null : next),
                p.question().id());
        return "redirect:" + p.open().at(p.question());
    }

    @GetMapping("/import")
    String askFile(
            @PathVariable UUID id,
            @PathVariable String question,
            @PathVariable String field,
            NativeWebRequest request,
            Model model) {
        model.addAttribute("it", imports(csv(id, question, field, request), null));
        return "form/import";
    }

    @PostMapping("/import")
    String takeFile(
            @PathVariable UUID id,
            @PathVariable String question,
            @PathVariable String field,
            @RequestParam MultipartFile file,
            NativeWebRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var p = csv(id, question, field, request);
        byte[] content =
                file.getSize() > CsvImport.MOST_BYTES
                        ? new byte[CsvImport.MOST_BYTES + 1]
                        : file.getBytes();
        var read = CsvImport.read(p.repeat(), content, p.open().context());
        var next = new ArrayList<>(p.items());
        int before = next.size();
        next.addAll(read.items());
        var faults = new ArrayList<>(read.faults());
        var answers = p.open().answers();
        if (read.refusal() == null) {
            answers = answers.with(p.repeat().id(), next);
            faults.addAll(rowFaults(p, answers, before, read));
        }
        if (read.refusal() != null || !faults.isEmpty()) {
            response.setStatus(422);
            model.addAttribute(
                    "it",
                    imports(
                            p,
                            new CsvImport(List.of(), faults, read.refusal(), read.refusalArgs())));
            return "form/import";
        }
        var saved = table.save(p.open(), answers, p.question().id());
        return "redirect:" + saved.at(p.question());
    }

    /// Faults of the whole list, each told with the row it came from.
    private static List<CsvImport.RowFault> rowFaults(
            Place p, Answers answers, int before, CsvImport read) {
        var faults = new ArrayList<CsvImport.RowFault>();
        for (var f :
                p.open().form().validate(p.question().question(), answers, p.open().context())) {
            if (!f.field().equals(p.repeat().id())) continue;
            int row = 1;
            var m = java.util.regex.Pattern.compile("^\\w+\\[(\\d+)]").matcher(f.path());
            if (m.find()) row = Integer.parseInt(m.group(1)) - before + 2;
            int at = row;
            boolean told = read.faults().stream().anyMatch(r -> r.row() == at);
            if (row >= 1 && !told) faults.add(new CsvImport.RowFault(row, f));
        }
        return faults;
    }

    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template(
            @PathVariable UUID id,
            @PathVariable String question,
            @PathVariable String field,
            NativeWebRequest request) {
        var p = csv(id, question, field, request);
        var row = CsvRows.write(CsvImport.header(p.repeat(), pages.locale()), true);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + p.repeat().id() + ".csv\"")
                .body(row.getBytes(StandardCharsets.UTF_8));
    }

    private Place csv(UUID id, String question, String field, NativeWebRequest request) {
        var p = place(id, question, field, request);
        if (!p.repeat().field().csv()) throw new ProblemException(FormProblem.NOT_FOUND);
        return p;
    }

    private ImportView imports(Place p, @Nullable CsvImport read) {
        var rows = new ArrayList<ImportView.Row>();
        @Nullable String refusal = null;
        if (read != null) {
            if (read.refusal() != null)
                refusal = pages.message(read.refusal(), read.refusalArgs().toArray());
            for (var r : read.faults())
                rows.add(new ImportView.Row(r.row(), pages.words(r.fault())));
        }
        return new ImportView(
                p.at() + "/import",
                p.open().at(p.question()),
                p.open().desk(),
                p.open().procedure(),
                p.repeat().field().label(),
                p.at() + "/template.csv",
                CsvImport.MOST_ROWS,
                refusal,
                rows);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> item(Place p, @Nullable Integer number) {
        if (number == null) return Map.of();
        if (number < 1
                || number > p.items().size()
                || !(p.items().get(number - 1) instanceof Map<?, ?> item))
            throw new ProblemException(FormProblem.NOT_FOUND);
        return (Map<String, Object>) item;
    }

    private static String prefix(Place p, @Nullable Integer number) {
        int index = number == null ? p.items().size() : number - 1;
        return p.repeat().id() + "[" + index + "].";
    }

    private QuestionView view(
            Place p,
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
                "",
                "item",
                false);
    }

    private static vn.motcua.kernel.LocalText numbered(Place p, int number) {
        var label = p.repeat().field().label();
        return vn.motcua.kernel.LocalText.of(label.vi() + " " + number, label.en() + " " + number);
    }
}
