package vn.motcua.form.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import vn.motcua.form.AnswerFault;
import vn.motcua.form.Answers;
import vn.motcua.form.FieldType;
import vn.motcua.form.FormProblem;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.kernel.UploadPages;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.Vault;

/// One question, one page: shown, sent, saved at once.
@Controller
@RequestMapping({Addresses.DRAFT + "/q/{question}", Addresses.COUNTER + "/q/{question}"})
class QuestionController {
    private final Table table;
    private final Pages pages;
    private final Vault vault;

    QuestionController(Table table, Pages pages, Vault vault) {
        this.table = table;
        this.pages = pages;
        this.vault = vault;
    }

    @GetMapping
    String ask(
            @PathVariable UUID id,
            @PathVariable String question,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(name = UploadPages.TOO_BIG, required = false) @Nullable String tooBig,
            NativeWebRequest request,
            Model model) {
        var open = table.open(id, Addresses.isDesk(request));
        var q = asked(open, question);
        var typed = Typed.of(q.fields(), open.answers().values(), "", open.context());
        var errors = tooBig == null ? Map.<String, String>of() : tooBig(q);
        model.addAttribute("it", view(open, q, typed, errors, Map.of(), to));
        return "form/question";
    }

    private Map<String, String> tooBig(CompiledQuestion q) {
        return q.fields().stream()
                .filter(f -> f.field().type() == FieldType.ATTACHMENT)
                .findFirst()
                .map(f -> Map.of(f.id(), pages.message("web.problem.too-big.detail")))
                .orElse(Map.of());
    }

    @PostMapping
    String answer(
            @PathVariable UUID id,
            @PathVariable String question,
            @RequestParam MultiValueMap<String, String> sent,
            NativeWebRequest request,
            HttpServletResponse response,
            Model model) {
        var open = table.open(id, Addresses.isDesk(request));
        var q = asked(open, question);
        var action = first(sent, "action");
        var to = first(sent, "to");
        var post = FormPost.read(q.fields(), "", sent, open.known(q), open.context());
        var faults = new ArrayList<>(post.faults());
        var changes = new LinkedHashMap<String, @Nullable Object>(post.answers());
        for (var path : post.faults()) changes.remove(path.field());
        takeFiles(open, q, request.getNativeRequest(MultipartRequest.class), changes, faults);
        act(open, q, action, changes);
        if (action.isEmpty() && conflicts(open, q, first(sent, "base"), post)) {
            model.addAttribute("it", conflict(open, q, post, sent));
            response.setStatus(409);
            return "form/conflict";
        }
        var next = open.answers().with(changes);
        if (action.isEmpty()) {
            var unread = new HashSet<String>();
            for (var f : post.faults()) unread.add(f.field());
            for (var f : open.form().validate(q.question(), next, open.context()))
                if (!unread.contains(f.field())) faults.add(f);
        }
        if (!faults.isEmpty() && (action.isEmpty() || faults.size() > post.faults().size())) {
            var kept = filesOnly(open, q, changes);
            var errors = pages.errors(faults);
            model.addAttribute("it", view(kept, q, post.typed(), errors, post.matches(), to));
            response.setStatus(422);
            return "form/question";
        }
        var saved = table.save(open, next, q.id());
        discard(open, action);
        return "redirect:" + whereTo(saved, q, action, to);
    }

    /// A file taken off the draft is no longer kept either; one that is part of something stays.
    private void discard(OpenDraft before, String action) {
        var parts = action.split(":", 3);
        if (parts.length == 3
                && parts[0].equals("unfile")
                && before.answers().list(parts[1]).contains(parts[2]))
            vault.discard(UUID.fromString(parts[2]));
    }

    /// Files already sent are not lost when something else on the page is wrong.
    private OpenDraft filesOnly(
            OpenDraft open, CompiledQuestion q, Map<String, @Nullable Object> changes) {
        var files = new LinkedHashMap<String, @Nullable Object>();
        for (var f : q.fields())
            if (f.field().type() == FieldType.ATTACHMENT && changes.containsKey(f.id()))
                files.put(f.id(), changes.get(f.id()));
        return files.isEmpty() ? open : table.save(open, open.answers().with(files), q.id());
    }

    private void takeFiles(
            OpenDraft open,
            CompiledQuestion q,
            @Nullable MultipartRequest request,
            Map<String, @Nullable Object> changes,
            List<AnswerFault> faults) {
        if (request == null) return;
        for (var f : q.fields()) {
            if (f.field().type() != FieldType.ATTACHMENT || open.known(q).contains(f.id()))
                continue;
            var ids = new ArrayList<>(open.answers().list(f.id()));
            int before = ids.size();
            for (var file : request.getFiles(f.id()))
                if (!file.isEmpty() && ids.size() < ValueLimits.MOST_FILES)
                    store(open, file, f.id(), ids, faults);
            if (ids.size() > before) changes.put(f.id(), ids);
        }
    }

