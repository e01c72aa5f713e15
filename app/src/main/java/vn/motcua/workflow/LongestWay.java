package vn.motcua.workflow;

import java.time.Duration;
import java.util.List;

/// The slowest way through a process without going back: parallel branches run side by side.
public record LongestWay(Duration hours, List<StepDefinition> steps) {}
