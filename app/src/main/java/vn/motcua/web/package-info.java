/// Page shell, components, error pages, static files. No business: controllers live in their
/// rooms and name a template; this room gives each template its {@link vn.motcua.web.Page}.
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"kernel", "organization", "identity"})
@NullMarked
package vn.motcua.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
