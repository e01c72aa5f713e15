package vn.motcua.form.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.form.Answers;
import vn.motcua.form.FormProblem;
import vn.motcua.kernel.ProblemException;
import vn.motcua.kernel.UploadPages;

/// The entries of a repeat from a file, all or none of them.
@Controller
@RequestMapping({
    Addresses.DRAFT + "/q/{question}/{field}",
    Addresses.COUNTER + "/q/{question}/{field}"
})
class ImportController {
    private static final Pattern INDEX = Pattern.compile("^\\w+\\[(\\d+)]");

    private final Table table;
    private final Pages pages;

    ImportController(Table table, Pages pages) {
        this.table = table;
        this.pages = pages;
    }

    @GetMapping("/import")
    String askFile(
            @PathVariable UUID id,
            @PathVariable String question,
            @PathVariable String field,
            @RequestParam(name = UploadPages.TOO_BIG, required = false) @Nullable String tooBig,
            NativeWebRequest request,
            HttpServletResponse response,
            Model model) {
        @Nullable CsvImport read = null;
        if (tooBig != null) {
            response.setStatus(422);
            read = new CsvImport(List.of(), List.of(), "web.problem.too-big.detail", List.of());
        }
        model.addAttribute("it", imports(csv(id, question, field, request), read));
        return "form/import";
    }

    @PostMapping("/import")
    String takeFile(
            @PathVariable UUID id,
            @PathVariable String question,
            @PathVariable String field,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String base,
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
        if (!base.isEmpty() && !base.equals(p.base(null)) && taken(p, read))
            return "redirect:" + p.open().at(p.question());
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

    /// Whether the file was sent twice: all its entries are there already.
    private static boolean taken(RepeatPlace p, CsvImport read) {
        return !read.items().isEmpty()
                && read.items().stream().allMatch(item -> p.has(RepeatPlace.item(item)));
    }

    /// Faults of the whole list, each told with the row it came from.
    private static List<CsvImport.RowFault> rowFaults(
            RepeatPlace p, Answers answers, int before, CsvImport read) {
        var faults = new ArrayList<CsvImport.RowFault>();
        for (var f :
                p.open().form().validate(p.question().question(), answers, p.open().context())) {
            if (!f.field().equals(p.repeat().id())) continue;
            int row = 1;
            var m = INDEX.matcher(f.path());
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

    private RepeatPlace csv(UUID id, String question, String field, NativeWebRequest request) {
        var p = RepeatPlace.of(table, id, question, field, Addresses.isDesk(request));
        if (!p.repeat().field().csv()) throw new ProblemException(FormProblem.NOT_FOUND);
        return p;
    }

    private ImportView imports(RepeatPlace p, @Nullable CsvImport read) {
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
                p.base(null),
                CsvImport.MOST_ROWS,
                refusal,
                rows);
    }
}
