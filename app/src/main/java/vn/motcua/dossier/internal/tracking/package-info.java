@NullMarked
package vn.motcua.dossier.internal.tracking;

import org.jspecify.annotations.NullMarked;
