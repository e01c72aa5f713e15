@NullMarked
package vn.motcua.dossier.internal.store;

import org.jspecify.annotations.NullMarked;
