@NullMarked
package vn.motcua.dossier.internal.citizen;

import org.jspecify.annotations.NullMarked;
