/// What people write to each other about a dossier: notes between officers, and the conversation
/// of the office with the person.
@NullMarked
package vn.motcua.dossier.internal.talk;

import org.jspecify.annotations.NullMarked;
