package vn.motcua.procedure.internal.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook put together by hand, good or bad.
final class Workbook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE =
            "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /// @param merges as `A1:C1`
    static Workbook of(List<List<Object>> rows, String... merges) {
        var book = new Workbook();
        book.part(
                "xl/workbook.xml",
                "<workbook xmlns='"
                        + MAIN
                        + "' xmlns:r='"
                        + RELATION
                        + "'><sheets><sheet name='Danh mục' sheetId='1' r:id='rId1'/></sheets></workbook>");
        book.part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='"
                        + PACKAGE
                        + "'><Relationship Id='rId1' Type='"
                        + RELATION
                        + "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' Type='"
                        + RELATION
                        + "/styles' Target='styles.xml'/></Relationships>");
        book.part(
                "xl/styles.xml",
                "<styleSheet xmlns='"
                        + MAIN
                        + "'><cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>");
        book.part(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Default Extension='xml' ContentType='application/xml'/>"
                        + override("/xl/workbook.xml", "sheet.main")
                        + override("/xl/styles.xml", "styles")
                        + override("/xl/worksheets/sheet1.xml", "worksheet")
                        + "</Types>");
        book.part(
                "_rels/.rels",
                "<Relationships xmlns='"
                        + PACKAGE
                        + "'><Relationship Id='rId1' Type='"
                        + RELATION
                        + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        book.part("xl/worksheets/sheet1.xml", sheet(rows, merges));
        return book;
    }

    private static String override(String part, String kind) {
        return "<Override PartName='%s' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml'/>"
                .formatted(part, kind);
    }

    /// A day, kept as spreadsheets keep it: a number with a format.
    record Day(int serial) {}

    static String sheet(List<List<Object>> rows, String... merges) {
        var xml = new StringBuilder("<worksheet xmlns='" + MAIN + "'><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            xml.append("<row r='").append(row + 1).append("'>");
            for (int at = 0; at < rows.get(row).size(); at++) {
                var ref = Table.letter(at) + (row + 1);
                var value = rows.get(row).get(at);
                switch (value) {
                    case Day day ->
                            xml.append(
                                    "<c r='%s' s='1'><v>%d</v></c>".formatted(ref, day.serial()));
                    case Number number ->
                            xml.append("<c r='%s'><v>%s</v></c>".formatted(ref, number));
                    default -> {
                        if (String.valueOf(value).isEmpty()) continue;
                        var text = String.valueOf(value).replace("&", "&amp;").replace("<", "&lt;");
                        xml.append(
                                "<c r='%s' t='inlineStr'><is><t>%s</t></is></c>"
                                        .formatted(ref, text));
                    }
                }
            }
            xml.append("</row>");
        }
        xml.append("</sheetData>");
        if (merges.length > 0) {
            xml.append("<mergeCells>");
            for (var merge : merges) xml.append("<mergeCell ref='").append(merge).append("'/>");
            xml.append("</mergeCells>");
        }
        return xml.append("</worksheet>").toString();
    }

    Workbook part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Workbook part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
