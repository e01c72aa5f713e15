/// Findings of officers about the papers and answers of a dossier, from which a request to
/// supplement is built.
@NullMarked
package vn.motcua.dossier.internal.review;

import org.jspecify.annotations.NullMarked;
