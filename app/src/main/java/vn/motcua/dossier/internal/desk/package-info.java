/// The officers' pages: work to do, one dossier with everything that can be done to it,
/// reception at the counter, the register.
@NullMarked
package vn.motcua.dossier.internal.desk;

import org.jspecify.annotations.NullMarked;
