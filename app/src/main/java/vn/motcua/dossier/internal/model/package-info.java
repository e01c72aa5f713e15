@NullMarked
package vn.motcua.dossier.internal.model;

import org.jspecify.annotations.NullMarked;
