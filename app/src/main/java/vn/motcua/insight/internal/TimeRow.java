package vn.motcua.insight.internal;

import java.util.List;
import vn.motcua.kernel.LocalText;

/// The steps of one procedure.
public record TimeRow(String procedure, LocalText name, List<TimeCell> cells) {}
