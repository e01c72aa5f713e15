@NullMarked
package vn.motcua.dossier.internal.jobs;

import org.jspecify.annotations.NullMarked;
