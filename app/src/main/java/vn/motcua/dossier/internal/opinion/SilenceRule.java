package vn.motcua.dossier.internal.opinion;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// What silence of an asked agency means.
///
/// @param note the release's own words for it; null when silence means nothing
record SilenceRule(Opinion.Silence silence, @Nullable LocalText note) {
    static final SilenceRule NOTHING = new SilenceRule(Opinion.Silence.NOTHING, null);
}
