/// Nhật ký sự kiện: what happened, append-only, in one order every reader can trust; named readers
/// that follow it exactly once in effect; seals that make tampering show.
@ApplicationModule(
        displayName = "Journal",
        allowedDependencies = {})
@NullMarked
package vn.motcua.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
