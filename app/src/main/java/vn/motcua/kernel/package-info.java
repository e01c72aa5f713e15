/// Small things every room speaks of: identifiers, money in đồng, problems, pages by key, text
/// in two languages and text folding. Knows no other room.
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
@NullMarked
package vn.motcua.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
