/// Where outside parties that vouch for a person plug in.
@NamedInterface("spi")
@NullMarked
package vn.motcua.identity.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
