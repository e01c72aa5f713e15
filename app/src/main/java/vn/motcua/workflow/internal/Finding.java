package vn.motcua.workflow.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Fault;

/// Something unsound in a process.
///
/// @param key last part of the message key
/// @param step id of the step it is about, for the line
record Finding(String key, @Nullable String step, List<Object> args) {
    Finding {
        args = List.copyOf(args);
    }

    static Finding of(String key, @Nullable String step, Object... args) {
        return new Finding(key, step, List.of(args));
    }

    /// A text in two languages takes two places: Vietnamese, then English. Each message uses
    /// the one of its own language.
    Fault at(String file, int line) {
        List<Object> flat = new ArrayList<>();
        for (var arg : args) {
            if (arg instanceof LocalText text) {
                flat.add(text.vi());
                flat.add(text.en());
            } else {
                flat.add(arg.toString());
            }
        }
        return Fault.of(file, line, "workflow.fault." + key, flat.toArray());
    }
}
