package vn.motcua.dossier.internal.print;

import java.util.List;

/// What is wrong with a release's print template.
///
/// @param key message `dossier.print.fault.<key>`
public record TemplateFault(String file, int line, String key, List<Object> arguments) {
    TemplateFault(String file, int line, String key, Object... arguments) {
        this(file, line, key, List.of(arguments));
    }

    public String messageKey() {
        return "dossier.print.fault." + key;
    }
}
