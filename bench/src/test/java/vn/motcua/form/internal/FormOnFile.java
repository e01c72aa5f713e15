package vn.motcua.form.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.form.Form;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseId;

/// A form of the project, read from its folder without the platform.
public final class FormOnFile {
    private static final Pattern COMPONENT = Pattern.compile("^\\s*- *\\{? *id: *([\\w-]+).*");

    private FormOnFile() {}

    public static Form of(Path release) throws IOException {
        var faults = new FaultSink();
        var id = new ReleaseId(release.getName(release.getNameCount() - 2).toString(), 1);
        var form =
                FormReader.read(
                        id,
                        Files.readString(release.resolve("form.yaml")),
                        components(release),
                        faults);
        if (!faults.isEmpty()) throw new IOException(faults.faults().toString());
        return form;
    }

    private static Set<String> components(Path release) throws IOException {
        var ids = new HashSet<String>();
        boolean inside = false;
        for (var line : Files.readAllLines(release.resolve("procedure.yaml"))) {
            if (line.matches("\\w+:.*")) inside = line.startsWith("components:");
            var component = COMPONENT.matcher(line);
            if (inside && component.matches()) ids.add(component.group(1));
        }
        return ids;
    }
}
