package vn.motcua.dossier.internal.print;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Prints the small sheets of the counter: labels, codes, receipts to be signed, read-back sheets.
@Component
public class SheetPrinter {
    private final TemplateEngine templates;
    private final PdfPrinter printer;

    SheetPrinter(TemplateEngine templates, PdfPrinter printer) {
        this.templates = templates;
        this.printer = printer;
    }

    /// A tagged PDF.
    ///
    /// @param template name of a template of `dossier/print`
    public byte[] print(String template, Object it, PaperSize size, Instant at) {
        var output = new StringOutput();
        templates.render("dossier/print/" + template + ".jte", Map.of("it", it), output);
        return printer.print(output.toString(), size, at);
    }
}
