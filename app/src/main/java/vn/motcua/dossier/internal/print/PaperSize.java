package vn.motcua.dossier.internal.print;

import java.util.Locale;

/// Sheets and their margins.
public enum PaperSize {
    A4("210mm 297mm", "12mm 15mm 18mm 25mm"),
    A4_LANDSCAPE("297mm 210mm", "9mm 12mm 12mm 12mm"),
    A5("148mm 210mm", "7mm 11mm 8mm 11mm"),
    /// A sheet of 3 by 8 labels, whose cells reach from edge to edge.
    LABELS("210mm 297mm", "0.5mm 0"),
    /// One label of a roll.
    LABEL("50mm 30mm", "1mm");

    private final String size;
    private final String margin;

    PaperSize(String size, String margin) {
        this.size = size;
        this.margin = margin;
    }

    /// Class of the page's body.
    public String cssClass() {
        return name().toLowerCase(Locale.ROOT);
    }

    String css() {
        return "@page { size: " + size + "; margin: " + margin + "; }\n";
    }
}
