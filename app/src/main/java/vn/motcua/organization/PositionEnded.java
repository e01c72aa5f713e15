package vn.motcua.organization;

import java.util.UUID;

/// Somebody no longer holds a position. Published in the transaction that ends it, so that what
/// the position opened can be closed in the same one.
public record PositionEnded(UUID account, String agency, PositionKind position) {}
