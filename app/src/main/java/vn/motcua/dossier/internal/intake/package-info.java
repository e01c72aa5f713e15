@NullMarked
package vn.motcua.dossier.internal.intake;

import org.jspecify.annotations.NullMarked;
