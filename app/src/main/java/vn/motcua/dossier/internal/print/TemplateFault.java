package vn.motcua.dossier.internal.print;

import java.util.List;
import vn.motcua.procedure.Fault;

/// What is wrong with a release's print template.
///
/// @param key message `dossier-print.fault.<key>`, what to do under `….remedy`
record TemplateFault(String file, int line, String key, List<Object> arguments) {
    TemplateFault(String file, int line, String key, Object... arguments) {
        this(file, line, key, List.of(arguments));
    }

    Fault told() {
        return new Fault(file, line, "dossier-print.fault." + key, arguments);
    }
}
