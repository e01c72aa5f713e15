/// The catalogue as open data: JSON, CSV and CPSV-AP in Turtle at addresses that stay, and a feed
/// of what changed.
@NullMarked
package vn.motcua.procedure.internal.opendata;

import org.jspecify.annotations.NullMarked;
