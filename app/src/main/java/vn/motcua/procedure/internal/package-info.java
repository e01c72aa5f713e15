@NullMarked
package vn.motcua.procedure.internal;

import org.jspecify.annotations.NullMarked;
