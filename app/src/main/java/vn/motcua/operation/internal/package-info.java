@NullMarked
package vn.motcua.operation.internal;

import org.jspecify.annotations.NullMarked;
