package vn.motcua.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// People by personal number, from a file of values between semicolons.
final class Rows {
    private Rows() {}

    static Map<String, Map<String, String>> read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var names = lines.getFirst().split(";");
        var people = new HashMap<String, Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var values = line.split(";");
            var person = new LinkedHashMap<String, String>();
            for (int i = 1; i < names.length && i < values.length; i++)
                person.put(names[i], values[i]);
            people.put(values[0], person);
        }
        return people;
    }
}
