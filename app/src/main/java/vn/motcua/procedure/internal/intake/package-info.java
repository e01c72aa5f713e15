/// Files of published procedures as agencies have them, read into records: spreadsheets with
/// titles above the heading, merged cells, numbers that were codes; looked at before anything is
/// written, taken in as a whole and undone as a whole.
@NullMarked
package vn.motcua.procedure.internal.intake;

import org.jspecify.annotations.NullMarked;
