package vn.motcua.dossier.internal.talk;

import java.time.Instant;
import java.util.UUID;

/// A note in which somebody is mentioned and that they have not seen.
///
/// @param by who wrote it
public record Mention(UUID note, UUID dossier, String code, String by, Instant at) {}
