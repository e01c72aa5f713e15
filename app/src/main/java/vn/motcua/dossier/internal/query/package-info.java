/// Steps that ask a register: what is asked with, what becomes of the answer, and what officers and
/// the person see of both.
@NullMarked
package vn.motcua.dossier.internal.query;

import org.jspecify.annotations.NullMarked;
