package vn.motcua.dossier.internal.assignment;

import java.util.UUID;

/// Somebody who holds the post.
record Holder(UUID account, String name) {}
