@NullMarked
package vn.motcua.dossier.internal.processing;

import org.jspecify.annotations.NullMarked;
