package vn.motcua.dossier.internal.sample;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import javax.imageio.ImageIO;

/// Small real files made in code: a one-page PDF and a "photograph" of a paper.
final class SampleFiles {
    private static final byte[] PDF = pdf();
    private static final byte[] PHOTO = photo();

    private SampleFiles() {}

    static byte[] pdfBytes() {
        return PDF.clone();
    }

    static byte[] photoBytes() {
        return PHOTO.clone();
    }

    private static byte[] pdf() {
        var page =
                "BT /F1 20 Tf 72 760 Td (MAU - BAN SCAN) Tj 0 -40 Td /F1 12 Tf "
                        + "(Du lieu mau cua Mot Cua. Khong co gia tri phap ly.) Tj ET 72 740 m 520 740 l S";
        var objects =
                new String[] {
                    "<< /Type /Catalog /Pages 2 0 R >>",
                    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                    "<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream",
                    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
                };
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new ArrayList<Integer>();
        for (int i = 0; i < objects.length; i++) {
            offsets.add(text.length());
            text.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int table = text.length();
        text.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
        for (int offset : offsets) text.append("%010d 00000 n \n".formatted(offset));
        text.append("trailer\n<< /Size ")
                .append(objects.length + 1)
                .append(" /Root 1 0 R >>\nstartxref\n");
        return text.append(table)
                .append("\n%%EOF\n")
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] photo() {
        var image = new BufferedImage(420, 594, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0xf4, 0xf1, 0xe8));
        pen.fillRect(0, 0, 420, 594);
        pen.setColor(new Color(0x55, 0x55, 0x66));
        for (int line = 0; line < 22; line++)
            pen.fillRect(48, 90 + line * 20, 200 + (line * 53) % 120, 3);
        pen.setColor(new Color(0xb0, 0x20, 0x20));
        pen.drawOval(270, 470, 90, 90);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
