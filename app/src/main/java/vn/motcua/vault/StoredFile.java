package vn.motcua.vault;

import java.util.UUID;

/// A file that is kept.
///
/// @param name as the person called it, for pages and downloads only
/// @param mediaType what the content was found to be
/// @param size bytes
/// @param sha256 of what is kept, as lower-case hexadecimal
public record StoredFile(UUID id, String name, String mediaType, long size, String sha256) {}
