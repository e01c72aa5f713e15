package vn.motcua.procedure.internal.intake;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Slice;
import vn.motcua.procedure.internal.intake.ImportStore.Import;

/// All imports, and why the file just sent was refused.
public record ImportsView(List<Line> lines, @Nullable String next, @Nullable Refused refused) {

    public record Refused(String key, List<Object> args) {
        Refused(String key) {
            this(key, List.of());
        }
    }

    /// @param records how many the file had
    public record Line(UUID id, String file, String state, String at, int records, int faulty) {}

    static ImportsView of(Slice<Import> imports, @Nullable Refused refused) {
        return new ImportsView(
                imports.items().stream()
                        .map(
                                one ->
                                        new Line(
                                                one.id(),
                                                one.file(),
                                                one.state().name().toLowerCase(Locale.ROOT),
                                                HanoiTime.timeAndDate(one.madeAt()),
                                                one.fresh()
                                                        + one.changed()
                                                        + one.same()
                                                        + one.faulty(),
                                                one.faulty()))
                        .toList(),
                imports.next(),
                refused);
    }
}
