/// The counter: what is typed and scanned while a person stands there, their own word for what was
/// filled in for them, labels, and the handing over of results.
@NullMarked
package vn.motcua.dossier.internal.counter;

import org.jspecify.annotations.NullMarked;
