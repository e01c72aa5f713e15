@NullMarked
package vn.motcua.dossier.internal.api;

import org.jspecify.annotations.NullMarked;
