package vn.motcua.operation.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.motcua.kernel.UploadPages;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.workflow.Bpmn;

/// Processes in force, each as table, drawing and BPMN file; and a BPMN file read on trial.
@Controller
@RequestMapping("/operator/processes")
class ProcessController implements UploadPages {
    private static final MediaType BPMN = MediaType.parseMediaType("application/bpmn+xml");

    private final ProcessDesk desk;

    ProcessController(ProcessDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<String> uploadPages() {
        return List.of("/operator/processes");
    }

    @GetMapping
    String all(
            @RequestParam(name = UploadPages.TOO_BIG, required = false) @Nullable String tooBig,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        if (tooBig != null) response.setStatus(422);
        var nothing = new byte[Bpmn.MOST_BYTES + 1];
        model.addAttribute("it", tooBig == null ? desk.all() : desk.read(nothing, locale));
        return "operation/processes";
    }

    /// Nothing is stored, so it may be sent again.
    @PostMapping
    String read(
            @RequestParam MultipartFile file,
            Locale locale,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var view = desk.read(file.getBytes(), locale);
        if (!view.refused().isEmpty()) response.setStatus(422);
        model.addAttribute("it", view);
        return "operation/processes";
    }

    @GetMapping("/{code}/{version}")
    String one(@PathVariable String code, @PathVariable int version, Locale locale, Model model)
            throws NoResourceFoundException {
        var view = desk.one(release(code, version), locale);
        model.addAttribute("it", view.orElseThrow(() -> missing(code)));
        return "operation/process";
    }

    @GetMapping("/{code}/{version}/bpmn")
    ResponseEntity<byte[]> drawing(@PathVariable String code, @PathVariable int version)
            throws NoResourceFoundException {
        var drawing = desk.drawing(release(code, version));
        var name = "%s-%d.bpmn".formatted(code, version);
        return ResponseEntity.ok()
                .contentType(BPMN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(drawing.orElseThrow(() -> missing(code)));
    }

    private static ReleaseId release(String code, int version) throws NoResourceFoundException {
        if (!ReleaseId.CODE.matcher(code).matches() || version < 1) throw missing(code);
        return new ReleaseId(code, version);
    }

    private static NoResourceFoundException missing(String code) {
        return new NoResourceFoundException(
                org.springframework.http.HttpMethod.GET, "/operator/processes/" + code, code);
    }
}