    private void store(
            OpenDraft open,
            MultipartFile file,
            String path,
            List<Object> ids,
            List<AnswerFault> faults) {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var content = file.getInputStream()) {
            var stored = vault.store(content, name, FilePurpose.COMPONENT, open.draft().account());
            ids.add(stored.id().toString());
        } catch (ProblemException refused) {
            var why =
                    pages.message(
                            "problem." + refused.problem().code() + ".detail",
                            refused.arguments().toArray());
            faults.add(AnswerFault.of(path, "form.answer.file-refused", name, why));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Buttons beside the main one: taking a file out.
    private static void act(
            OpenDraft open,
            CompiledQuestion q,
            String action,
            Map<String, @Nullable Object> changes) {
        var parts = action.split(":", 3);
        if (parts.length < 3 || !parts[0].equals("unfile")) return;
        if (q.fields().stream().noneMatch(f -> f.id().equals(parts[1]))) return;
        var ids = new ArrayList<>(open.answers().list(parts[1]));
        ids.remove(parts[2]);
        changes.put(parts[1], ids.isEmpty() ? null : ids);
    }

    private static String whereTo(OpenDraft open, CompiledQuestion q, String action, String to) {
        var here = open.at(q) + (to.equals("check") ? "?to=check" : "");
        if (action.startsWith("add:")) {
            var field = action.substring(4);
            boolean there = q.fields().stream().anyMatch(f -> f.id().equals(field));
            return there ? open.at(q) + "/" + field + "/new" : here;
        }
        if (action.startsWith("import:")) {
            var field = action.substring(7);
            boolean there =
                    q.fields().stream().anyMatch(f -> f.id().equals(field) && f.field().csv());
            return there ? open.at(q) + "/" + field + "/import" : here;
        }
        if (!action.isEmpty() && !action.equals("later")) return here;
        if (action.equals("later")) return open.base();
        var next = open.next(q.id());
        if (to.equals("check")) {
            if (next.isEmpty()) return open.base() + "/check";
            return open.at(next.get()) + "?to=check";
        }
        return next.map(open::at).orElse(open.base() + "/check");
    }

    private static boolean conflicts(
            OpenDraft open, CompiledQuestion q, String base, FormPost post) {
        if (base.isEmpty() || base.equals(Pages.fingerprint(q, open.answers()))) return false;
        for (var e : post.answers().entrySet())
            if (!Objects.equals(e.getValue(), open.answers().at(e.getKey()).orElse(null)))
                return true;
        return false;
    }

    private ConflictView conflict(
            OpenDraft open, CompiledQuestion q, FormPost post, MultiValueMap<String, String> sent) {
        var mine = open.answers().with(post.answers());
        var locale = pages.locale();
        var a = new Description(open.form(), open.form().settled(mine, open.context()), locale);
        var b = new Description(open.form(), open.settled(), locale);
        var lines = new ArrayList<ConflictView.Line>();
        for (var f : q.fields())
            if (post.answers().containsKey(f.id()))
                lines.add(
                        new ConflictView.Line(
                                f.field().label(),
                                String.join(", ", a.words(f, mine.at(f.id()).orElse(null))),
                                String.join(
                                        ", ", b.words(f, open.answers().at(f.id()).orElse(null)))));
        var again = new LinkedHashMap<String, List<String>>();
        post.typed().controls().forEach(again::put);
        if (!first(sent, "to").isEmpty()) again.put("to", List.of(first(sent, "to")));
        return new ConflictView(
                open.at(q),
                open.at(q),
                open.desk(),
                open.procedure(),
                q.question().title(),
                lines,
                again,
                Pages.fingerprint(q, open.answers()));
    }

    private QuestionView view(
            OpenDraft open,
            CompiledQuestion q,
            Typed typed,
            Map<String, String> errors,
            Map<String, List<vn.motcua.form.Places.Match>> matches,
            String to) {
        var drawing =
                new Pages.Drawing(
                        open.form(),
                        open.context(),
                        open.answers(),
                        typed,
                        errors,
                        matches,
                        open.known(q),
                        field -> open.at(q) + "/" + field);
        var settled = open.settled();
        var seen =
                q.fields().stream()
                        .filter(f -> settled.asks(f.id()) || f.visibleWhen() != null)
                        .toList();
        var fields = pages.fields(visible(seen, settled, open), "", drawing);
        var visible = fields.stream().map(FieldView::path).toList();
        var shown = new LinkedHashMap<String, String>();
        errors.forEach(
                (path, words) -> {
                    if (visible.contains(AnswerFault.of(path, "").field())) shown.put(path, words);
                });
        return new QuestionView(
                open.at(q),
                to.equals("check") ? open.base() + "/check" : open.base(),
                open.base(),
                open.desk(),
                open.procedure(),
                section(open, q),
                q.question().title(),
                q.question().hint(),
                q.question().why(),
                fields,
                Pages.summary(shown, fields),
                Pages.fingerprint(q, open.answers()),
                to,
                q.fields().stream().anyMatch(f -> f.field().type() == FieldType.ATTACHMENT));
    }

    /// Fields asked now. One that depends on another of the same page appears after saving.
    private static List<CompiledField> visible(
            List<CompiledField> fields, Settler.Settled settled, OpenDraft open) {
        return fields.stream().filter(f -> settled.asks(f.id())).toList();
    }

    static QuestionView.Section section(OpenDraft open, CompiledQuestion q) {
        var ids = new ArrayList<>(open.sections().keySet());
        LocalText title = q.section().title();
        return new QuestionView.Section(ids.indexOf(q.section().id()) + 1, ids.size() + 1, title);
    }

    static CompiledQuestion asked(OpenDraft open, String question) {
        return open.form()
                .compiledQuestion(question)
                .filter(q -> CompiledForm.isAsked(q, open.settled()))
                .orElseThrow(() -> new ProblemException(FormProblem.NOT_FOUND));
    }

    static String first(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }

    static MultiValueMap<String, String> none() {
        return new LinkedMultiValueMap<>();
    }

    static Answers answers(Map<String, @Nullable Object> values) {
        return Answers.empty().with(values);
    }
}
