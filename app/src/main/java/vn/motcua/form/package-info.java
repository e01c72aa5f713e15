/// Electronic forms: what a release asks, the answers given, the checks on them, the pages that
/// ask and the drafts that wait. A form is part of a release (`form.yaml`); expressions are
/// CEL, checked and bounded when the release is imported.
@ApplicationModule(
        displayName = "Form",
        allowedDependencies = {
            "kernel",
            "worktime",
            "organization",
            "identity",
            "vault",
            "procedure"
        })
@NullMarked
package vn.motcua.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
