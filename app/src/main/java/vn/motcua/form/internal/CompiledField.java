package vn.motcua.form.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Field;

/// A field with its expressions compiled.
///
/// @param parts the fields inside, in the order of the page
/// @param settling the same in the order in which they can be computed
record CompiledField(
        Field field,
        @Nullable Expression requiredWhen,
        @Nullable Expression visibleWhen,
        @Nullable Expression validWhen,
        @Nullable Expression calculate,
        List<CompiledField> parts,
        List<CompiledField> settling) {
    String id() {
        return field.id();
    }

    /// Answers that decide whether it is asked and what it comes to.
    Set<String> reads() {
        var reads = new HashSet<String>();
        if (visibleWhen != null) reads.addAll(visibleWhen.reads());
        if (calculate != null) reads.addAll(calculate.reads());
        var inside = new HashSet<String>();
        for (var part : parts) inside.addAll(part.reads());
        for (var part : parts) inside.remove(part.id());
        reads.addAll(inside);
        return reads;
    }
}
