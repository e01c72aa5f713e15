/// Who does a piece of work: given by load or by hand, on seats where several decide, on leave
/// and by delegation, and taken back while nobody has acted since.
@NullMarked
package vn.motcua.dossier.internal.assignment;

import org.jspecify.annotations.NullMarked;
