package vn.motcua.dossier.internal.print;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.Money;

/// @param amount null when the amount is not known yet
/// @param note exemption ground, or when it is collected
public record SlipFee(String name, @Nullable Money amount, boolean paid, @Nullable String note) {}
