package vn.motcua.dossier.internal.print;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Prints the desk's papers: with the release's own template when it brings one, otherwise with the
/// default of the circular.
@Component
public class SlipPrinter {
    private final TemplateEngine templates;
    private final PdfPrinter printer;

    public SlipPrinter(TemplateEngine templates, PdfPrinter printer) {
        this.templates = templates;
        this.printer = printer;
    }

    /// A tagged PDF.
    public byte[] print(Slip slip, Optional<String> releaseTemplate) {
        return printer.print(xhtml(slip, releaseTemplate), slip.kind().size(), slip.issued());
    }

    String xhtml(Slip slip, Optional<String> releaseTemplate) {
        var qr = qr(slip);
        if (releaseTemplate.isEmpty()) {
            var parameters = new HashMap<String, Object>();
            parameters.put("it", slip);
            parameters.put("body", slip.body());
            if (qr != null) parameters.put("qr", qr);
            return render(slip.kind().template(), parameters);
        }
        var data = SlipData.of(slip);
        if (qr != null) data.put("qr", qr);
        var template = ReleaseTemplate.parse("print", releaseTemplate.get());
        var content =
                template.render(
                        data,
                        Map.of(
                                "letterhead", part("letterhead", slip),
                                "signature", signature(slip)));
        return render("dossier/print/release.jte", Map.of("it", slip, "content", content));
    }

    private String signature(Slip slip) {
        var parameters = new HashMap<String, Object>();
        parameters.put("it", slip);
        if (slip.kind() == SlipKind.RESULT) {
            parameters.put("fallback", "THỦ TRƯỞNG CƠ QUAN");
            parameters.put("hint", "(Ký, ghi rõ họ tên và đóng dấu)");
        }
        return render("dossier/print/signature.jte", parameters);
    }

    private String part(String name, Slip slip) {
        return render("dossier/print/" + name + ".jte", Map.of("it", slip));
    }

    private String render(String template, Map<String, Object> parameters) {
        var output = new StringOutput();
        templates.render(template, parameters, output);
        return output.toString();
    }

    private static @Nullable String qr(Slip slip) {
        return slip.dossier() == null ? null : QrImage.dataUri(slip.dossier().trackingUrl());
    }
}
