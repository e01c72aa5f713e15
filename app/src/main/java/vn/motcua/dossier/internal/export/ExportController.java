package vn.motcua.dossier.internal.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.internal.export.Exports.Format;
import vn.motcua.dossier.internal.export.Exports.Taken;
import vn.motcua.dossier.internal.worklist.FindQuery;
import vn.motcua.dossier.internal.worklist.WorkQuery;
import vn.motcua.kernel.HanoiTime;

/// Lists as files.
@Controller
class ExportController {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final DateTimeFormatter NAMED_AT = DateTimeFormatter.ofPattern("-uuuuMMdd-HHmm");

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/desk/export")
    void work(@RequestParam Map<String, String> sent, Locale locale, HttpServletResponse response) {
        var format = format(sent);
        exports.work(
                WorkQuery.read(sent),
                format,
                locale,
                taken -> headed(format, "viec-cua-toi", taken, response));
    }

    @GetMapping("/desk/search/export")
    void found(
            @RequestParam Map<String, String> sent, Locale locale, HttpServletResponse response) {
        var format = format(sent);
        exports.found(
                FindQuery.read(sent),
                format,
                locale,
                taken -> headed(format, "ho-so", taken, response));
    }

    private static Format format(Map<String, String> sent) {
        return "csv".equals(sent.get("format")) ? Format.CSV : Format.XLSX;
    }

    /// The name says of which moment the list is.
    private static OutputStream headed(
            Format format, String name, Taken taken, HttpServletResponse response)
            throws IOException {
        response.setContentType(format == Format.CSV ? "text/csv;charset=UTF-8" : XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\""
                        + name
                        + NAMED_AT.format(taken.at().atZone(HanoiTime.ZONE))
                        + "."
                        + format.name().toLowerCase(Locale.ROOT)
                        + "\"");
        response.setContentLengthLong(taken.size());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return response.getOutputStream();
    }
}
