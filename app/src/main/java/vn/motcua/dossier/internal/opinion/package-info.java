/// Opinions asked of other units and agencies about a dossier: the question with what is shown,
/// the answer or the silence, each with its own term.
@NullMarked
package vn.motcua.dossier.internal.opinion;

import org.jspecify.annotations.NullMarked;
