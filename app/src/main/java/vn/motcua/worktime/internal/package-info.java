@NullMarked
package vn.motcua.worktime.internal;

import org.jspecify.annotations.NullMarked;
