@NullMarked
package vn.motcua.register.internal;

import org.jspecify.annotations.NullMarked;
