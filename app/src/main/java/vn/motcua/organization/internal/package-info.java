@NullMarked
package vn.motcua.organization.internal;

import org.jspecify.annotations.NullMarked;
