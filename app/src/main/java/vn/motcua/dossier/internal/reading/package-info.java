/// Reading other people's dossiers: for what purpose, who has one open beside whom, and the
/// person's own page of who looked.
@NullMarked
package vn.motcua.dossier.internal.reading;

import org.jspecify.annotations.NullMarked;
