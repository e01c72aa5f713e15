/// Parts of the officers' page of a dossier: each room of the page lays out its own, the page
/// only says where it stands.
@NullMarked
package vn.motcua.dossier.internal.part;

import org.jspecify.annotations.NullMarked;
