@NullMarked
package vn.motcua.workflow.internal;

import org.jspecify.annotations.NullMarked;
