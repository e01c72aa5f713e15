package vn.motcua.operation.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// The processes in force, and what became of a drawing that was read.
///
/// @param refused sentences on why the drawing was refused; empty when none was read or it was
///     taken
/// @param text `process.yaml` of the drawing; null when none was taken
/// @param steps of the drawing that was taken
public record ProcessesView(
        List<Line> lines, List<String> refused, @Nullable String text, List<StepLine> steps) {
    public record Line(String code, int version, LocalText name, int steps, String hours) {}

    /// One row of the table of steps.
    ///
    /// @param hours empty when the step has none
    public record StepLine(
            String id,
            LocalText name,
            String position,
            @Nullable String unit,
            @Nullable String agency,
            String hours,
            List<Way> ways) {}

    /// @param to names of the steps it leads to
    public record Way(LocalText name, List<LocalText> to, boolean negative) {}
}
