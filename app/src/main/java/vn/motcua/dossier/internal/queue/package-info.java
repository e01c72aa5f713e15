/// The queue in front of the counters: tickets, calling, the screen everybody sees, and how long
/// people wait.
@NullMarked
package vn.motcua.dossier.internal.queue;

import org.jspecify.annotations.NullMarked;
