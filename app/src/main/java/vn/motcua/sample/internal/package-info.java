@NullMarked
package vn.motcua.sample.internal;

import org.jspecify.annotations.NullMarked;
