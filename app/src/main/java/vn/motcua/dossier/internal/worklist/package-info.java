@NullMarked
package vn.motcua.dossier.internal.worklist;

import org.jspecify.annotations.NullMarked;
