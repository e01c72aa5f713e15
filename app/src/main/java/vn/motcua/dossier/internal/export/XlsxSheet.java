package vn.motcua.dossier.internal.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook [ECMA-376] written as it goes: every cell is text inside its own line, so nothing
/// has to be known before the end but how many sheets there are. Lines beyond what a sheet can
/// hold go on in a further one, below the same heading.
final class XlsxSheet implements Sheet {
    /// What spreadsheets can hold in one sheet.
    static final int MOST_LINES = 1_048_576;

    private static final int LONGEST_CELL = 32_767;
    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final ZipOutputStream zip;
    private final Writer out;
    private final String name;
    private final int most;
    private List<String> heading = List.of();
    private int sheets;
    private int lines;

    XlsxSheet(OutputStream to, String name) {
        this(to, name, MOST_LINES);
    }

    XlsxSheet(OutputStream to, String name, int most) {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        this.zip.setLevel(Deflater.BEST_SPEED);
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        this.name = name;
        this.most = most;
    }

    @Override
    public void line(List<String> cells) throws IOException {
        if (sheets == 0) {
            heading = List.copyOf(cells);
            open();
        } else if (lines == most) {
            shut();
            open();
            write(heading);
        }
        write(cells);
    }

    private void open() throws IOException {
        sheets++;
        lines = 0;
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets + ".xml"));
        out.write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    }

    private void shut() throws IOException {
        out.write("</sheetData></worksheet>");
        out.flush();
        zip.closeEntry();
    }

    private void write(List<String> cells) throws IOException {
        lines++;
        out.write("<row>");
        for (var cell : cells) {
            out.write("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            text(Sheet.harmless(cell));
            out.write("</t></is></c>");
        }
        out.write("</row>");
    }

    /// Characters XML cannot carry are left out.
    private void text(String cell) throws IOException {
        int end = Math.min(cell.length(), LONGEST_CELL);
        for (int i = 0; i < end; ) {
            int point = cell.codePointAt(i);
            i += Character.charCount(point);
            switch (point) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                default -> {
                    if (carried(point)) out.write(Character.toString(point));
                }
            }
        }
    }

    private static boolean carried(int point) {
        return point >= 0x20
                        && !(point >= 0xd800 && point <= 0xdfff)
                        && point != 0xfffe
                        && point != 0xffff
                || point == '\n'
                || point == '\t';
    }

    @Override
    public void close() throws IOException {
        if (sheets == 0) open();
        shut();
        part("xl/workbook.xml", workbook());
        part("xl/_rels/workbook.xml.rels", relations());
        part(
                "_rels/.rels",
                "<Relationships xmlns=\""
                        + PACKAGE
                        + "relationships\"><Relationship Id=\"r1\" Type=\""
                        + RELATIONS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        part("[Content_Types].xml", types());
        zip.finish();
    }

    private void part(String path, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        out.write(HEAD + content);
        out.flush();
        zip.closeEntry();
    }

    private String workbook() {
        var text =
                new StringBuilder(
                        "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>");
        for (int n = 1; n <= sheets; n++)
            text.append(
                    "<sheet name=\"%s%s\" sheetId=\"%d\" r:id=\"r%d\"/>"
                            .formatted(name, n == 1 ? "" : " " + n, n, n));
        return text.append("</sheets></workbook>").toString();
    }

    private String relations() {
        var text = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int n = 1; n <= sheets; n++)
            text.append(
                    "<Relationship Id=\"r%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                            .formatted(n, RELATIONS, n));
        return text.append("</Relationships>").toString();
    }

    private String types() {
        var text =
                new StringBuilder("<Types xmlns=\"" + PACKAGE + "content-types\">")
                        .append(
                                "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                        .append("<Override PartName=\"/xl/workbook.xml\" ContentType=\"")
                        .append(TYPE)
                        .append("sheet.main+xml\"/>");
        for (int n = 1; n <= sheets; n++)
            text.append(
                            "<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\""
                                    .formatted(n))
                    .append(TYPE)
                    .append("worksheet+xml\"/>");
        return text.append("</Types>").toString();
    }
}
