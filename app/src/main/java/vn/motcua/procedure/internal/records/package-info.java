/// Procedures as they were published, beside the releases that can be filed: stored versions,
/// the decisions that begin and end them, and what the catalogue shows of them.
@NullMarked
package vn.motcua.procedure.internal.records;

import org.jspecify.annotations.NullMarked;
