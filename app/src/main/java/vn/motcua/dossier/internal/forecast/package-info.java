@NullMarked
package vn.motcua.dossier.internal.forecast;

import org.jspecify.annotations.NullMarked;
