@NullMarked
package vn.motcua.dossier.internal.bulk;

import org.jspecify.annotations.NullMarked;
