package vn.motcua.operation.internal;

import java.util.List;
import vn.motcua.kernel.LocalText;

/// One process as its official table of steps and its drawing.
///
/// @param diagram SVG made by the platform itself
public record ProcessView(
        String code,
        int version,
        LocalText name,
        List<ProcessesView.StepLine> steps,
        String diagram) {}
