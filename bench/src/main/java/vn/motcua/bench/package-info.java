/// Load scenarios: they print what they measure and never judge it. Everything runs on this
/// machine only, bounded in count and time.
@NullMarked
package vn.motcua.bench;

import org.jspecify.annotations.NullMarked;
