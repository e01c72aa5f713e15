@NullMarked
package vn.motcua.web.internal;

import org.jspecify.annotations.NullMarked;
