/// Learns how long steps take, and looks ahead by it.
@NullMarked
package vn.motcua.dossier.internal.forecast;

import org.jspecify.annotations.NullMarked;
