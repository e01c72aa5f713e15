package vn.motcua.insight.internal;

import java.util.List;

/// Load of units and officers in the last weeks.
public record LoadView(WorkFrame frame, int weeks, List<UnitLoad> units, List<PersonLoad> people) {}
