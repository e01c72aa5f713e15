@NullMarked
package vn.motcua.dossier.internal.export;

import org.jspecify.annotations.NullMarked;
