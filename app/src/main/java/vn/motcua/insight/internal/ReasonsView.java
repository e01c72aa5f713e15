package vn.motcua.insight.internal;

import java.util.List;

/// Why dossiers were late.
public record ReasonsView(WorkFrame frame, long total, List<ReasonLine> reasons) {}
