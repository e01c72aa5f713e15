/// Bundles: a step of one dossier calls another procedure, whose dossier has its own agency,
/// number and clock, and whose end completes the step. One part that fails leaves the others
/// alone.
@NullMarked
package vn.motcua.dossier.internal.bundle;

import org.jspecify.annotations.NullMarked;
