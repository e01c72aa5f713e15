package vn.motcua.insight.internal;

import java.util.List;

/// Time in each step, procedure by procedure.
public record TimeView(WorkFrame frame, List<TimeRow> rows) {}
