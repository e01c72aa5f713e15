@NullMarked
package vn.motcua.insight.internal;

import org.jspecify.annotations.NullMarked;
