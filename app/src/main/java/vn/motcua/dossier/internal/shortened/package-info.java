/// Terms that a dated decision makes shorter, as operators enter and end them.
@NullMarked
package vn.motcua.dossier.internal.shortened;

import org.jspecify.annotations.NullMarked;
