@NullMarked
package vn.motcua.dossier.internal.sample;

import org.jspecify.annotations.NullMarked;
