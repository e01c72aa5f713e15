@NullMarked
package vn.motcua.identity.internal;

import org.jspecify.annotations.NullMarked;
