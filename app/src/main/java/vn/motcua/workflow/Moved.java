package vn.motcua.workflow;

import java.util.List;

/// The state after a move, and what the move means.
public record Moved(State state, List<Effect> effects) {}
