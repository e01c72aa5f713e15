/// Decision documents: their numbers, the register of those issued, what becomes of them, and the
/// page on which anybody can ask whether one still stands.
@NullMarked
package vn.motcua.dossier.internal.document;

import org.jspecify.annotations.NullMarked;
