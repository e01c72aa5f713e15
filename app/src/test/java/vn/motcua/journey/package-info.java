/// Journeys of people through the running platform in a real browser: what a citizen, an
/// officer and a leader see and do, at the sizes and in the languages they use.
@NullMarked
package vn.motcua.journey;

import org.jspecify.annotations.NullMarked;
