package vn.motcua.form.internal;

import vn.motcua.kernel.LocalText;

/// Asks before something is taken out.
///
/// @param key message key prefix: `form.remove` for an entry, `form.discard` for the draft
/// @param base fingerprint of the entry asked about; empty for the draft
public record RemoveView(
        String action,
        String back,
        boolean desk,
        LocalText procedure,
        String key,
        String what,
        String base) {}
