/// Appointments kept in sight: the watch before they pass, pauses that end by themselves,
/// reminders before a term to answer ends, and the calendar they are reckoned by.
@NullMarked
package vn.motcua.dossier.internal.appointment;

import org.jspecify.annotations.NullMarked;
