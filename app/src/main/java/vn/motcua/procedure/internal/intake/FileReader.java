package vn.motcua.procedure.internal.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import vn.motcua.procedure.internal.intake.Reading.Item;
import vn.motcua.procedure.internal.records.PublishedJson;

/// Reads a file of published procedures whatever its kind, which its content tells.
final class FileReader {
    static final int MOST_BYTES = 64 << 20;

    enum Format {
        CSV,
        JSON,
        XLSX
    }

    record Read(Format format, Reading reading) {}

    private FileReader() {}

    static Read read(byte[] sent) throws FileRefused {
        var bytes =
                sent.length > 2 && sent[0] == 0x1f && sent[1] == (byte) 0x8b
                        ? unpacked(sent)
                        : sent;
        if (bytes.length == 0) throw new FileRefused("empty");
        if (bytes.length > MOST_BYTES) throw new FileRefused("bomb");
        var read = kind(bytes);
        if (read.reading().items().isEmpty()) throw new FileRefused("no-records");
        return read;
    }

    private static Read kind(byte[] bytes) throws FileRefused {
        if (bytes[0] == 'P' && bytes.length > 1 && bytes[1] == 'K'
                || bytes[0] == (byte) 0xd0 && bytes.length > 1 && bytes[1] == (byte) 0xcf) {
            return new Read(Format.XLSX, TableReader.read(XlsxTables.read(bytes)));
        }
        int first = 0;
        while (first < bytes.length && (bytes[first] <= ' ')) first++;
        if (first < bytes.length && (bytes[first] == '{' || bytes[first] == '[')) {
            return new Read(Format.JSON, json(bytes));
        }
        if (first < bytes.length && bytes[first] == '%' || startsWith(bytes, "<")) {
            throw new FileRefused("kind");
        }
        var table = CsvTable.read(bytes);
        return new Read(
                Format.CSV,
                OwnShape.fits(table) ? OwnShape.read(table) : TableReader.read(List.of(table)));
    }

    private static boolean startsWith(byte[] bytes, String text) {
        return bytes.length >= text.length() && bytes[0] == text.charAt(0);
    }

    private static byte[] unpacked(byte[] sent) throws FileRefused {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) throw new FileRefused("bomb");
            return bytes;
        } catch (IOException broken) {
            throw new FileRefused("broken-gzip");
        }
    }

    /// A list of records, or an object that holds one under any name.
    private static Reading json(byte[] bytes) throws FileRefused {
        List<Item> items = new ArrayList<>();
        var seen = new HashMap<String, Integer>();
        try (var parser = PublishedJson.JSON.createParser(bytes)) {
            var token = parser.nextToken();
            if (token == JsonToken.START_OBJECT && !toList(parser)) {
                throw new FileRefused("no-records");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                if (items.size() == Table.MOST_LINES) {
                    throw new FileRefused("too-many-lines", Table.MOST_LINES);
                }
                int line = items.size() + 1;
                JsonNode tree = parser.readValueAsTree();
                items.add(OwnShape.item(line, tree, seen));
            }
        } catch (JacksonException broken) {
            var where = broken.getLocation();
            throw new FileRefused("broken-json", where == null ? 0 : where.getLineNr());
        }
        return new Reading(items, List.of());
    }

    /// Goes to the first list of the outermost object.
    private static boolean toList(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            if (parser.nextToken() == JsonToken.START_ARRAY) return true;
            parser.skipChildren();
        }
        return false;
    }
}
