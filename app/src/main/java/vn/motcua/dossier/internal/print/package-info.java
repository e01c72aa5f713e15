/// Printed papers: the seven forms of the one-stop desk, result documents, and a release's own
/// templates, all as tagged PDF.
@NullMarked
package vn.motcua.dossier.internal.print;

import org.jspecify.annotations.NullMarked;
