/// Financial duties: what a person has to pay before the process goes on, asked of them with its
/// ground, and confirmed once by the receipt.
@NullMarked
package vn.motcua.dossier.internal.duty;

import org.jspecify.annotations.NullMarked;
