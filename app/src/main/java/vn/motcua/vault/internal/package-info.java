@NullMarked
package vn.motcua.vault.internal;

import org.jspecify.annotations.NullMarked;
