@NullMarked
package vn.motcua.journal.internal;

import org.jspecify.annotations.NullMarked;
