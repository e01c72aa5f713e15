package vn.motcua.dossier.internal.assignment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.identity.Caller.Principal;

/// Somebody the work can go to.
///
/// @param load open pieces of work in their name
/// @param away on leave that day
/// @param absent whom they stand in for; null when they hold the post themselves
public record Candidate(
        UUID account, String name, long load, boolean away, @Nullable Principal absent) {}
