package vn.motcua.form;

import org.jspecify.annotations.Nullable;
import vn.motcua.procedure.Release;

/// Forms of releases, compiled once for each content of a release.
public interface Forms {
    Form of(Release release);

    /// The context of now, with the working days of an agency.
    FormContext context(String channel, @Nullable String agency);
}
